import { createHmac } from 'node:crypto';
import { base32 } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { attemptCounters } from './account';

export interface Allowance {
  most: number;
  /** The length of a window in milliseconds; each window has its own counter. */
  within: number;
}

/**
 * Rate limit: counts one attempt of an email address or network address, kept as a keyed hash. One write.
 * @throws Problem `too-many` past what is allowed
 */
export const countAttempt = async (
  world: World,
  what: string,
  who: string,
  { most, within }: Allowance,
): Promise<void> => {
  if (!world.settings.rateLimits) return;
  const window = Math.floor(world.now() / within);
  const whose = createHmac('sha256', world.settings.secrets.token).update(`${what}:${who}`).digest();
  const counter = await world.db.update(
    attemptCounters,
    { pk: `tries#${base32(whose).slice(0, 26)}#${window}` },
    {
      expression: 'n = if_not_exists(n, :zero) + :one',
      set: { expiresAt: Math.ceil(((window + 1) * within) / 1_000) },
      values: { ':zero': 0, ':one': 1 },
      returns: 'ALL_NEW',
    },
  );
  if ((counter?.n ?? 0) > most) throw new Problem('too-many', 'too-many');
};
