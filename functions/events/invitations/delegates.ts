import { newCode } from '../../platform/keys/ids';
import { personKey } from '../../platform/keys/person-key';
import { spoken } from '../../platform/text/vietnamese';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { RegistrationRef } from '../../seats/ledger/entry';
import { registrationId } from '../../seats/ledger/ids';
import { GUESTS } from '../../seats/ledger/queue';
import { isHalted } from '../../seats/ledger/room';
import { seatParty } from '../../seats/protocol/party';
import { ledgerOf } from '../../seats/tables/ledger-tables';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { FORGOTTEN } from '../person/forgotten';
import { updateDelegate } from '../registrations/change/delegate';
import { sectionOf } from '../registrations/register/entry';
import { type Registration, UNNAMED } from '../registrations/registration';
import { annotate } from './change';
import type { AnswerInput, Invitation } from './invitation';
import { getInvitation, listInvitations } from './list';

type Named = AnswerInput['delegates'][number];

/** Who comes for a body, as its answer says: a body that accepts without a name sends one person. */
const comingFor = ({ status, answer }: Pick<Invitation, 'status' | 'answer'>): Named[] => {
  if (status !== 'issued' || answer?.answer !== 'accepted') return [];
  return answer.delegates.length ? answer.delegates : [{ name: UNNAMED }];
};

/** Delegates stand before all others in an event's list, so that a part of it is one or the other. */
const PREFIX = '00';

/**
 * The keys of a body's delegates, in their order. A delegate is known by name within the invitation, since few leave a
 * phone; the same name again is another person.
 */
export const delegateKeys = (
  world: Pick<World, 'settings'>,
  { id: invitationId, forgottenKeys = [] }: Pick<Invitation, 'id' | 'forgottenKeys'>,
  delegates: readonly Pick<Named, 'name'>[],
): string[] => {
  const times = new Map<string, number>();
  return delegates.map(({ name }) => {
    const said = spoken(name);
    const nth = (times.get(said) ?? 0) + 1;
    times.set(said, nth);
    const kept = name === FORGOTTEN && forgottenKeys[nth - 1];
    if (kept) return kept;
    return PREFIX + personKey(world, `${invitationId}|${said}`, name, nth).slice(PREFIX.length);
  });
};

/** The keys under which an answer's delegates may stand, with those of the answers before it. */
export const partyAfter = (
  world: Pick<World, 'settings'>,
  { party = [], ...invitation }: Pick<Invitation, 'id' | 'party' | 'forgottenKeys'>,
  answer: Invitation['answer'],
): string[] => {
  const coming = comingFor({ status: 'issued', answer });
  return [...new Set([...party, ...delegateKeys(world, invitation, coming)])];
};

const refOf = ({ id, sections }: Event, sk: string): RegistrationRef => ({
  pk: `${id}#${sectionOf(sk, sections)}`,
  sk,
});

/** A delegate as a registration: told by the body, known to the organizer, with a seat and a place on every list. */
const entryOf = (
  world: World,
  event: Event,
  invitation: Invitation,
  { key, name, phone = '', position }: Named & { key: string },
): Registration => {
  const section = sectionOf(key, event.sections);
  const now = world.now();
  return {
    ...refOf(event, key),
    id: registrationId(event.id, section, key),
    eventId: event.id,
    ...(event.sections > 1 && { sections: event.sections }),
    status: 'pending',
    turn: now,
    how: 'direct',
    fullName: name,
    phone,
    ...(position && { position }),
    bodyId: invitation.bodyId,
    bodyName: invitation.bodyName,
    ...(event.mode === 'online' && { online: true }),
    pools: [event.mode === 'online' ? 'online' : 'open', GUESTS],
    basis: 'paper',
    attestedBy: invitation.id,
    channel: 'invitation',
    invitationId: invitation.id,
    code: newCode(),
    version: 1,
    createdAt: iso(now),
    updatedAt: iso(now),
  };
};

/**
 * Makes the seats of a body's delegates follow its answer: new delegates sit, on a free seat or, where the room is full,
 * on one beyond the number; the seats of the others are given back. An answer is never refused for want of a seat.
 * Idempotent; the clock repeats it. While the event is postponed or cancelled no seats are given.
 */
export const seatDelegates = async (world: World, invitationId: string): Promise<void> => {
  const first = await getInvitation(world, invitationId);
  const event = await getEvent(world, first.eventId);
  if (event.status === 'draft' || (event.status === 'published' && isHalted(event, world.now()))) return;
  let read = first;
  const { version, without } = await seatParty(ledgerOf<Registration>(world), {
    event,
    read: async () => {
      read = await getInvitation(world, invitationId);
      const coming = comingFor(read);
      const keys = delegateKeys(world, read, coming);
      const known = (read.party ?? []).map((sk) => refOf(event, sk));
      return {
        version: read.version,
        wanted: keys.map((key, i) => entryOf(world, event, read, { ...coming[i]!, key })),
        known,
      };
    },
    leaving: () => ({
      from: ['confirmed', 'waitlisted', 'pending'],
      to: 'cancelled',
      how: 'nominator',
      exit: `answer-${invitationId}-${read.version}-${world.now()}`,
      at: iso(world.now()),
      unlessPresent: true,
    }),
  });
  await keepDetails(world, event, read);
  if (!without) await keepSeated(world, read, version);
};

/** The answer stands, whatever becomes of its seats: what failed here is done by the clock. */
export const seatAnswered = async (world: World, id: string): Promise<void> => {
  try {
    await seatDelegates(world, id);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'error';
    world.log({ what: 'delegates-not-seated', level: 'warn', invitation: id, name });
  }
};

/** Writes what a new answer changes about delegates who have a seat. */
const keepDetails = async (world: World, event: Event, invitation: Invitation): Promise<void> => {
  const coming = comingFor(invitation);
  for (const [i, key] of delegateKeys(world, invitation, coming).entries()) {
    const { name, phone = '', position } = coming[i]!;
    const details = { fullName: name, phone, ...(position && { position }) };
    await updateDelegate(world, refOf(event, key), details);
  }
};

/** The answer's seats are given: the keys of the answers before it need not be looked at again. */
const keepSeated = async (world: World, invitation: Invitation, version: number) => {
  const { id, party = [] } = invitation;
  const now = delegateKeys(world, invitation, comingFor(invitation));
  if (party.length === now.length && party.every((key) => now.includes(key))) return;
  // Refused where another answer came meanwhile: it keeps its own keys.
  await annotate(world, id, { set: { party: now }, if: 'version = :v', values: { ':v': version } });
};

/** The same for every body of an event, for the clock: what a crash left behind, and events that go on again. */
export const seatAllDelegates = async (world: World, event: Pick<Event, 'id'>): Promise<void> => {
  for (const { id, answer, party } of await listInvitations(world, event.id))
    if (answer?.answer === 'accepted' || party?.length) await seatDelegates(world, id);
};
