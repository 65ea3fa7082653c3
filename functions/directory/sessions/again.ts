import { Problem } from '../../platform/problem/problem';
import { MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';

/** So long after signing in a person may change what opens accounts. */
const LATELY = 10 * MINUTE;

/** Whether the person who acts has proved within ten minutes who they are. */
export const signedInLately = (world: World): boolean =>
  world.authenticatedAt !== undefined && world.authenticatedAt > world.now() - LATELY;

/**
 * Before a factor is added or taken away, a token is made or an account is changed: a session that was left open, or
 * stolen, is not enough.
 * @throws Problem unauthenticated `sign-in-again`
 */
export const mustHaveSignedInLately = (world: World): void => {
  if (!signedInLately(world)) throw new Problem('unauthenticated', 'sign-in-again');
};
