import { missing } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { seatsIn } from '../../seats/ledger/room';
import { BLOCK_SEATS } from '../../seats/ledger/seats';
import { LARGE_BLOCKS } from '../../seats/ledger/summary';
import { type Event, eventsTable, LARGE, type SeatSummary } from './event';
import { readRoom } from './room';

/** Whether counting the seats reads so much that it is not done after each change. */
export const isLargeRoom = ({ seats }: Pick<Event, 'seats'>): boolean =>
  seats.size > LARGE_BLOCKS * BLOCK_SEATS;

/**
 * Writes the seats that lists show, from the blocks' counts: one query, and a write only where they
 * differ. The event's version stays, so that no editor is refused because of it.
 * @param waiting how many people wait, if the caller counted them; otherwise the last count stays
 * @param unseated how many people lost their seat; the same
 */
export const summarise = async (
  world: World,
  eventId: string,
  waiting?: number,
  unseated?: number,
): Promise<SeatSummary> => {
  const room = await readRoom(world, eventId);
  if (!room.event) throw missing('event');
  const { size, held } = seatsIn(room);
  const before = room.event.seats;
  const lost = unseated ?? before.unseated ?? 0;
  const seats = {
    size,
    held,
    waiting: waiting ?? before.waiting,
    ...(lost > 0 && { unseated: lost }),
    ...(before.people !== undefined && { people: before.people }),
    at: iso(world.now()),
  };
  const same = seats.waiting === before.waiting && seats.unseated === before.unseated;
  if (size === before.size && held === before.held && same) return before;
  // An older count never replaces a newer one, so a refusal is fine.
  await world.db.updateIf(
    eventsTable,
    { pk: eventId, sk: 'event' },
    { set: { seats }, if: 'seats.#at <= :at', names: { '#at': 'at' }, values: { ':at': seats.at } },
  );
  return seats;
};

/** A network that took so many more is written down again. */
const STEP = 60;

/** Writes down that many registered from one network: a trace for the organizer. Five writes a day at most. */
export const noteCrowd = async (
  world: World,
  { id, crowd }: Pick<Event, 'id' | 'crowd'>,
  { label, n }: { label: string; n: number },
): Promise<void> => {
  if (crowd?.label === label && n < crowd.n + STEP) return;
  await world.db.updateIf(
    eventsTable,
    { pk: id, sk: 'event' },
    { set: { crowd: { label, n, at: iso(world.now()) } }, if: 'attribute_exists(pk)' },
  );
};

/** Keeps how many people are registered, in whatever state: a large event may have none with a seat yet. */
export const notePeople = async (
  world: World,
  { id, seats }: Pick<Event, 'id' | 'seats'>,
  people: number,
): Promise<void> => {
  if (people === seats.people || (people < LARGE && seats.people === undefined)) return;
  await world.db.updateIf(
    eventsTable,
    { pk: id, sk: 'event' },
    { set: { 'seats.#people': people }, if: 'attribute_exists(pk)', names: { '#people': 'people' } },
  );
};
