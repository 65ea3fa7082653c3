import { linkToken, tokenHash } from '../../platform/keys/link-token';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import { datedLines } from '../letters/dated-lines';
import { change } from './change';
import { followed } from './follow-event';
import type { Invitation, Terms } from './invitation';
import { respondByFor, tidy } from './invite';
import { getInvitation } from './list';
import { notInvitableBecause } from './may';

/**
 * Sends a prepared invitation, or sends one again: a new turn with a new link, and the old link dies.
 * The answer stays. A changed text parts from the letter that was signed, which is then left out.
 * @throws Problem conflict as `invite`, `invitation-revoked`; stale `invitation-stale`
 */
export const issue = async (
  world: World,
  id: string,
  version: number,
  terms: Terms = {},
): Promise<Invitation> => {
  const before = await getInvitation(world, id);
  const event = await getEvent(world, before.eventId);
  const refusal = notInvitableBecause(event, world.now(), false);
  if (refusal) throw refusal;
  if (before.status === 'revoked') throw new Problem('conflict', 'invitation-revoked');
  const standing = { ...before, ...followed(world, event, before) };
  const given = tidy(terms.letterText);
  const reworded = given !== '' && given !== before.letterText;
  const letterText = reworded ? given : standing.letterText;
  const turn = before.turn + 1;
  return change(
    world,
    id,
    version,
    {
      status: 'issued',
      turn,
      tokenHash: tokenHash(linkToken(world, id, turn)),
      issuedAt: iso(world.now()),
      known: { turn: event.turn, schedule: event.schedule },
      seatsOffered: terms.seatsOffered ?? before.seatsOffered,
      respondBy: respondByFor(world, event, terms.respondBy ?? standing.respondBy),
      reckonedFrom: event.startsAt,
      letterText,
      // Words left as they are may still say the old day, and stay under a warning.
      said: reworded ? datedLines(event) : standing.said,
      remindedAt: undefined,
      ...(letterText !== before.letterText && { signedLetter: undefined, signedAt: undefined }),
    },
    ['prepared', 'issued'],
  );
};
