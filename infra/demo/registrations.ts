import { summarise } from '../../functions/events/event/summarise';
import { approve } from '../../functions/events/registrations/change/approve';
import { withdraw } from '../../functions/events/registrations/change/cancel';
import { RegisterInput, register } from '../../functions/events/registrations/register/register';
import { registrationsTable } from '../../functions/events/registrations/registration';
import { parse } from '../../functions/platform/input/parse';
import { DAY, HOUR, MINUTE } from '../../functions/platform/time/dates';
import { as, type World } from '../../functions/platform/world/world';
import { locate } from '../../functions/seats/ledger/ids';
import { nominateWithin } from './nominations';
import { seedPastNotices } from './past-notices';
import { type SamplePerson, samplePeople } from './people';
import { seatMany } from './seat-many';
import { at } from './time/calendar';

const signUp = (world: World, eventId: string, person: SamplePerson) =>
  register(as(world, 'public'), eventId, parse(RegisterInput, { ...person, consent: true }));

/** Over the last two weeks, one after the other. */
const spread = (world: World, i: number, of: number) =>
  world.now() - 16 * DAY + Math.floor((i / of) * 13 * DAY) + i * MINUTE;

const fill = (world: World, eventId: string, people: readonly SamplePerson[], online = false) =>
  seatMany(
    as(world, 'public'),
    eventId,
    people.map((person, i) => ({ person, moment: spread(world, i, people.length) })),
    { basis: 'person', channel: 'web', how: 'direct', ...(online && { online }) },
  );

/** A full class with a queue; the first in it was promoted when another person cancelled. */
const fillToTheQueue = async (world: World): Promise<void> => {
  await fill(world, 'evt_mau_day', samplePeople(301, 79));
  const { registration } = await signUp(
    at(world, world.now() - 4 * DAY),
    'evt_mau_day',
    samplePeople(380, 1)[0]!,
  );
  for (const [i, person] of samplePeople(381, 8).entries())
    await signUp(at(world, world.now() - DAY + i * HOUR), 'evt_mau_day', person);
  const { id, code, phone } = registration;
  await withdraw(as(at(world, world.now() - 2 * HOUR), 'public'), { id, code, phone });
  await summarise(world, 'evt_mau_day', 7);
};

/** Eight are approved, the others wait for the organizer's decision. */
const askAndApprove = async (world: World, organizer: World): Promise<void> => {
  const asked = await Promise.all(
    samplePeople(401, 12).map((person, i) =>
      signUp(at(world, spread(world, i, 12)), 'evt_mau_duyet', person),
    ),
  );
  const before = at(organizer, organizer.now() - 6 * HOUR);
  for (const { registration } of asked.slice(0, 8)) await approve(before, registration.id);
  await summarise(world, 'evt_mau_duyet');
};

/** The API's reference asks for this code and phone, so one registration has them. */
const giveExampleCode = async (world: World): Promise<void> => {
  const [person] = samplePeople(1, 1);
  const { registration } = await signUp(at(world, world.now() - 17 * DAY), 'evt_mau_mo', person!);
  const { pk, sk } = locate(registration.id)!;
  await world.db.update(registrationsTable, { pk, sk }, { set: { code: '900000001' } });
};

/** People who registered, were nominated, wait, or are to be approved. */
export const seedRegistrations = async (world: World, organizer: World): Promise<void> => {
  await giveExampleCode(world);
  await fill(world, 'evt_mau_mo', samplePeople(11, 132));
  await fill(world, 'evt_mau_mo', samplePeople(201, 66), true);
  await summarise(world, 'evt_mau_mo');
  await fillToTheQueue(world);
  await fill(world, 'evt_mau_gan_day', samplePeople(601, 116));
  await summarise(world, 'evt_mau_gan_day');
  await fill(world, 'evt_mau_truc_tuyen', samplePeople(720, 40), true);
  await summarise(world, 'evt_mau_truc_tuyen');
  await askAndApprove(world, organizer);
  await nominateWithin(world, organizer);
  for (const eventId of [
    'evt_mau_day',
    'evt_mau_gan_day',
    'evt_mau_truc_tuyen',
    'evt_mau_duyet',
    'evt_mau_mo',
  ])
    await seedPastNotices(organizer, eventId);
};
