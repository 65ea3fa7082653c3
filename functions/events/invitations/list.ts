import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Invitation, invitationKey, invitationsTable } from './invitation';

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
