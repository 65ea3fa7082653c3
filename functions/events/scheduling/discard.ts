import { missing, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { readRoom } from '../../seats/ledger/room';
import { changeEvent, objection } from '../event/change';
import { eventsTable } from '../event/event';
import { listInvitations } from '../invitations/list';
import { listNominations } from '../nominations/list';

/**
 * Throws a draft away, with its seats. What was ever published stays, since people may have been told of
 * it: that is cancelled. Said again after a crash, it finishes.
 * @throws Problem `event-already-published` …, `draft-in-use` where quotas or letters hang on it, stale
 *   `event-changed`
 */
export const discardDraft = async (world: World, id: string, version?: number): Promise<void> => {
  const { event, pools, blocks } = await readRoom(world, id);
  if (!event) throw missing('event');
  const begun = event.shelf === 'discarded';
  const refusal = objection(event, { ...(!begun && { version }), from: ['draft'] });
  if (refusal) throw refusal;
  const [nominations, invitations] = await Promise.all([
    listNominations(world, id),
    listInvitations(world, id),
  ]);
  if (nominations.length || invitations.length) throw new Problem('conflict', 'draft-in-use');
  // First out of every list, under the name of whoever throws it away: a removed item names nobody.
  if (!begun) await changeEvent(world, event, { shelf: 'discarded' });
  await Promise.all([...pools, ...blocks].map(({ sk }) => world.db.delete(eventsTable, { pk: id, sk })));
  await world.db.delete(eventsTable, { pk: id, sk: 'event' });
};
