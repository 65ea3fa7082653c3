import { createHmac } from 'node:crypto';
import { base32 } from '../../platform/keys/ids';
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
  { most, within }: Allowance,
): Promise<Counted> => {
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
  if ((counter?.n ?? 0) > most) throw new Problem('too-many', 'too-many', { until: iso(ends) });
  return pk;
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
