import { iso, MINUTE } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { releaseQuota, setPoolSize } from '../../../seats/capacity';
import { isQuota } from '../../../seats/ledger/queue';
import { isWaitedFor, seatsIn } from '../../../seats/ledger/room';
import type { Event } from '../../event/event';
import { type EventRoom, readRoom } from '../../event/room';
import { findNomination, listNominations } from '../list';
import { nominationId } from '../nomination';
import { rescheduleAll } from '../reschedule';
import { sharedPoolOf } from '../take-back';

/** Longer than any request can last: seats that have no nomination by then are orphaned by a crash. */
export const ORPHAN_MS = 5 * MINUTE;

/**
 * After its deadline, a quota's unused seats go to the open pool, or to the online room of an event without a
 * hall; not while the event is postponed, or a reserve waits for them. Orphaned seats, whose nomination was never written, are removed.
 * Idempotent.
 * @param read the event's room, where the caller read it just now
 */
export const releaseExpiredQuotas = async (
  world: World,
  eventId: string,
  read?: EventRoom,
): Promise<void> => {
  const room = read ?? (await readRoom(world, eventId));
  if (!room.event) return;
  const shared = sharedPoolOf(room.event);
  const quotas = room.pools.filter(({ pool }) => isQuota(pool) && seatsIn(room, pool).size > 0);
  if (!quotas.length) return;
  const now = world.now();
  // Deadlines that move with a new date must move before one of them is taken for past.
  const nominations = await rescheduleAll(world, room, await listNominations(world, eventId));
  const postponed = room.event.status === 'postponed';
  for (const { pool, asked = 0 } of quotas) {
    const given = nominations.find((n) => n.pool === pool);
    if (given) {
      // Shortly before the event a free seat is for the officer to give to the reserve.
      const isFree = seatsIn(room, pool).free > 0 && !isWaitedFor(room, pool);
      if (!postponed && given.deadline <= iso(now) && isFree)
        await releaseQuota(world, eventId, pool, shared);
    } else if (now - asked > ORPHAN_MS) await takeBackOrphan(world, { ...room, event: room.event }, pool);
  }
};

/**
 * The request that gave this quota crashed before it wrote the nomination. The seats do not go to the open
 * pool: giving the quota again would then add them twice. A person who has such a seat already (of that unit,
 * registered by the office) keeps it, as a seat of the shared pool.
 */
const takeBackOrphan = async (
  world: World,
  room: EventRoom & { event: Event },
  pool: string,
): Promise<void> => {
  const { id: eventId } = room.event;
  // The list's index may be behind the table; the item itself is not.
  const id = nominationId(eventId, pool);
  if (await findNomination(world, id)) return;
  const { held } = seatsIn(room, pool);
  await setPoolSize(world, eventId, { pool, path: 'quota' }, held);
  if (held > 0) await releaseQuota(world, eventId, pool, sharedPoolOf(room.event));
  world.log({ what: 'orphan-quota-taken-back', level: 'warn', event: eventId, pool });
};
