import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { changeEvent, mustBeIn } from '../event/change';
import { eventsTable } from '../event/event';
import { readRoom } from '../event/room';
import { listInvitations } from '../invitations/list';
import { listNominations } from '../nominations/list';

/**
 * Deletes a draft with its seats. An event that was published once stays, since people may know of it: it is
 * cancelled instead. A repeat after a crash finishes the work.
 * @throws Problem `event-already-published` …, `draft-in-use` where it has quotas or invitations, stale
 *   `event-changed`
 */
export const discardDraft = async (world: World, id: string, version?: number): Promise<void> => {
  const { event: found, pools, blocks } = await readRoom(world, id);
  const begun = found?.shelf === 'discarded';
  const event = mustBeIn(found, { ...(!begun && { version }), from: ['draft'] });
  const [nominations, invitations] = await Promise.all([
    listNominations(world, id),
    listInvitations(world, id),
  ]);
  if (nominations.length || invitations.length) throw new Problem('conflict', 'draft-in-use');
  // First a write that takes it out of every list: history names its actor, and a deletion has none.
  if (!begun) await changeEvent(world, event, { shelf: 'discarded' });
  await Promise.all([...pools, ...blocks].map(({ sk }) => world.db.delete(eventsTable, { pk: id, sk })));
  await world.db.delete(eventsTable, { pk: id, sk: 'event' });
};
