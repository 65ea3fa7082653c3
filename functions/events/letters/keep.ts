import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { mustBePdf, type PdfField } from '../../documents/pdf';
import type { Signer } from '../../documents/signer';
import { type Download, PDF } from '../../platform/files/download';
import { newId } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import {
  type LetterMarks,
  letterKey,
  lettersTable,
  type SharedLetter,
  type SignedFile,
} from './shared-letter';
import { signerFor } from './signers';

interface NewLetter {
  /** Left out: the one of the department's last letter. */
  signer?: Signer | undefined;
  members: string[];
  /** The demo's letter has one that its examples name. */
  id?: string;
}

/** A letter of which nothing is signed yet. */
export const createLetter = async (
  world: World,
  eventId: string,
  { signer, members, id = newId('letter', world.now()) }: NewLetter,
): Promise<SharedLetter> => {
  const now = world.now();
  const letter: SharedLetter = {
    ...letterKey(id),
    id,
    eventId,
    signer: await signerFor(world, signer),
    members,
    files: [],
    version: 1,
    createdAt: iso(now),
    updatedAt: iso(now),
  };
  await world.db.put(lettersTable, letter);
  return letter;
};

/** Removes a letter without addressees: another request had invited them all. */
export const discardLetter = (world: World, id: string): Promise<void> =>
  world.db.delete(lettersTable, letterKey(id));

/** One letter, strongly consistent. @throws Problem missing `letter-unknown` */
export const getLetter = async (world: World, id: string): Promise<SharedLetter> => {
  const found = await world.db.get(lettersTable, letterKey(id), { consistent: true });
  if (!found) throw new Problem('missing', 'letter-unknown');
  return found;
};

/** An event's shared letters, oldest first. */
export const listLetters = (world: World, eventId: string): Promise<SharedLetter[]> =>
  world.db.all(lettersTable, { index: 'event', where: 'eventId = :e', values: { ':e': eventId } });

/** @throws Problem stale `letter-stale` where the letter was changed since it was read */
const write = async (
  world: World,
  letter: SharedLetter,
  set: Partial<SharedLetter>,
): Promise<SharedLetter> => {
  const written = await world.db.updateIf(
    lettersTable,
    letterKey(letter.id),
    nextVersion(letter.version, { set: { ...set, updatedAt: iso(world.now()) }, returns: 'ALL_NEW' }),
  );
  if (!written.ok) throw new Problem('stale', 'letter-stale');
  return written.item!;
};

/** Writes who signs, and the number and day of the clerical office. What is left out stays. */
export const markLetter = async (
  world: World,
  letter: SharedLetter,
  { signer, number, dated }: LetterMarks,
): Promise<SharedLetter> => {
  const set = {
    ...(signer && { signer: await signerFor(world, signer) }),
    ...(number && { number }),
    ...(dated && { dated }),
  };
  return Object.keys(set).length > 0 ? write(world, letter, set) : letter;
};

/** Before a letter in other words is signed: the number and day were those of the one before. */
export const clearMarks = (world: World, letter: SharedLetter): Promise<SharedLetter> =>
  letter.number || letter.dated
    ? write(world, letter, { number: undefined, dated: undefined })
    : Promise.resolve(letter);

/** Adds addressees, before they name the letter themselves. Idempotent. */
export const addMembers = (
  world: World,
  letter: SharedLetter,
  ids: readonly string[],
): Promise<SharedLetter> => write(world, letter, { members: [...new Set([...letter.members, ...ids])] });

/** Which of the addressees a signed file is for: all of them, or those who were added since the last one. */
export const SCOPES = ['all', 'added'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Signing {
  scope: Scope;
  /** What each addressee is asked now, as a hash by the invitation's id. */
  words: Record<string, string>;
  /** The name of the file in messages. */
  field: PdfField;
}

/**
 * Stores a signed file under its own hash: the same file sent twice is one upload.
 * @throws Problem as `mustBePdf`; stale `letter-stale`
 */
export const keepSigned = async (
  world: World,
  letter: SharedLetter,
  pdf: Uint8Array,
  { scope, words, field }: Signing,
): Promise<SharedLetter> => {
  mustBePdf(pdf, field);
  const key = `letters/${letter.id}/${createHash('sha256').update(pdf).digest('hex').slice(0, 24)}.pdf`;
  const kept = scope === 'all' ? [] : letter.files;
  const last = letter.files.at(-1);
  const isRepeat =
    last?.key === key &&
    isDeepStrictEqual(last.words, words) &&
    last.upTo === letter.members.length &&
    (letter.files.length === 1 || scope === 'added');
  if (isRepeat) return letter;
  await world.files.put(key, pdf, PDF);
  const file: SignedFile = { key, at: iso(world.now()), upTo: letter.members.length, words };
  return write(world, letter, { files: [...kept, file] });
};

/** Takes the signed files back: nothing that was sent is undone. */
export const dropSigned = (world: World, letter: SharedLetter): Promise<SharedLetter> =>
  write(world, letter, { files: [] });

/**
 * A signed file to save.
 * @param nth 0 is the letter itself, the others are for those added later
 * @throws Problem missing `letter-missing` where none was uploaded
 */
export const signedFile = async (world: World, letter: SharedLetter, nth: number): Promise<Download> => {
  const key = letter.files[nth]?.key;
  const body = key && (await world.files.get(key));
  if (!body) throw new Problem('missing', 'letter-missing');
  return { name: 'giay-moi.pdf', type: PDF, body };
};
