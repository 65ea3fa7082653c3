import { deliveriesOf } from '../../outbox/deliveries/find';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { SUMMARY_KEY } from '../../seats/tables/query-room';
import { changeEvent, mustBeIn } from '../event/change';
import { eventsTable } from '../event/event';
import { readRoom } from '../event/room';
import { deleteInvitation } from '../invitations/change';
import type { Invitation } from '../invitations/invitation';
import { listInvitations } from '../invitations/list';
import { discardLetter, listLetters } from '../letters/keep';
import { discardRequestMarks } from '../nominations/letter/request-marks';
import { listNominations } from '../nominations/list';
import type { Nomination } from '../nominations/nomination';
import { deleteNomination } from '../nominations/write';

/** What hangs on a draft and goes with it. */
export interface OnDraft {
  nominations: Nomination[];
  invitations: Invitation[];
  /** The names of units and bodies that were told of it: with them it cannot be thrown away. */
  told: string[];
}

export const onDraft = async (world: World, eventId: string): Promise<OnDraft> => {
  const [nominations, invitations] = await Promise.all([
    listNominations(world, eventId),
    listInvitations(world, eventId),
  ]);
  const named = [
    ...nominations.map((n) => ({ id: n.id, name: n.name, issued: false })),
    ...invitations.map((i) => ({ id: i.id, name: i.bodyName, issued: i.issuedAt !== undefined })),
  ];
  const told: string[] = [];
  for (const { id, name, issued } of named)
    if (issued || (await deliveriesOf(world, id)).some(({ state }) => state !== 'dropped')) told.push(name);
  return { nominations, invitations, told };
};

/**
 * Deletes a draft with its seats, quotas, prepared invitations and letters. An event that was published once stays, since people
 * may know of it: it is cancelled instead. A repeat after a crash finishes the work.
 * @throws Problem `event-already-published` …, `draft-in-use` with the names of those who were told of it, stale
 *   `event-changed`
 */
export const discardDraft = async (world: World, id: string, version?: number): Promise<void> => {
  const { event: found, pools, blocks } = await readRoom(world, id);
  const begun = found?.shelf === 'discarded';
  const event = mustBeIn(found, { ...(!begun && { version }), from: ['draft'] });
  const { nominations, invitations, told } = await onDraft(world, id);
  if (told.length) throw new Problem('conflict', 'draft-in-use', { names: told.join(', ') });
  const letters = await listLetters(world, id);
  const files = [
    ...letters.flatMap((letter) => letter.files.map(({ key }) => key)),
    ...invitations.flatMap(({ signedLetter }) => signedLetter ?? []),
    ...nominations.flatMap(({ signed }) => signed?.key ?? []),
  ];
  // First a write that takes it out of every list: history names its actor, and a deletion has none.
  if (!begun) await changeEvent(world, event, { shelf: 'discarded' });
  // Before the items that name them: a repeat would not find them any more.
  await Promise.all([...new Set(files)].map((key) => world.files.delete(key)));
  await Promise.all([
    ...nominations.map((n) => deleteNomination(world, n.id)),
    ...invitations.map((i) => deleteInvitation(world, i.id)),
    ...letters.map((letter) => discardLetter(world, letter.id)),
    discardRequestMarks(world, id),
    ...[...pools, ...blocks, { sk: SUMMARY_KEY }].map(({ sk }) =>
      world.db.delete(eventsTable, { pk: id, sk }),
    ),
  ]);
  await world.db.delete(eventsTable, { pk: id, sk: 'event' });
};
