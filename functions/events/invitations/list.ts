import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { oldDateOf } from './answer-deadline';
import {
  type CountedInvitation,
  countedInvitations,
  type Invitation,
  invitationKey,
  invitationsTable,
} from './invitation';

/** One invitation, strongly consistent. @throws Problem missing `invitation-missing` */
export const getInvitation = async (world: World, id: string): Promise<Invitation> => {
  const found = await world.db.get(invitationsTable, invitationKey(id), { consistent: true });
  if (!found) throw missing('invitation');
  return found;
};

/** All invitations to an event by time; those of one request by name. */
export const listInvitations = async (world: World, eventId: string): Promise<Invitation[]> => {
  const all = await world.db.all(invitationsTable, {
    index: 'event',
    where: 'eventId = :e',
    values: { ':e': eventId },
  });
  return all.sort(
    (a, b) => a.createdAt.localeCompare(b.createdAt) || a.bodyName.localeCompare(b.bodyName, 'vi'),
  );
};

/** All invitations to a body, newest first. */
export const invitationsOf = (world: World, bodyId: string): Promise<Invitation[]> =>
  world.db.all(invitationsTable, {
    index: 'body',
    where: 'bodyId = :b',
    values: { ':b': bodyId },
    backwards: true,
  });

/** What figures count of the invitations of a span of time. One call for about 8,000 of them. */
export const countInvitations = (
  world: World,
  { from, to }: { from: string; to: string },
): Promise<CountedInvitation[]> =>
  world.db.all(countedInvitations, {
    index: 'time',
    where: 'sk = :s AND createdAt BETWEEN :from AND :to',
    values: { ':s': 'invitation', ':from': from, ':to': to },
  });

/**
 * The invitations to an event that were answered for a date on which it is not held any more, each with that date. Their
 * delegates keep their seats until the body answers, but are not expected.
 */
export const oldAnswersOf = async (
  world: World,
  event: Pick<Event, 'id' | 'startsAt' | 'undated'>,
): Promise<Map<string, string>> => {
  const old = new Map<string, string>();
  for (const invitation of await listInvitations(world, event.id)) {
    const date = oldDateOf(invitation, event);
    if (date) old.set(invitation.id, date);
  }
  return old;
};

/** The same where some of these people are delegates; otherwise nothing is read. */
export const oldAnswersFor = async (
  world: World,
  event: Pick<Event, 'id' | 'startsAt' | 'undated'>,
  people: readonly { invitationId?: string }[],
): Promise<Map<string, string>> =>
  people.some(({ invitationId }) => invitationId) ? oldAnswersOf(world, event) : new Map();
