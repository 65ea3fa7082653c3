import { type FieldError, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { setPoolSize } from '../../seats/capacity';
import { seatsIn } from '../../seats/ledger/room';
import type { EventInput, PoolOrQuota } from '../event/event-input';
import type { EventRoom } from '../event/room';

/** The requested size of a pool that is open to everybody, and the input's field for messages. */
export interface SharedPool {
  pool: 'open' | 'online';
  seats: number;
  path: string;
}

type SeatsInput = Pick<EventInput, 'mode' | 'capacity'> & { pools?: readonly PoolOrQuota[] | undefined };

/**
 * The shared pools that an input asks for. `capacity` is short for one pool: the hall's, or the online
 * room's where there is no hall. An input without either changes nothing.
 */
export const requestedPools = (input: SeatsInput): SharedPool[] => {
  if (input.pools)
    return input.pools.flatMap((p, i) =>
      p.kind === 'quota' ? [] : [{ pool: p.kind, seats: p.seats, path: `pools.${i}.seats` }],
    );
  if (input.capacity === undefined) return [];
  return [{ pool: input.mode === 'online' ? 'online' : 'open', seats: input.capacity, path: 'capacity' }];
};

/** The pools whose size changes: those requested, and to zero the pool that the event's new mode does not have. */
export const poolsToSet = (input: SeatsInput, room: EventRoom | undefined): SharedPool[] => {
  const requested = requestedPools(input);
  const gone = input.mode === 'online' ? 'open' : input.mode === 'in-person' ? 'online' : undefined;
  const shrink =
    gone && room && !requested.some((p) => p.pool === gone) && seatsIn(room, gone).size > 0
      ? [{ pool: gone, seats: 0, path: 'mode' } as const]
      : [];
  // Sizes that are right already are left out, so that an event sent back as it was read writes nothing.
  return [...requested, ...shrink].filter(
    ({ pool, seats }) => !room?.pools.some((p) => p.pool === pool) || seatsIn(room, pool).size !== seats,
  );
};

/** @throws Problem invalid `capacity-below-held` at every pool with more people than requested seats */
export const mustHoldSeated = (pools: readonly SharedPool[], room: EventRoom): void => {
  const fields: FieldError[] = pools.flatMap(({ pool, seats, path }) => {
    const { held } = seatsIn(room, pool);
    return seats < held ? [{ path, code: 'capacity-below-held', detail: { held } }] : [];
  });
  if (fields.length) throw new Problem('invalid', 'invalid', {}, fields);
};

/** Sets the sizes. Idempotent. */
export const setPools = async (
  world: World,
  eventId: string,
  pools: readonly SharedPool[],
): Promise<void> => {
  for (const { pool, seats, path } of pools) await setPoolSize(world, eventId, { pool, path }, seats);
};
