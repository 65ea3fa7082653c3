import { isDeepStrictEqual } from 'node:util';
import { invalid, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { change } from './change';
import type { AnswerInput, Invitation, Through } from './invitation';
import { getInvitation } from './list';
import { closedBecause } from './may';
import { readOne } from './read';

/**
 * A body answers by its link, or changes its answer, until the respond-by second.
 * @param link the link's token and, for another invitation of the same body, that one's id
 * @param version the version that was read
 * @throws Problem gone `invitation-closed`, `invitation-revoked`, `invitation-event-cancelled`; stale
 *   `invitation-stale` where somebody else answered in between; invalid `too-many-delegates`,
 *   `answer-stands`
 */
export const answerInvitation = async (
  world: World,
  link: { token: string; id?: string },
  version: number,
  input: AnswerInput,
): Promise<Invitation> => {
  const { invitation, event } = await readOne(world, link.token, link.id);
  const closed = closedBecause(invitation, event, world.now());
  if (closed) throw closed;
  return keep(world, invitation, version, input, 'link');
};

/**
 * Staff enter what came by phone or letter; no deadline binds them, since the paper may come late.
 * @throws Problem conflict `invitation-not-issued`; stale; invalid
 */
export const enterAnswer = async (
  world: World,
  id: string,
  version: number,
  input: AnswerInput,
  through: Exclude<Through, 'link'>,
): Promise<Invitation> => {
  const invitation = await getInvitation(world, id);
  if (invitation.status !== 'issued') throw new Problem('conflict', 'invitation-not-issued');
  return keep(world, invitation, version, input, through, world.db.actor);
};

const keep = async (
  world: World,
  invitation: Invitation,
  version: number,
  input: AnswerInput,
  through: Through,
  enteredBy?: string,
): Promise<Invitation> => {
  if (input.delegates.length > invitation.seatsOffered)
    throw invalid('delegates', 'too-many-delegates', { max: invitation.seatsOffered });
  // Whoever declines sends nobody; what the body gives it may still give.
  const said: AnswerInput = input.answer === 'declined' ? { ...input, delegates: [] } : input;
  if (invitation.version === version + 1 && says(invitation, said, through)) return invitation;
  // What was kept only for the head's approval must not push out an answer that we count on.
  if (
    said.answer === 'saved' &&
    invitation.version === version &&
    invitation.answer &&
    invitation.answer.answer !== 'saved'
  )
    throw invalid('answer', 'answer-stands');
  const answer = { ...said, at: iso(world.now()), through, ...(enteredBy && { enteredBy }) };
  return change(world, invitation.id, version, { answer }, ['issued']);
};

/** A repeat of the same answer (a second tap, a lost answer of ours) is no quarrel between two people. */
const says = ({ answer }: Invitation, said: AnswerInput, through: Through): boolean => {
  if (!answer) return false;
  const { at: _at, through: before, enteredBy: _by, ...kept } = answer;
  const bare = (value: unknown) => JSON.parse(JSON.stringify(value));
  return before === through && isDeepStrictEqual(bare(kept), bare(said));
};
