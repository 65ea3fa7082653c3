import { Problem } from '../../../platform/problem/problem';
import { ifVersion } from '../../../platform/store/optimistic-lock';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { getEvent } from '../../event/get';
import { annotate } from '../change';
import type { Invitation } from '../invitation';
import { getInvitation } from '../list';
import { notAskableAgainBecause } from '../may';

/**
 * Asks a body that declined the old date whether it comes on the new one. Its answer stays until it gives another.
 * @throws Problem conflict `ask-again-not-due`, `asked-again-already`, `reminder-event-off`, `reminder-closed`;
 *   stale `invitation-stale` where it answered meanwhile
 */
export const askAgain = async (world: World, id: string): Promise<Invitation> => {
  const found = await getInvitation(world, id);
  const refusal = notAskableAgainBecause(found, await getEvent(world, found.eventId), world.now());
  if (refusal) throw refusal;
  const condition = ifVersion(found.version, {
    if: '#status = :issued AND (attribute_not_exists(askedAgainAt) OR askedAgainAt < answer.#at)',
    names: { '#status': 'status', '#at': 'at' },
    values: { ':issued': 'issued' },
  });
  const written = await annotate(world, id, { set: { askedAgainAt: iso(world.now()) }, ...condition });
  if (written.ok) return written.item!;
  const { version } = await getInvitation(world, id);
  throw version === found.version
    ? new Problem('conflict', 'asked-again-already')
    : new Problem('stale', 'invitation-stale');
};
