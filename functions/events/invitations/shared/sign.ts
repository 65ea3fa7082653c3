import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { dropSigned, keepSigned, markLetter, type Scope } from '../../letters/keep';
import type { PdfField } from '../../letters/pdf';
import type { LetterMarks, SharedLetter } from '../../letters/shared-letter';
import { inPortion } from '../../rosters/portion';
import { annotate } from '../change';
import type { Invitation } from '../invitation';
import { type LetterToMany, lacksFile, mustHaveMembers, ownFile, readLetter, wordsOf } from './members';

interface Upload extends LetterMarks {
  pdf: Uint8Array;
  scope: Scope;
  field?: PdfField;
}

/**
 * Stores the signed letter once, for all its addressees: their mails carry it, their pages offer it. A body that has the
 * mail already is told. Idempotent: the same file sent again reaches those that it did not reach the first time.
 * @throws Problem as `mustBePdf`; conflict `letter-empty`; stale `letter-stale`
 */
export const signLetter = async (
  world: World,
  id: string,
  { pdf, scope, field = 'file', ...marks }: Upload,
): Promise<LetterToMany> => {
  const many = await readLetter(world, id);
  const { members } = many;
  mustHaveMembers(many);
  const marked = await markLetter(world, many.letter, marks);
  // Of those with other words, which were edited this very moment, the file is none.
  const words = wordsOf(members.at(-1)!);
  const letter = await keepSigned(world, marked, pdf, { scope, words, field });
  await handOut(world, { letter, members });
  return readLetter(world, id);
};

/** Gives the letter's signed file to those of its addressees that lack it. Idempotent. */
export const handOut = async (
  world: World,
  { letter, members }: Pick<LetterToMany, 'letter' | 'members'>,
): Promise<unknown> =>
  inPortion(
    members.filter((member) => lacksFile(letter, member)),
    (member) => giveFile(world, letter, member),
    () => true,
  );

/** Refused where the body's words changed, or it left the letter: then the file is not theirs. */
const giveFile = (world: World, letter: SharedLetter, member: Invitation) =>
  annotate(world, member.id, {
    // The time of this write: a body whose mail went without the letter must hear of it.
    set: { signedLetter: ownFile(letter, member)!.key, signedAt: iso(world.now()) },
    if: 'letterId = :letter AND letterText = :text',
    values: { ':letter': letter.id, ':text': member.letterText },
  });

/**
 * Takes the signed letter back: no mail carries it and no page offers it any more. Idempotent.
 * @throws Problem missing `letter-unknown`; stale `letter-stale`
 */
export const unsignLetter = async (world: World, id: string): Promise<LetterToMany> => {
  const { letter, members } = await readLetter(world, id);
  const keys = letter.files.map(({ key }) => key);
  const theirs = members.filter(({ signedLetter }) => signedLetter && keys.includes(signedLetter));
  await inPortion(
    theirs,
    (member) =>
      annotate(world, member.id, {
        set: { signedLetter: undefined, signedAt: undefined },
        if: 'signedLetter = :key',
        values: { ':key': member.signedLetter },
      }),
    () => true,
  );
  // Last: after a crash the letter still says which files are to be taken back.
  await dropSigned(world, letter);
  return readLetter(world, id);
};
