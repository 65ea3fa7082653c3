import type { World } from '../../platform/world/world';
import { seatsIn } from '../../seats/ledger/room';
import { movedDeadline } from '../event/deadlines';
import { type EventRoom, readRoom } from '../event/room';
import { usualDeadline } from './deadline';
import { getNomination, listNominations } from './list';
import type { Nomination } from './nomination';
import { writeNomination } from './write';

/** Moves the deadlines of an event's quotas with its date. Idempotent. */
export const rescheduleNominations = async (world: World, eventId: string): Promise<void> => {
  const nominations = await listNominations(world, eventId);
  if (nominations.length) await rescheduleAll(world, await readRoom(world, eventId), nominations);
};

/** The same for nominations that were read already. @returns the nominations afterwards */
export const rescheduleAll = (
  world: World,
  room: EventRoom,
  nominations: readonly Nomination[],
): Promise<Nomination[]> => Promise.all(nominations.map((n) => rescheduleOne(world, room, n)));

const rescheduleOne = async (world: World, room: EventRoom, n: Nomination): Promise<Nomination> => {
  const { event } = room;
  // After a deadline the unused seats are open to everybody; a new deadline does not bring them back.
  if (!event || n.status !== 'issued' || seatsIn(room, n.pool).size === 0) return n;
  const now = world.now();
  const { deadline, reckonedFrom } = n;
  const moved = movedDeadline(event, { deadline, basedOnStart: reckonedFrom }, now, () =>
    usualDeadline(event, now),
  );
  if (!moved) return n;
  const written = await writeNomination(world, n, {
    deadline: moved.deadline,
    reckonedFrom: moved.basedOnStart,
  });
  if (written.ok) return written.item!;
  // Another request was first, or the index is behind the table.
  return rescheduleOne(world, room, await getNomination(world, n.id));
};
