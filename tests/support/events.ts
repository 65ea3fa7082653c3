import type * as z from 'zod';
import type { Event } from '../../functions/events/event/event';
import { EventInput } from '../../functions/events/event/event-input';
import { readRoom } from '../../functions/events/event/room';
import { createEvent } from '../../functions/events/scheduling/create';
import { publishEvent } from '../../functions/events/scheduling/publish';
import { parse } from '../../functions/platform/input/parse';
import { DAY, HOUR, instant, iso, localDate } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { storePlan } from '../../functions/programme/plans/store';
import { seatsIn } from '../../functions/seats/ledger/room';
import { addBody } from './bodies';
import { addPlaces } from './places';
import { MONDAY } from './world';

/** A morning ten days from the tests' Monday. */
export const STARTS = iso(MONDAY + 10 * DAY);
export const ENDS = iso(MONDAY + 10 * DAY + 3 * HOUR);

export type Typed = z.input<typeof EventInput>;

/** A training with whatever an event can name: a programme, bodies, a place (`furnish`). */
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

/** The places, bodies and tasks that `training` names. */
export const furnish = async (world: World): Promise<void> => {
  await addPlaces(world);
  const task = { id: 'tsk_ii3b', row: 'II.3b', words: 'Bồi dưỡng kỹ năng', lead: [], coordinating: [] };
  await storePlan(world, { year: 2026, title: 'Kế hoạch năm 2026', tasks: [task] });
  await addBody(world, 'Sở Tư pháp', { id: 'bod_stp', kind: 'department' });
  await addBody(world, 'Hội Luật gia tỉnh', { id: 'bod_hlg' });
  await addBody(world, 'Ủy ban MTTQ tỉnh', { id: 'bod_mttq', kind: 'front' });
};

/** A day from today at a time in Vietnam, as an instant. */
export const onDay = (world: World, days: number, time: string): string =>
  instant(localDate(world.now() + days * DAY), time)!;

/** A training in so many days that needs no more than places. */
export const inDays = (world: World, days: number): Typed => ({
  kind: 'training',
  admission: 'open',
  title: 'Tập huấn kỹ năng hòa giải ở cơ sở',
  startsAt: onDay(world, days, '07:30'),
  endsAt: onDay(world, days, '11:30'),
  venue: 'Hội trường Sở Tư pháp, Rạch Giá',
  placeUnitId: 'unt_rachgia',
  contactName: 'Nguyễn Thị Mẫu',
  contactPhone: '02973000000',
  capacity: 60,
});

/** What an organizer types: a sample, with other values for some of its fields. */
export const input = (over: Partial<Typed> = {}, sample = training): EventInput =>
  parse(EventInput, { ...sample, ...(over.pools && { capacity: undefined }), ...over });

export const draftEvent = (world: World, over: Partial<Typed> = {}, sample = training): Promise<Event> =>
  createEvent(world, input(over, sample));

export const publishedEvent = async (
  world: World,
  over: Partial<Typed> = {},
  sample = training,
): Promise<Event> => publishEvent(world, (await draftEvent(world, over, sample)).id, {});

/** A published training in so many days. */
export const addEvent = (world: World, days: number, over: Partial<Typed> = {}): Promise<Event> =>
  publishedEvent(world, over, inDays(world, days));

/** The size of each pool. */
export const poolSizes = async (world: World, id: string): Promise<Record<string, number>> => {
  const room = await readRoom(world, id);
  return Object.fromEntries(room.pools.map((p) => [p.pool, seatsIn(room, p.pool).size]));
};
