import { expect } from 'vitest';
import type * as z from 'zod';
import type { Account } from '../../../functions/directory/accounts/account';
import { createBody } from '../../../functions/directory/bodies/create';
import type { Event } from '../../../functions/events/event/event';
import { EventInput } from '../../../functions/events/event/event-input';
import { readRoom } from '../../../functions/events/event/room';
import { RegisterInput, register } from '../../../functions/events/registrations/register/register';
import { createEvent } from '../../../functions/events/scheduling/create';
import { publishEvent } from '../../../functions/events/scheduling/publish';
import { parse } from '../../../functions/platform/input/parse';
import type { Problem } from '../../../functions/platform/problem/problem';
import { DAY, HOUR, iso } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { issuePlan } from '../../../functions/programme/plans/issue';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { addPlaces } from '../../support/places';
import { MONDAY } from '../../support/world';

/** A training on a morning ten days from the tests' Monday. */
export const STARTS = iso(MONDAY + 10 * DAY);
export const ENDS = iso(MONDAY + 10 * DAY + 3 * HOUR);

export type Typed = z.input<typeof EventInput>;
export const training: Typed = {
  kind: 'training',
  admission: 'open',
  title: 'Bồi dưỡng kỹ năng hòa giải huyện Gò Quao',
  startsAt: STARTS,
  endsAt: ENDS,
  sessions: [{ startsAt: STARTS, endsAt: iso(MONDAY + 10 * DAY + HOUR), topic: 'Kỹ năng hòa giải' }],
  venue: 'Hội trường huyện',
  placeUnitId: 'unt_dinhan',
  leadBodyId: 'bod_stp',
  coordinatingBodyIds: ['bod_hlg'],
  contactName: 'Nguyễn Thị Ánh',
  contactPhone: '0912 345 678',
  capacity: 30,
};
export const input = (over: Partial<Typed> = {}) => parse(EventInput, { ...training, ...over });

export const organizer: Account = {
  id: 'acc_1',
  email: 'a@stp.vn',
  name: 'Trần Văn Bình',
  role: 'organizer',
  active: true,
  createdAt: STARTS,
};

/** The bodies and places that the samples name. */
export const furnish = async (world: World) => {
  await addPlaces(world);
  const task = { id: 'tsk_ii3b', row: 'II.3b', words: 'Bồi dưỡng kỹ năng', lead: [], coordinating: [] };
  await issuePlan(world, { year: 2026, title: 'Kế hoạch năm 2026', tasks: [task] });
  await createBody(world, { name: 'Sở Tư pháp', kind: 'department', contacts: [] }, { id: 'bod_stp' });
  await createBody(
    world,
    { name: 'Hội Luật gia tỉnh', kind: 'lawyers-association', contacts: [] },
    { id: 'bod_hlg' },
  );
  await createBody(world, { name: 'Ủy ban MTTQ tỉnh', kind: 'front', contacts: [] }, { id: 'bod_mttq' });
};

export const draftEvent = (world: World, over: Partial<Typed> = {}): Promise<Event> =>
  createEvent(world, input(over));

export const publishedEvent = async (world: World, over: Partial<Typed> = {}): Promise<Event> =>
  publishEvent(world, (await draftEvent(world, over)).id, {});

/** The problem with which an ability refuses. */
export const problem = async (act: Promise<unknown>): Promise<Problem> =>
  act.then(
    () => expect.fail('nothing was refused'),
    (error) => error as Problem,
  );

/** The size of each pool. */
export const poolSizes = async (world: World, id: string): Promise<Record<string, number>> => {
  const room = await readRoom(world, id);
  return Object.fromEntries(room.pools.map((p) => [p.pool, seatsIn(room, p.pool).size]));
};

let phone = 912_000_000;
/** Another person registers. */
export const comes = async (world: World, eventId: string) => {
  const person = { fullName: 'Lê Thị Hoa', phone: `0${phone++}`, unitId: 'unt_dinhan', consent: true };
  return (await register(world, eventId, RegisterInput.parse(person))).registration;
};
