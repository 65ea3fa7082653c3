import { checkIn } from '../../functions/events/attendance/check-in';
import { listUpcoming } from '../../functions/events/event/list';
import { createNomination } from '../../functions/events/nominations/create';
import { nominate } from '../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../functions/events/nominations/nominees/nominee';
import { readNomination } from '../../functions/events/nominations/read';
import { cancelByStaff } from '../../functions/events/registrations/change/cancel';
import { RegisterInput, register } from '../../functions/events/registrations/register/register';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { linkToken } from '../../functions/platform/keys/link-token';
import { personKey } from '../../functions/platform/keys/person-key';
import { iso } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { registrationId } from '../../functions/seats/ledger/ids';
import { routes } from '../../web/routes';
import { site } from '../../web/site/site';
import { assets } from '../support/assets';
import { benchWorld, type Counted, NOW, openEvent, person, prepare, UNIT } from './bench-world';
import { type Row, row } from './rows';

/** Stored on the small run; a hundred times as many on the large one. */
const FEW = 100;
const SEATS = 50;

const enter = (world: World, eventId: string, n: number) =>
  register(world, eventId, RegisterInput.parse(person(n)));

/** Registrations that stand in the event's own partition, written in bulk: people who left again. */
const fill = async (world: World, eventId: string, from: number, count: number, waiting: boolean) => {
  const items = Array.from({ length: count }, (_, i): Registration => {
    const { consent: _given, ...p } = person(from + i);
    const key = personKey(world, p.phone, p.fullName);
    const queuedAt = `${iso(NOW + 1 + i)}#0000${String(i).padStart(4, '0')}`;
    return {
      ...p,
      pk: `${eventId}#0`,
      sk: key,
      id: registrationId(eventId, 0, key),
      eventId,
      status: waiting ? 'waitlisted' : 'cancelled',
      turn: 1,
      pools: ['open'],
      ...(waiting && { place: `wait#open#${queuedAt}`, queuedAt }),
      code: String(100_000_000 + from + i),
      unitName: 'Huyện Gò Quao',
      basis: 'person',
      channel: 'web',
      version: 1,
      createdAt: iso(NOW),
      updatedAt: iso(NOW),
    };
  });
  await world.db.putMany(registrationsTable, items);
};

/** Somebody whom a unit names. */
const nominee = (n: number) => {
  const { consent: _given, ...particulars } = person(n);
  return NomineeInput.parse({ ...particulars, basis: 'paper' });
};

/** Each kind of call once, with so many registrations stored already. */
const run = async (endpoint: string, prefix: string, stored: number) => {
  const { world, count } = benchWorld(endpoint, prefix);
  await prepare(endpoint, world);
  for (let i = 0; i < 8; i++) await openEvent(world, 40, 12 + i);
  const roomy = await openEvent(world, SEATS, 9);
  const full = await openEvent(world, SEATS, 8);
  const byLink = await openEvent(world, SEATS, 7, 'nomination');
  const { nomination } = await createNomination(world, byLink.id, {
    unitId: UNIT,
    quota: 20,
    contactName: 'Danh Mẫu',
  });
  const token = linkToken(world, nomination.id, nomination.turn);
  for (let n = 0; n < 10; n++) await nominate(world, token, nominee(3_000 + n));
  await fill(world, byLink.id, 30_000_000, stored / 2, false);
  await fill(world, roomy.id, 10_000_000, stored / 2, false);
  for (let n = 0; n < SEATS; n++) await enter(world, full.id, 1_000 + n);
  const held = (await world.db.all(registrationsTable, {
    where: 'pk = :pk',
    values: { ':pk': `${full.id}#0` },
  })) as Registration[];
  await enter(world, full.id, 1_900); // sets the mark
  await fill(world, full.id, 20_000_000, stored / 2, true);

  const app = (w: World) => site(w, assets);
  const get = async (w: World, path: string) => {
    const response = await app(w).request(path);
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    await response.text();
  };
  // A warm function knows the units for a minute; the first request of all pays one call more.
  await get(world, routes.home());
  const counted: Record<string, Counted> = {
    list: await count((w) => get(w, routes.home())),
    listApi: await count((w) => listUpcoming(w, { limit: 50 })),
    page: await count((w) => get(w, routes.event(roomy.id))),
    confirmed: await count((w) => enter(w, roomy.id, 5_000)),
    full: await count((w) => enter(w, full.id, 5_001)),
    cancellation: await count((w) => cancelByStaff(w, held[7]!.id, 'bận việc')),
    named: await count((w) => nominate(w, token, nominee(6_000))),
    link: await count((w) => readNomination(w, token)),
    checkIn: await count((w) => checkIn(w, full.id, { registrationId: held[8]!.id, day: 1 })),
  };
  const promoted = await world.db.query(registrationsTable, {
    index: 'place',
    where: 'pk = :pk AND begins_with(place, :seat)',
    values: { ':pk': `${full.id}#0`, ':seat': 'seat#' },
  });
  if (promoted.items.length !== SEATS) throw new Error('The freed seat did not find its next');
  return counted;
};

const MOST: Record<string, [string, number]> = {
  list: ['event list (home page)', 1],
  listApi: ['event list (API)', 1],
  page: ['event page', 1],
  confirmed: ['confirmed registration', 3],
  full: ['registration on a full event', 3],
  cancellation: ['cancellation with promotion', 4],
  checkIn: ['check-in', 1],
};

/** What costs no more because of who came by themselves. */
const LINK: readonly (readonly [string, string])[] = [
  ['link', "a click on a unit's link"],
  ['named', 'a person named by it'],
];

const units = (n: number) => String(Math.round(n * 10) / 10);
const words = (c: Counted) => `${c.calls} calls (${units(c.read)} RCU, ${units(c.write)} WCU)`;

/** DynamoDB calls and capacity units, counted from DynamoDB's answers, with few and with many stored. */
export const callRows = async (endpoint: string): Promise<Row[]> => {
  const few = await run(endpoint, 'few-', FEW);
  const many = await run(endpoint, 'many-', FEW * 100);
  const within = (a: number, b: number) => Math.abs(a - b) <= 0.1 * Math.max(a, b, 1e-9);
  return [
    ...Object.entries(MOST).map(([key, [what, most]]) =>
      row(
        `DynamoDB calls: ${what}`,
        String(most),
        words(few[key]!),
        few[key]!.calls <= most,
        few[key]!.calls > most ? few[key]!.which.join(' · ') : undefined,
      ),
    ),
    ...Object.entries(MOST).map(([key, [what]]) => {
      const [a, b] = [few[key]!, many[key]!];
      const same = a.calls === b.calls && within(a.read, b.read) && within(a.write, b.write);
      return row(`the same with 100× the registrations: ${what}`, '= ± 10 %', words(b), same);
    }),
    ...LINK.map(([key, what]) => {
      const [a, b] = [few[key]!, many[key]!];
      const same = a.calls === b.calls && within(a.read, b.read) && within(a.write, b.write);
      return row(`100× the registrations of others: ${what}`, '= ± 10 %', `${words(a)}, ${words(b)}`, same);
    }),
    row(
      'write units per confirmed registration',
      '6',
      `${units(few.confirmed!.write)}, by nomination ${units(few.named!.write)}`,
      few.confirmed!.write <= 6 && few.named!.write <= 6,
    ),
  ];
};
