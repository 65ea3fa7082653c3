import type { Db } from '../../platform/store/db';
import { table } from '../../platform/store/table';
import {
  type AnyRoom,
  ROOM_EVENT,
  type Room,
  type RoomEvent,
  type RoomSummary,
  SEAT_COUNT,
  type SeatCount,
} from '../ledger/room';
import type { Pool } from '../ledger/seats';
import { LARGE_BLOCKS, summaryOf } from '../ledger/summary';
import { seatsSpec } from './seat-tables';

type RoomItem = { sk: string };
type SummaryItem = RoomSummary & { pk: string; sk: typeof SUMMARY_KEY };
const roomItems = table<RoomItem>(seatsSpec);
const summaryItems = table<SummaryItem>(seatsSpec);

const POOL = ['sk', 'pool', 'label', 'asked', 'wait'] as const satisfies readonly (keyof Pool)[];
const SUMMARY = ['at', 'blocks', 'pools', 'counted'] as const satisfies readonly (keyof RoomSummary)[];

/** After the event and its pools, before which the blocks are. */
export const SUMMARY_KEY = 'summary';

/** A summary that is older is not used. Its numbers of seats are shown to people, so it is a matter of seconds. */
const FRESH_MS = 10_000;
/** Where many find at once that a summary is bad, one of them writes it anew. */
const REST_MS = 2_000;

/** Events that were large when this process last read them whole: a guess that costs one read more where it is wrong. */
const large = new Set<string>();
const MOST_REMEMBERED = 1_000;
const remember = (eventId: string, { blocks }: Room): void => {
  if (large.size >= MOST_REMEMBERED) large.clear();
  if (blocks.length > LARGE_BLOCKS) large.add(eventId);
  else large.delete(eventId);
};

const roomOf = <E extends RoomEvent>(items: readonly RoomItem[]): Room<E> => ({
  event: items.find((i): i is E & RoomItem => i.sk === 'event'),
  pools: items.filter((i): i is Pool => i.sk.startsWith('pool#')),
  blocks: items.filter((i): i is SeatCount => i.sk.startsWith('block#')),
});

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
    where: 'pk = :pk AND sk < :summary',
    values: { ':pk': eventId, ':summary': SUMMARY_KEY },
    only: [...new Set(['pk', ...ofEvent, ...POOL, ...SEAT_COUNT])],
    consistent: true,
  });
  const room = roomOf<E>(items);
  remember(eventId, room);
  return room;
};

/**
 * The same for a request of the public, at a cost that does not grow with the seats: of a large event the blocks are left
 * out, and a summary of them is read. Its key comes after the event and the pools, those of the blocks before them.
 */
export const queryAnyRoom = async <E extends RoomEvent = RoomEvent>(
  { db, now }: { db: Db; now: () => number },
  eventId: string,
  ofEvent: readonly string[] = ROOM_EVENT,
): Promise<AnyRoom<E>> => {
  if (!large.has(eventId)) return queryRoom<E>(db, eventId, ofEvent);
  const items = await db.all(roomItems, {
    where: 'pk = :pk AND sk >= :event',
    values: { ':pk': eventId, ':event': 'event' },
    only: [...new Set(['pk', ...ofEvent, ...POOL, ...SUMMARY])],
    consistent: true,
  });
  const summary = items.find((i): i is SummaryItem => i.sk === SUMMARY_KEY);
  if (!summary || Math.abs(now() - summary.at) >= FRESH_MS)
    return queryAnew<E>({ db, now }, eventId, ofEvent);
  const { event, pools } = roomOf<E>(items);
  return { event, pools, summary };
};

/** Reads the whole room, with the counts of all shares, and keeps its summary where the event is large. */
export const queryAnew = async <E extends RoomEvent = RoomEvent>(
  { db, now }: { db: Db; now: () => number },
  eventId: string,
  ofEvent: readonly string[] = ROOM_EVENT,
): Promise<Room<E>> => {
  const at = now();
  const items = await db.all(roomItems, {
    where: 'pk = :pk AND sk < :summary',
    values: { ':pk': eventId, ':summary': SUMMARY_KEY },
    consistent: true,
  });
  const room = roomOf<E>(items.map((item) => (item.sk === 'event' ? only(item, ofEvent) : item)));
  remember(eventId, room);
  if (large.has(eventId)) await keepSummary(db, eventId, summaryOf(room, at));
  return room;
};

const only = (item: RoomItem, names: readonly string[]): RoomItem =>
  Object.fromEntries(
    Object.entries(item).filter(([name]) => ['pk', 'sk', ...names].includes(name)),
  ) as RoomItem & {
    pk: string;
  };

/** A summary is a hint: where it cannot be written, the request goes on. */
const keepSummary = async (db: Db, eventId: string, summary: RoomSummary): Promise<void> => {
  const item: SummaryItem = { pk: eventId, sk: SUMMARY_KEY, ...summary };
  const kept = db.putIf(summaryItems, item, {
    if: 'attribute_not_exists(#at) OR #at < :rested OR #at > :now',
    names: { '#at': 'at' },
    values: { ':rested': summary.at - REST_MS, ':now': summary.at },
  });
  await kept.catch(() => undefined);
};
