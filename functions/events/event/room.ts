import type { World } from '../../platform/world/world';
import type { Room } from '../../seats/ledger/room';
import { queryRoom } from '../../seats/tables/query-room';
import { EVENT_ATTRIBUTES, type Event } from './event';

export type EventRoom = Room<Event>;

/**
 * The whole event and its seats in one call, strongly consistent: what the event's page and a registration read.
 * @example
 * const room = await readRoom(world, eventId);
 * if (!room.event) throw missing('event');
 * const { free } = seatsIn(room, 'open');
 */
export const readRoom = (world: World, eventId: string, more: readonly string[] = []): Promise<EventRoom> =>
  queryRoom<Event>(world.db, eventId, [...EVENT_ATTRIBUTES, ...more]);
