import type { Db } from '../../platform/store/db';
import { table } from '../../platform/store/table';
import { ROOM_EVENT, type Room, type RoomEvent, SEAT_COUNT, type SeatCount } from '../ledger/room';
import type { Pool } from '../ledger/seats';
import { seatsSpec } from './seat-tables';

type RoomItem = { sk: string };
const roomItems = table<RoomItem>(seatsSpec);

const POOL = ['sk', 'pool', 'label', 'asked', 'wait'] as const satisfies readonly (keyof Pool)[];

/**
 * An event and its seats in one query, without the claims that the blocks hold.
 * @param ofEvent which attributes of the event
 */
export const queryRoom = async <E extends RoomEvent = RoomEvent>(
  db: Db,
  eventId: string,
  ofEvent: readonly string[] = ROOM_EVENT,
): Promise<Room<E>> => {
  const items = await db.all(roomItems, {
    where: 'pk = :pk',
    values: { ':pk': eventId },
    only: [...new Set(['pk', ...ofEvent, ...POOL, ...SEAT_COUNT])],
    consistent: true,
  });
  return {
    event: items.find((i): i is E & RoomItem => i.sk === 'event'),
    pools: items.filter((i): i is Pool => i.sk.startsWith('pool#')),
    blocks: items.filter((i): i is SeatCount => i.sk.startsWith('block#')),
  };
};
