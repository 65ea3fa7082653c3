import { isDeepStrictEqual } from 'node:util';
import { invalid, Problem } from '../../platform/problem/problem';
import { sameName } from '../../platform/text/person-name';
import { isMasked, maskPhone } from '../../platform/text/phone';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import { closedBecause } from './answer-deadline';
import { changeInvitation } from './change';
import { partyAfter, seatAnswered } from './delegates';
import type { AnswerInput, Invitation, Through } from './invitation';
import { getInvitation } from './list';
import { readOne } from './read';

/**
 * A body answers by its link, or changes its answer, until the respond-by second.
 * @param link the link's token; an id that is not its invitation's is refused
 * @param version the version that was read
 * @throws Problem gone `invitation-closed`, `invitation-revoked`, `invitation-event-cancelled`; stale
 *   `invitation-stale` where another answer came in between; invalid `too-many-delegates`, `answer-stands`
 * @example await answerInvitation(world, { token }, invitation.version, parse(AnswerInput, body));
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
  return saveAnswer(world, invitation, {
    version,
    input: unmasked(invitation, version, input),
    through: 'link',
  });
};

/**
 * The answer with the numbers that its link showed masked. A number belongs to a name, then to its place in the list.
 * @throws Problem invalid where no such number is on file
 */
const unmasked = (
  { answer, lastDelegates, version: current }: Invitation,
  version: number,
  input: AnswerInput,
): AnswerInput => {
  const known = [...(answer?.delegates ?? []), ...(lastDelegates ?? [])];
  const numberOf = (name: string, mask: string, i: number): string => {
    const fitting = known.filter(({ phone }) => phone && maskPhone(phone) === mask);
    const { phone } =
      fitting.find((d) => sameName(d.name, name)) ?? fitting.find((d) => d === known[i]) ?? fitting[0] ?? {};
    // Of an older page: that its answer is stale is said before that.
    if (!phone && version === current) throw invalid(`delegates.${i}.phone`, 'phone-malformed');
    return phone ?? mask;
  };
  const delegates = input.delegates.map((d, i) =>
    d.phone && isMasked(d.phone) ? { ...d, phone: numberOf(d.name, d.phone, i) } : d,
  );
  return { ...input, delegates };
};

/** What a link shows of the people it named: their numbers masked, since links are passed on. */
export const maskedForLink = (invitation: Invitation): Invitation => {
  const masked = (people: AnswerInput['delegates']) =>
    people.map((d) => (d.phone ? { ...d, phone: maskPhone(d.phone) } : d));
  const { answer, lastDelegates } = invitation;
  return {
    ...invitation,
    ...(answer && { answer: { ...answer, delegates: masked(answer.delegates) } }),
    ...(lastDelegates && { lastDelegates: masked(lastDelegates) }),
  };
};

/**
 * Staff enter an answer that came by phone or letter. No deadline applies, since the paper may come late.
 * @throws Problem conflict `invitation-not-issued`; stale; invalid
 */
export const enterAnswer = async (
  world: World,
  id: string,
  version: number,
  { through, forOldDate, ...input }: AnswerInput & Entered,
): Promise<Invitation> => {
  const invitation = await getInvitation(world, id);
  if (invitation.status !== 'issued') throw new Problem('conflict', 'invitation-not-issued');
  const former = forOldDate ? (await getEvent(world, invitation.eventId)).formerStartsAt : undefined;
  return saveAnswer(world, invitation, {
    version,
    input,
    through,
    enteredBy: world.db.actor,
    ...(former && { forStart: former }),
  });
};

interface Entered {
  through: Exclude<Through, 'link'>;
  /** The answer came late: it is for the date before the event moved. */
  forOldDate?: boolean | undefined;
}

interface Given {
  version: number;
  input: AnswerInput;
  through: Through;
  enteredBy?: string;
  forStart?: string;
}

const saveAnswer = async (
  world: World,
  invitation: Invitation,
  { version, input, through, enteredBy, forStart = invitation.reckonedFrom }: Given,
): Promise<Invitation> => {
  const given = consistent(input);
  if (given.delegates.length > invitation.seatsOffered)
    throw invalid('delegates', 'too-many-delegates', { max: invitation.seatsOffered });
  if (invitation.version === version + 1 && isSameAnswer(invitation, given, through)) {
    await seatAnswered(world, invitation.id);
    return invitation;
  }
  // An answer that waits for the head's approval must not replace one that the organizer counts on.
  const before = invitation.answer?.answer;
  if (given.answer === 'saved' && invitation.version === version && before && before !== 'saved')
    throw invalid('answer', 'answer-stands');
  const answer = {
    ...given,
    at: iso(world.now()),
    through,
    ...(enteredBy && { enteredBy }),
    // The date that this version of the invitation was about, so of a page that was open when the event moved.
    ...(forStart && { forStart }),
    version: version + 1,
  };
  const lastDelegates = given.answer === 'declined' ? delegatesLeftOut(invitation, input) : undefined;
  const party = partyAfter(world, invitation, answer);
  const set = { answer, answered: answer.answer, lastDelegates, ...(party.length && { party }) };
  const answered = await changeInvitation(world, invitation.id, { version, from: ['issued'], set });
  await seatAnswered(world, invitation.id);
  return answered;
};

/** A body that declines sends no delegates, though it may give support; one that accepts has no reason against. */
const consistent = (input: AnswerInput): AnswerInput => {
  if (input.answer === 'declined') return { ...input, delegates: [] };
  const { reason, ...rest } = input;
  return input.answer === 'accepted' || reason === undefined ? rest : input;
};

const delegatesLeftOut = ({ answer, lastDelegates }: Invitation, input: AnswerInput) =>
  [input.delegates, answer?.delegates, lastDelegates].find((people) => people && people.length > 0);

/** Idempotent: a second tap, or a retry after a lost response, is not a conflict between two people. */
const isSameAnswer = ({ answer }: Invitation, given: AnswerInput, through: Through): boolean => {
  if (!answer) return false;
  const { at: _at, through: before, enteredBy: _by, forStart: _start, version: _version, ...stored } = answer;
  const withoutUndefined = (value: unknown) => JSON.parse(JSON.stringify(value));
  return before === through && isDeepStrictEqual(withoutUndefined(stored), withoutUndefined(given));
};
