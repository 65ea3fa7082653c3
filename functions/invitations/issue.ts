import { getEvent } from '../events/get';
import { linkToken, tokenHash } from '../link-token';
import { Problem } from '../problem';
import { iso } from '../time';
import type { World } from '../world';
import { change } from './change';
import type { Invitation, Terms } from './invitation';
import { respondByFor, tidy } from './invite';
import { getInvitation } from './list';
import { notInvitableBecause } from './may';
import { movedTerms } from './move-answers';

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
  const letterText = tidy(terms.letterText) || before.letterText;
  const reworded = letterText !== before.letterText;
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
      respondBy: respondByFor(
        world,
        event,
        terms.respondBy ?? (movedTerms(world, event, before) ?? before).respondBy,
      ),
      reckonedFrom: event.startsAt,
      letterText,
      remindedAt: undefined,
      ...(reworded && { signedLetter: undefined, signedAt: undefined }),
    },
    ['prepared', 'issued'],
  );
};
