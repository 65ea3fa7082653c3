import type { PdfField } from '../../../documents/pdf';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { clearMarks, dropSigned, keepSigned, markLetter, type Scope } from '../../letters/keep';
import type { LetterMarks, SharedLetter, SignedFile } from '../../letters/shared-letter';
import { inPortion } from '../../rosters/portion';
import { annotate } from '../change';
import type { Invitation } from '../invitation';
import {
  hasOldFile,
  isOutdated,
  type LetterToMany,
  lacksFile,
  mustHaveMembers,
  ownFile,
  readLetter,
  wordsOf,
} from './members';

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
  const { members, event } = many;
  mustHaveMembers(many);
  const before = scope === 'all' && isOutdated(many) ? await clearMarks(world, many.letter) : many.letter;
  const marked = await markLetter(world, before, marks);
  const words = Object.fromEntries(members.map((member) => [member.id, wordsOf(event, member)]));
  const letter = await keepSigned(world, marked, pdf, { scope, words, field });
  await handOut(world, { letter, event, members });
  return readLetter(world, id);
};

/** Gives the letter's signed file to those of its addressees that lack it, and takes an outdated one back. Idempotent. */
export const handOut = async (world: World, { members, ...of }: LetterToMany): Promise<unknown> =>
  inPortion(
    members.filter(
      (member) => lacksFile(of, member) || (hasOldFile(of, member) && hasFile(of.letter, member)),
    ),
    (member) => giveFile(world, of.letter, { member, file: ownFile(of, member) }),
    () => true,
  );

const hasFile = ({ files }: SharedLetter, { signedLetter }: Invitation): boolean =>
  files.some(({ key }) => key === signedLetter);

/** Refused where what the body is asked changed, or it left the letter: then the file is not theirs. */
const giveFile = (
  world: World,
  letter: SharedLetter,
  { member, file }: { member: Invitation; file: SignedFile | undefined },
) =>
  annotate(world, member.id, {
    set: {
      signedLetter: file?.key,
      // The time of this write: a body whose mail went without the letter must hear of it.
      signedAt: file && iso(world.now()),
    },
    if: 'letterId = :letter AND letterText = :text AND respondBy = :by AND seatsOffered = :seats',
    values: {
      ':letter': letter.id,
      ':text': member.letterText,
      ':by': member.respondBy,
      ':seats': member.seatsOffered,
    },
  });

/**
 * Takes the signed letter back: no mail carries it and no page offers it any more. Idempotent.
 * @throws Problem missing `letter-unknown`; stale `letter-stale`
 */
export const unsignLetter = async (world: World, id: string): Promise<LetterToMany> => {
  const { letter, members } = await readLetter(world, id);
  const theirs = members.filter((member) => hasFile(letter, member));
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
