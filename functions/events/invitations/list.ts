import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Invitation, invitationsTable } from './invitation';

/** One invitation as it stands now. @throws Problem missing `invitation-missing` */
export const getInvitation = async (world: World, id: string): Promise<Invitation> => {
  const found = await world.db.get(invitationsTable, { pk: id, sk: 'invitation' }, { consistent: true });
  if (!found) throw missing('invitation');
  return found;
};

/** All invitations to an event: first invited first, those of one sending by name. */
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

/** All our invitations to a body, newest first. */
export const invitationsOf = (world: World, bodyId: string): Promise<Invitation[]> =>
  world.db.all(invitationsTable, {
    index: 'body',
    where: 'bodyId = :b',
    values: { ':b': bodyId },
    backwards: true,
  });
