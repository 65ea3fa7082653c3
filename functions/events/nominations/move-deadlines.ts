import { Refused } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Room, readRoom, seatsIn } from '../../seats/ledger/room';
import { deadlineAlong } from '../event/deadlines';
import { usualDeadline } from './create';
import { getNomination, listNominations } from './list';
import { type Nomination, nominationsTable } from './nomination';

/** An event's date moved: the deadlines of its quotas go with it. Safe to repeat. */
export const moveDeadlines = async (world: World, eventId: string): Promise<void> => {
  const nominations = await listNominations(world, eventId);
  if (nominations.length) await movedAlong(world, await readRoom(world, eventId), nominations);
};

/** The same for quotas that were read. @returns them as they stand then */
export const movedAlong = (
  world: World,
  room: Room,
  nominations: readonly Nomination[],
): Promise<Nomination[]> => Promise.all(nominations.map((n) => moveOne(world, room, n)));

const moveOne = async (world: World, room: Room, n: Nomination): Promise<Nomination> => {
  const { event } = room;
  // Seats that everybody may take since a deadline do not come back by a new one.
  if (!event || n.status !== 'issued' || seatsIn(room, n.pool).size === 0) return n;
  const now = world.now();
  const next = deadlineAlong(event, n, now, () => usualDeadline(event, now));
  if (!next) return n;
  try {
    return (await world.db.update(
      nominationsTable,
      { pk: n.id, sk: 'nomination' },
      {
        set: { ...next, version: n.version + 1, updatedAt: iso(now) },
        if: 'version = :version',
        values: { ':version': n.version },
        returns: 'ALL_NEW',
      },
    ))!;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Another hand was first, or the list trails.
    return moveOne(world, room, await getNomination(world, n.id));
  }
};
