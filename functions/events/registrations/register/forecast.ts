import { lineage } from '../../../directory/units/list';
import type { Unit } from '../../../directory/units/unit';
import { isWaitedFor, seatsIn } from '../../../seats/ledger/room';
import type { EventRoom } from '../../event/room';
import type { Particulars } from '../../person/person-fields';
import { poolsFor } from './entry';

/** A quota as it will be. */
export interface QuotaAfter {
  name: string;
  size: number;
  held: number;
}

/** The seats of an event as they will be once people are written. */
export interface SeatsAfter {
  size: number;
  held: number;
  waiting: number;
  /** How many of these people get a seat. */
  seated: number;
  /** How many free seats belong to quotas: others do not get them. */
  kept: number;
  /** The quotas in which these people sit. */
  quotas: readonly QuotaAfter[];
}

interface Now {
  room: EventRoom;
  /** How many people wait. */
  waiting: number;
  units: readonly Unit[];
}

/**
 * Counts where people will sit, in their order, as registering seats them: in their nearest quota, then in the shared
 * seats, else in the queue. A pool that others wait for has no seat for them. Pure; others may register meanwhile.
 */
export const seatsAfter = (
  { room, waiting, units }: Now,
  people: readonly Pick<Particulars, 'unitId' | 'bodyId'>[],
): SeatsAfter => {
  const { size, held } = seatsIn(room);
  const taken = new Map<string, number>();
  const free = new Map(
    room.pools.map(({ pool }) => [pool, isWaitedFor(room, pool) ? 0 : seatsIn(room, pool).free]),
  );
  const hasSeat = (pool: string) => (free.get(pool) ?? 0) > (taken.get(pool) ?? 0);
  const online = room.event?.mode === 'online';
  let queued = 0;
  for (const { unitId, bodyId } of people) {
    const above = [...(bodyId ? [bodyId] : []), ...lineage(units, unitId).map(({ id }) => id)];
    const pool = poolsFor(room, above, online).find(hasSeat);
    if (pool) taken.set(pool, (taken.get(pool) ?? 0) + 1);
    else queued++;
  }
  const seated = [...taken.values()].reduce((sum, n) => sum + n, 0);
  return {
    size,
    held: held + seated,
    waiting: waiting + queued,
    seated,
    kept: room.pools
      .filter(({ pool }) => pool !== 'open' && pool !== 'online')
      .reduce((sum, { pool }) => sum + Math.max(0, seatsIn(room, pool).free - (taken.get(pool) ?? 0)), 0),
    quotas: room.pools.flatMap(({ pool, label }): QuotaAfter[] => {
      const added = taken.get(pool);
      if (!added || pool === 'open' || pool === 'online') return [];
      const now = seatsIn(room, pool);
      return [{ name: label ?? pool, size: now.size, held: now.held + added }];
    }),
  };
};
