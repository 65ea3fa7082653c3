import { MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { leases } from '../deliveries/notices-table';

/** A sender that gives no sign of life for so long is dead; the next one takes over. */
const LEASE = MINUTE;
const KEY = { pk: 'sender', sk: 'lease' } as const;

export interface Lease {
  /** Prolongs the lease when half of it is over. @returns false where another sender took it over */
  renew(): Promise<boolean>;
  /** @param rest so long (ms) no sender may take it */
  end(rest?: number): Promise<void>;
}

/**
 * One sender at a time, so that the pace is that of one. The lease does not protect against a mail sent twice:
 * each delivery's claim does.
 * @returns undefined where another sender has the lease
 */
export const takeLease = async (world: World): Promise<Lease | undefined> => {
  const holder = crypto.randomUUID();
  let ends = 0;
  const write = async (until: number, condition: { if: string; values: object }): Promise<boolean> => {
    const { ok } = await world.db.updateIf(leases, KEY, { set: { holder, leaseEnds: until }, ...condition });
    if (ok) ends = until;
    return ok;
  };
  const isOurs = { if: 'holder = :holder', values: { ':holder': holder } };
  const isFree = {
    if: 'attribute_not_exists(pk) OR leaseEnds <= :now',
    values: { ':now': world.now() },
  };
  if (!(await write(world.now() + LEASE, isFree))) return undefined;
  return {
    renew: async () => world.now() <= ends - LEASE / 2 || write(world.now() + LEASE, isOurs),
    end: async (rest = 0) => {
      try {
        await write(rest && world.now() + rest, isOurs);
      } catch {
        // The lease ends by itself in a minute.
      }
    },
  };
};
