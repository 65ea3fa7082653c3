import type { World } from '../../platform/world/world';
import type { AnyRoom, Room } from '../../seats/ledger/room';
import { queryAnyRoom, queryRoom } from '../../seats/tables/query-room';
import { EVENT_ATTRIBUTES, type Event } from './event';

export type EventRoom = Room<Event>;
/** Of a large event with a summary of its seats, which is some seconds old. */
export type AnyEventRoom = AnyRoom<Event>;

/**
 * The whole event and its seats in one call, strongly consistent.
 * @example
 * const room = await readRoom(world, eventId);
 * if (!room.event) throw missing('event');
 * const { free } = seatsIn(room, 'open');
 */
export const readRoom = (world: World, eventId: string, more: readonly string[] = []): Promise<EventRoom> =>
  queryRoom<Event>(world.db, eventId, [...EVENT_ATTRIBUTES, ...more]);

/** What the event's page and a registration read: in one call, which costs no more where there are many seats. */
export const readAnyRoom = (
  world: World,
  eventId: string,
  more: readonly string[] = [],
): Promise<AnyEventRoom> => queryAnyRoom<Event>(world, eventId, [...EVENT_ATTRIBUTES, ...more]);
