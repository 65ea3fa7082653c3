import pLimit from 'p-limit';
import type { Broadcast } from '../events/broadcasts/broadcast';
import { listBroadcasts } from '../events/broadcasts/find';
import { listAll } from '../events/event/list';
import { invitationsOf, listInvitations } from '../events/invitations/list';
import { listLetters } from '../events/letters/keep';
import { listNominations } from '../events/nominations/list';
import { BEFORE } from '../platform/input/fields';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { locate } from '../seats/ledger/ids';
import type { PersonData } from './find';
import { speaksOf } from './person/scrub';
import { namesPerson } from './places/messages/broadcasts';

const CONCURRENT = 8;

/** A signed file, which no program can search: scanned pages. */
export interface SignedLetter {
  eventId: string;
  /** `many`: a giấy mời with a list of its addressees. `one`: that of one body. `request`: a công văn that asks for people. */
  kind: 'many' | 'one' | 'request';
  /** The letter, the invitation, or the nomination that leads to the file. */
  id: string;
  /** Of `many`: which of its files. */
  nth: number;
  /** Of `one`: the body. */
  to?: string;
  signedAt?: string | undefined;
}

/** The events of which something is kept about the person, and those to which a body of theirs was invited. */
export const eventsOf = async (world: World, { person, kept }: PersonData): Promise<string[]> => {
  const bodies = [...new Set(kept.flatMap(({ place, id }) => (place === 'bodies' ? [id] : [])))];
  const invited = await Promise.all(bodies.map((id) => invitationsOf(world, id)));
  return [
    ...new Set([
      ...person.ids.flatMap((id) => locate(id)?.eventId ?? []),
      ...kept.flatMap(({ eventId }) => eventId ?? []),
      ...invited.flat().map(({ eventId }) => eventId),
    ]),
  ].sort();
};

/** Every signed letter of these events. Any of them may name a person of the event: a human has to look. */
export const signedLettersOf = async (world: World, eventIds: readonly string[]): Promise<SignedLetter[]> => {
  const limit = pLimit(CONCURRENT);
  const found = await Promise.all(eventIds.map((id) => limit(() => signedLettersIn(world, id))));
  return found.flat();
};

const signedLettersIn = async (world: World, eventId: string): Promise<SignedLetter[]> => {
  const [letters, invitations, nominations] = await Promise.all([
    listLetters(world, eventId),
    listInvitations(world, eventId),
    listNominations(world, eventId),
  ]);
  // One công văn is stored once, for all quotas.
  const requests = new Map(nominations.flatMap((n) => (n.signed ? [[n.signed.key, n] as const] : [])));
  return [
    ...letters.flatMap(({ id, files }) =>
      files.map(({ at }, nth) => ({ eventId, kind: 'many' as const, id, nth, signedAt: at })),
    ),
    ...invitations.flatMap(({ id, bodyName, signedLetter, signedAt }) =>
      signedLetter ? [{ eventId, kind: 'one' as const, id, nth: 0, to: bodyName, signedAt }] : [],
    ),
    ...[...requests.values()].map(({ id, signed }) => ({
      eventId,
      kind: 'request' as const,
      id,
      nth: 0,
      signedAt: signed?.at,
    })),
  ];
};

/** Messages of other events that have the person's name: another person may be meant, so they are not changed. */
export const namesakeMessages = async (world: World, { person }: PersonData): Promise<Broadcast[]> => {
  const events = await listAll(world, { from: iso(0), to: BEFORE });
  const limit = pLimit(CONCURRENT);
  const found = await Promise.all(events.map(({ id }) => limit(() => listBroadcasts(world, id))));
  return found
    .flat()
    .filter((b) => !namesPerson(person, b) && speaksOf({ subject: b.subject, words: b.words }, person));
};
