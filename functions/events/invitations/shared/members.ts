import { createHash } from 'node:crypto';
import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import type { Event } from '../../event/event';
import { getEvent } from '../../event/get';
import { getLetter } from '../../letters/keep';
import { fileFor, isLater, type SharedLetter, type SignedFile } from '../../letters/shared-letter';
import { type Invitation, invitationKey, invitationsTable } from '../invitation';

/** One giấy mời to many bodies, with the invitations that belong to it. */
export interface LetterToMany {
  letter: SharedLetter;
  event: Event;
  /** In the order of the letter's list. None that was revoked. */
  members: Invitation[];
}

/** A hash of an invitation's words: a signed letter belongs to the words that were signed. */
export const wordsOf = ({ letterText }: Pick<Invitation, 'letterText'>): string =>
  createHash('sha256').update(letterText).digest('hex').slice(0, 24);

/** @throws Problem missing `letter-unknown` */
export const readLetter = async (world: World, id: string): Promise<LetterToMany> => {
  const letter = await getLetter(world, id);
  const [event, all] = await Promise.all([
    getEvent(world, letter.eventId),
    world.db.getMany(invitationsTable, letter.members.map(invitationKey), { consistent: true }),
  ]);
  const members = all
    .filter((i) => i.letterId === id && i.status !== 'revoked')
    .sort((a, b) => letter.members.indexOf(a.id) - letter.members.indexOf(b.id));
  return { letter, event, members };
};

/** @throws Problem conflict `letter-empty` where every invitation was revoked */
export const mustHaveMembers = ({ members }: Pick<LetterToMany, 'members'>): void => {
  if (members.length === 0) throw new Problem('conflict', 'letter-empty');
};

/** The signed file that the letter has for this body and these words; undefined where it must be signed first. */
export const ownFile = (letter: SharedLetter, member: Invitation): SignedFile | undefined => {
  const file = fileFor(letter, member.id);
  return file?.words === wordsOf(member) ? file : undefined;
};

/** It has no signed letter, or another one than the letter has for it. */
export const lacksFile = (letter: SharedLetter, member: Invitation): boolean => {
  const file = ownFile(letter, member);
  return file !== undefined && member.signedLetter !== file.key;
};

/** The addressees as lines of the letter's list. */
export const inviteesOf = ({ letter, members }: Pick<LetterToMany, 'letter' | 'members'>) =>
  members.map(({ id, bodyName, seatsOffered }) => ({
    bodyName,
    seatsOffered,
    later: isLater(letter, id),
  }));
