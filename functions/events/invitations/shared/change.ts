import * as z from 'zod';
import { idOf, line, optional } from '../../../platform/input/fields';
import { Problem } from '../../../platform/problem/problem';
import { trimLines } from '../../../platform/text/text';
import type { World } from '../../../platform/world/world';
import { datedLines } from '../../letters/dated-lines';
import { markLetter } from '../../letters/keep';
import { LetterMarks } from '../../letters/shared-letter';
import { inPortion } from '../../rosters/portion';
import { respondByFor } from '../answer-deadline';
import { changeInvitation } from '../change';
import { type Invitation, Terms } from '../invitation';
import { type LetterToMany, mayReword, readLetter } from './members';

/** What may be edited of a letter to many. What is left out stays. */
export const LetterChange = z.strictObject({
  ...Terms.shape,
  ...LetterMarks.shape,
  guests: optional(
    z.array(z.strictObject({ invitationId: idOf('inv'), guest: optional(line(200)) })).max(300),
  ).describe('Who is invited for each body, as the list says. Without `guest` its line names no person'),
});
export type LetterChange = z.output<typeof LetterChange>;

/**
 * Edits a letter to many: who signs, its number and day; and, as `mayReword` says, its words, the seats and the day to
 * answer by. A signed letter no longer matches what changed and is removed.
 * @throws Problem missing `letter-unknown`; conflict `letter-sent`; invalid as `invite`; stale `letter-stale`,
 *   `invitation-stale`
 */
export const changeLetter = async (
  world: World,
  id: string,
  { seatsOffered, respondBy, letterText, guests = [], ...marks }: LetterChange,
): Promise<LetterToMany> => {
  const many = await readLetter(world, id);
  const terms = { seatsOffered, respondBy, letterText: trimLines(letterText) || undefined };
  const named = new Map(guests.map(({ invitationId, guest }) => [invitationId, guest]));
  const guestOf = (member: Invitation) => (named.has(member.id) ? named.get(member.id) : member.guest);
  const changed = many.members.filter((m) => differs(terms, m) || guestOf(m) !== m.guest);
  if (changed.length > 0 && !mayReword(many)) throw new Problem('conflict', 'letter-sent');
  const { event } = many;
  if (respondBy) respondByFor(world, event, respondBy);
  await markLetter(world, many.letter, marks);
  await inPortion(
    changed,
    (member) => {
      const reworded = terms.letterText !== undefined && terms.letterText !== member.letterText;
      return changeInvitation(world, member.id, {
        version: member.version,
        from: ['prepared', 'issued'],
        set: {
          guest: guestOf(member),
          ...(seatsOffered !== undefined && { seatsOffered }),
          ...(respondBy && { respondBy, reckonedFrom: event.startsAt }),
          ...(reworded && { letterText: terms.letterText!, said: datedLines(event) }),
          signedLetter: undefined,
          signedAt: undefined,
        },
      });
    },
    () => true,
  );
  return readLetter(world, id);
};

const differs = (terms: Terms, member: Invitation): boolean =>
  (['seatsOffered', 'respondBy', 'letterText'] as const).some(
    (name) => terms[name] !== undefined && terms[name] !== member[name],
  );
