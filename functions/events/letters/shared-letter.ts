import * as z from 'zod';
import { Signer } from '../../documents/signer';
import { line, optional } from '../../platform/input/fields';
import { table } from '../../platform/store/table';

/** A letter as it was signed. */
export interface SignedFile {
  /** In the file store. */
  key: string;
  at: string;
  /** How many addressees there were when it was uploaded. */
  upTo: number;
  /** What was signed for each addressee, as a hash by the invitation's id: it is of no use to one that changed since. */
  words: Record<string, string>;
}

/**
 * One giấy mời to many bodies: one draft with a list of its addressees, one signature, one file. The addressees are the
 * invitations that name it by `letterId`, and the words are theirs.
 */
export interface SharedLetter {
  pk: string;
  sk: 'letter';
  id: string;
  eventId: string;
  signer: Signer;
  /** The ids of all that were ever added; those that left, or were revoked, name it no more. */
  members: string[];
  /** The number and the day that the clerical office gave it: `125/GM-STP`, `2027-03-05`. */
  number?: string;
  dated?: string;
  /**
   * The first file is the letter with its list. The others are for addressees who were added later. Each belongs to those
   * who were there when it was uploaded and had none.
   */
  files: SignedFile[];
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** What is written on a letter beside its words. */
export const LetterMarks = z.strictObject({
  signer: optional(Signer),
  number: optional(line(40)).describe('As the clerical office wrote it, e.g. 125/GM-STP'),
  dated: optional(z.iso.date('time-malformed')),
});
export type LetterMarks = z.output<typeof LetterMarks>;

/** A signer of an earlier letter: proposed the next time. */
export interface UsedSigner {
  pk: 'signers';
  sk: string;
  signer: Signer;
  usedAt: string;
}

export const lettersTable = table<SharedLetter>({
  name: 'letters',
  key: { pk: 'pk', sk: 'sk' },
  globals: { event: { pk: 'eventId', sk: 'createdAt', projection: 'ALL' } },
  stream: true,
});

/** The same table's signers, who belong to no event. */
export const usedSigners = table<UsedSigner>(lettersTable);

export const letterKey = (id: string) => ({ pk: id, sk: 'letter' as const });

/** The letter's own list is in the order in which they were added. */
const placeOf = ({ members }: Pick<SharedLetter, 'members'>, id: string): number => members.indexOf(id);

/** The file that belongs to an addressee; undefined where none was signed since they were added. */
export const fileFor = (letter: SharedLetter, id: string): SignedFile | undefined =>
  letter.files.find(({ upTo }) => placeOf(letter, id) < upTo);

/** Added after the letter was signed: not on the list that was signed. */
export const isLater = (letter: SharedLetter, id: string): boolean =>
  letter.files[0] !== undefined && placeOf(letter, id) >= letter.files[0].upTo;
