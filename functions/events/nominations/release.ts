import { iso, MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { isShared } from '../../seats/ledger/queue';
import { type Room, readRoom, seatsIn } from '../../seats/ledger/room';
import { releaseQuota, setPoolSize } from '../../seats/protocol/capacity';
import type { Event } from '../event/event';
import { listNominations } from './list';
import { movedAlong } from './move-deadlines';
import { nominationId, nominationsTable } from './nomination';
import { sharedPoolOf } from './take-back';

/** Longer than any request can live: seats without a nomination by then are those of a crash. */
export const ORPHAN_MS = 5 * MINUTE;

/**
 * After its deadline, what a quota has not used falls to the open pool, or to the online room of an event
 * without a hall; not while the event is postponed and nobody can use it. Seats of a quota that never got its
 * nomination are taken back. Safe to repeat.
 */
export const releaseExpiredQuotas = async (world: World, eventId: string): Promise<void> => {
  const room = await readRoom(world, eventId);
  if (!room.event) return;
  const shared = sharedPoolOf(room.event);
  const quotas = room.pools.filter(({ pool }) => !isShared(pool) && seatsIn(room, pool).size > 0);
  if (!quotas.length) return;
  const now = world.now();
  // A deadline that goes with a new date must do so before it is found past.
  const nominations = await movedAlong(world, room, await listNominations(world, eventId));
  const standsStill = room.event.status === 'postponed';
  for (const { pool, asked = 0 } of quotas) {
    const given = nominations.find((n) => n.pool === pool);
    if (given) {
      if (!standsStill && given.deadline <= iso(now) && seatsIn(room, pool).free > 0)
        await releaseQuota(world, eventId, pool, shared);
    } else if (now - asked > ORPHAN_MS) await takeBackOrphan(world, { ...room, event: room.event }, pool);
  }
};

/**
 * The request that gave this quota died before it wrote the nomination. Nobody was ever told of the seats, so
 * they do not fall to the open pool: whoever gives the quota again would have them twice. Who sits there
 * already (somebody of that unit, registered by the office) keeps the seat, as one of everybody's.
 */
const takeBackOrphan = async (world: World, room: Room & { event: Event }, pool: string): Promise<void> => {
  const { id: eventId } = room.event;
  // The list trails by a moment; the item itself does not.
  const id = nominationId(eventId, pool);
  if (await world.db.get(nominationsTable, { pk: id, sk: 'nomination' }, { consistent: true })) return;
  const { held } = seatsIn(room, pool);
  await setPoolSize(world, eventId, { pool }, held, 'quota');
  if (held > 0) await releaseQuota(world, eventId, pool, sharedPoolOf(room.event));
  world.log({ what: 'orphan-quota-taken-back', level: 'warn', event: eventId, pool });
};
