import { createNomination } from '../../../functions/events/nominations/create';
import { type Nomination, NominationInput } from '../../../functions/events/nominations/nomination';
import { nominationLink, readNomination } from '../../../functions/events/nominations/read';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { parse } from '../../../functions/platform/input/parse';
import { ms } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { addEvent, onDay } from '../../support/events';
import { signIn } from '../../support/visitor';
import type { TestWorld } from '../../support/world';

/** A quota of Gò Quao's until five days from now, at 17:00. */
export const giveQuota = (world: World, eventId: string, input: Record<string, unknown> = {}) =>
  createNomination(
    world,
    eventId,
    parse(NominationInput, {
      unitId: 'unt_goquao',
      quota: 3,
      deadline: onDay(world, 5, '17:00'),
      contactName: 'Danh Mẫu',
      contactPhone: '0900 000 111',
      ...input,
    }),
  );

export const pathOfLink = (world: World, nomination: Nomination) =>
  new URL(nominationLink(world, nomination)).pathname;

/** An event by nomination with a quota of Gò Quao's. */
export const quotaScene = async (world: World, quota = 3, more: Record<string, unknown> = {}) => {
  const event = await addEvent(world, 10, { admission: 'nomination', capacity: 10, ...more });
  const { nomination } = await giveQuota(world, event.id, { quota });
  const path = pathOfLink(world, nomination);
  return { event, nomination, path, token: path.split('/').at(-1)! };
};

/** Two people whom an officer nominates. */
/** Signs in the officer of the unit that has the quota, one of another unit, and an organizer. */
export const signInForQuotas = async (world: TestWorld) => ({
  officer: await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true }),
  stranger: await signIn(world, { role: 'officer', unitId: 'unt_anminh', bearer: true }),
  organizer: await signIn(world, { role: 'organizer', bearer: true }),
});

export const danh = { fullName: 'Danh Sóc Mẫu', phone: '0900 000 201', basis: 'paper' };
export const thi = { fullName: 'Thị Nga Mẫu', phone: '0900 000 202', basis: 'person' };

/** Acts at another time, then turns the clock back. */
export const atTime = async (world: TestWorld, time: string, act: () => Promise<void>) => {
  const before = world.clock.at;
  world.clock.at = ms(time);
  try {
    await act();
  } finally {
    world.clock.at = before;
  }
};

/** The whole registrations of the people that a link nominated; its own list has fewer fields. */
export const namedBy = async (world: World, token: string): Promise<Registration[]> =>
  Promise.all((await readNomination(world, token)).people.map(({ id }) => getRegistration(world, id)));
