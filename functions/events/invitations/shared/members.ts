import { createHash } from 'node:crypto';
import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import type { Event } from '../../event/event';
import { getEvent } from '../../event/get';
import { datedLines } from '../../letters/dated-lines';
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

type Of = Pick<LetterToMany, 'letter' | 'event'>;

/**
 * A hash of what a letter says to this body: its words, time and place, who is invited for it, how many may come, and until when
 * it should answer. A signed letter belongs to what was signed.
 */
export const wordsOf = (event: Event, { letterText, respondBy, seatsOffered, guest }: Invitation): string => {
  const { when, where } = datedLines(event);
  const said = JSON.stringify([letterText, respondBy, seatsOffered, when, where, guest]);
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
};

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
export const ownFile = ({ letter, event }: Of, member: Invitation): SignedFile | undefined => {
  const file = fileFor(letter, member.id);
  return file?.words[member.id] === wordsOf(event, member) ? file : undefined;
};

/** It has no signed letter, or another one than the letter has for it. */
export const lacksFile = (of: Of, member: Invitation): boolean => {
  const file = ownFile(of, member);
  return file !== undefined && member.signedLetter !== file.key;
};

/** What was signed for it says something else than it is asked now: it must be signed again. */
export const hasOldFile = (of: Of, member: Invitation): boolean =>
  fileFor(of.letter, member.id) !== undefined && !ownFile(of, member);

/** What was signed holds for no addressee any more: its number and day are those of another letter. */
export const isOutdated = ({ members, ...of }: LetterToMany): boolean =>
  of.letter.files.length > 0 && !members.some((member) => ownFile(of, member));

/**
 * Whether its words may still be edited: until it is sent to the first body; after that only where the event moved
 * since, and no letter was signed for the new time and place.
 */
export const mayReword = ({ members, ...of }: LetterToMany): boolean =>
  members
    .filter(({ status }) => status === 'issued')
    .every((i) => i.known && i.known.schedule !== of.event.schedule && !ownFile(of, i));

/** The addressees as lines of the letter's list. */
export const inviteesOf = ({ letter, members }: Pick<LetterToMany, 'letter' | 'members'>) =>
  members.map(({ id, bodyName, guest, seatsOffered }) => ({
    bodyName,
    guest,
    seatsOffered,
    later: isLater(letter, id),
  }));
