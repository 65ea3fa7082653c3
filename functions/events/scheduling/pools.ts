import { type FieldError, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Room, seatsIn } from '../../seats/ledger/room';
import { setPoolSize } from '../../seats/protocol/capacity';
import type { EventInput, PoolOrQuota } from '../event/event-input';

/** A pool that everybody may sit in, as asked for, and the input's field that says so. */
export interface SharedPool {
  pool: 'open' | 'online';
  seats: number;
  path: string;
}

type SeatsSaid = Pick<EventInput, 'mode' | 'capacity'> & { pools?: readonly PoolOrQuota[] | undefined };

/**
 * The shared pools that an input asks for. `capacity` is short for one pool: the hall's, or the online
 * room's where there is no hall. Nothing said changes nothing.
 */
export const askedPools = (input: SeatsSaid): SharedPool[] => {
  if (input.pools)
    return input.pools.flatMap((p, i) =>
      p.kind === 'quota' ? [] : [{ pool: p.kind, seats: p.seats, path: `pools.${i}.seats` }],
    );
  if (input.capacity === undefined) return [];
  return [{ pool: input.mode === 'online' ? 'online' : 'open', seats: input.capacity, path: 'capacity' }];
};

/**
 * What is to be set in a room: the pools asked for, and a pool that the event's mode no longer has
 * shrinks to nothing.
 */
export const poolsToSet = (input: SeatsSaid, room: Room | undefined): SharedPool[] => {
  const asked = askedPools(input);
  const gone = input.mode === 'online' ? 'open' : input.mode === 'in-person' ? 'online' : undefined;
  const shrink =
    gone && room && !asked.some((p) => p.pool === gone) && seatsIn(room, gone).size > 0
      ? [{ pool: gone, seats: 0, path: 'mode' } as const]
      : [];
  // What stands is not set again, so that an event put back as it was read changes nothing.
  return [...asked, ...shrink].filter(
    ({ pool, seats }) => !room?.pools.some((p) => p.pool === pool) || seatsIn(room, pool).size !== seats,
  );
};

/** @throws Problem naming every pool that would fall below its held seats; nothing is written */
export const refuseBelowHeld = (pools: readonly SharedPool[], room: Room): void => {
  const fields: FieldError[] = pools.flatMap(({ pool, seats, path }) => {
    const { held } = seatsIn(room, pool);
    return seats < held ? [{ path, code: 'capacity-below-held', detail: { held } }] : [];
  });
  if (fields.length) throw new Problem('invalid', 'invalid', {}, fields);
};

/** Sets the sizes; saying the same sizes again does no harm. */
export const setPools = async (
  world: World,
  eventId: string,
  pools: readonly SharedPool[],
): Promise<void> => {
  for (const { pool, seats, path } of pools) await setPoolSize(world, eventId, { pool }, seats, path);
};
