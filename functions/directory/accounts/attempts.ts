import { createHmac } from 'node:crypto';
import { base32 } from '../../platform/keys/ids';
import { networksOf } from '../../platform/keys/network';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { attemptCounters } from './account';

export interface Allowance {
  most: number;
  /** The length of a window in milliseconds; each window has its own counter. */
  within: number;
}

/** The key of the counter that an attempt was counted in; none where nothing is counted. */
export type Counted = string | undefined;

/**
 * Rate limit: counts one attempt of an email address or network address, kept as a keyed hash. One write. It is
 * counted before it is looked at, so that many at once are no more than allowed; a right one is taken back then
 * (`uncount`).
 * @throws Problem `too-many` past what is allowed, with `until`: from then on there is another window
 */
export const countAttempt = async (
  world: World,
  what: string,
  who: string,
  allowance: Allowance,
): Promise<Counted> => (await countedAttempt(world, what, who, allowance))?.pk;

/** The same, with how many there are now. */
export const countedAttempt = async (
  world: World,
  what: string,
  who: string,
  { most, within }: Allowance,
): Promise<{ pk: string; n: number } | undefined> => {
  if (!world.settings.rateLimits) return undefined;
  const window = Math.floor(world.now() / within);
  const ends = (window + 1) * within;
  const whose = createHmac('sha256', world.settings.secrets.token).update(`${what}:${who}`).digest();
  const pk = `tries#${base32(whose).slice(0, 26)}#${window}`;
  const counter = await world.db.update(
    attemptCounters,
    { pk },
    {
      expression: 'n = if_not_exists(n, :zero) + :one',
      set: { expiresAt: Math.ceil(ends / 1_000) },
      values: { ':zero': 0, ':one': 1 },
      returns: 'ALL_NEW',
    },
  );
  const n = counter?.n ?? 0;
  if (n > most) throw new Problem('too-many', 'too-many', { until: iso(ends) });
  return { pk, n };
};

/** What the networks of a caller may do: the whole provider of an IPv6 address may do more than one house. */
interface NetworkAllowance {
  near: number;
  wide: number;
  within: number;
}

/**
 * Counts one attempt of the networks that an address belongs to, not of the address: one customer has 2^64 addresses
 * of IPv6. One write, two for IPv6.
 * @throws Problem `too-many`
 */
export const countNetwork = async (
  world: World,
  what: string,
  address: string,
  { near, wide, within }: NetworkAllowance,
): Promise<Counted[]> => {
  const networks = networksOf(address);
  const counted = [await countAttempt(world, what, networks.near, { most: near, within })];
  if (networks.wide) counted.push(await countAttempt(world, what, networks.wide, { most: wide, within }));
  return counted;
};

/** The attempts were right: they do not count towards the limit. */
export const uncount = async (world: World, attempts: readonly Counted[]): Promise<void> => {
  await Promise.all(
    attempts
      .filter((pk) => pk !== undefined)
      // Refused where the window is over and its counter is gone.
      .map((pk) =>
        world.db.updateIf(
          attemptCounters,
          { pk },
          {
            expression: 'n = n - :one',
            if: 'n > :zero',
            values: { ':zero': 0, ':one': 1 },
          },
        ),
      ),
  );
};
