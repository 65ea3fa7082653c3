import { linkToken, tokenHash } from '../../platform/keys/link-token';
import { Problem } from '../../platform/problem/problem';
import { trimLines } from '../../platform/text/text';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import { datedLines } from '../letters/dated-lines';
import { oldDateOf, respondByFor } from './answer-deadline';
import { changeInvitation } from './change';
import type { Invitation, Terms } from './invitation';
import { getInvitation } from './list';
import { notInvitableBecause } from './may';
import { rescheduled } from './reschedule';

/**
 * Sends a prepared invitation, or sends one again: a new turn with a new link; the old link stops working.
 * The answer stays. If the text, the seats or the day to answer by changed, the signed letter no longer matches and is
 * removed.
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
  const moved = rescheduled(world, event, before);
  const current = { ...before, ...moved };
  const given = trimLines(terms.letterText);
  const reworded = given !== '' && given !== before.letterText;
  const asked = {
    letterText: reworded ? given : current.letterText,
    seatsOffered: terms.seatsOffered ?? before.seatsOffered,
    respondBy: respondByFor(world, event, terms.respondBy ?? current.respondBy),
  };
  const isSame = (['letterText', 'seatsOffered', 'respondBy'] as const).every(
    (name) => asked[name] === before[name],
  );
  const turn = before.turn + 1;
  return changeInvitation(world, id, {
    version,
    from: ['prepared', 'issued'],
    set: {
      status: 'issued',
      turn,
      tokenHash: tokenHash(linkToken(world, id, turn)),
      issuedAt: iso(world.now()),
      known: { turn: event.turn, schedule: event.schedule },
      ...asked,
      reckonedFrom: event.startsAt,
      // An unchanged text may still have the old day; the console goes on warning of it.
      said: reworded ? datedLines(event) : current.said,
      remindedAt: undefined,
      // The new letter asks a body that declined the old date.
      askedAgainAt:
        before.answer?.answer === 'declined' && oldDateOf(before, event) ? iso(world.now()) : undefined,
      ...(!isSame && { signedLetter: undefined, signedAt: undefined }),
      // In its own words it is no longer the letter that went to all.
      ...(reworded && { letterId: undefined }),
    },
  });
};
