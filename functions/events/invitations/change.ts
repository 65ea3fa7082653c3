import { Problem } from '../../platform/problem/problem';
import type { Change } from '../../platform/store/expressions';
import { nextVersion } from '../../platform/store/optimistic-lock';
import type { Written } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Invitation, invitationKey, invitationsTable } from './invitation';

export interface InvitationChange {
  /** The version that was read. */
  version: number;
  /** The statuses in which the change is allowed. */
  from: readonly Invitation['status'][];
  set: Partial<Invitation>;
}

/** Changes what an answer depends on: the version rises, so a request that read an older version is refused. */
export const tryToChange = (
  world: World,
  id: string,
  { version, from, set }: InvitationChange,
): Promise<Written<Invitation>> => {
  const statuses = Object.fromEntries(from.map((status, i) => [`:from${i}`, status]));
  const change = nextVersion(version, {
    set,
    if: `#status IN (${Object.keys(statuses).join(', ')})`,
    names: { '#status': 'status' },
    values: statuses,
  });
  return annotate(world, id, change);
};

/** `tryToChange` for callers that take a refusal as an error. @throws Problem stale `invitation-stale` */
export const changeInvitation = async (
  world: World,
  id: string,
  change: InvitationChange,
): Promise<Invitation> => itemOf(await tryToChange(world, id, change));

/** Writes something beside the answer (a signed letter, a reminder). The version stays, so no answer becomes stale. */
export const annotate = (
  world: World,
  id: string,
  change: Change & { if: string },
): Promise<Written<Invitation>> =>
  world.db.updateIf(invitationsTable, invitationKey(id), {
    ...change,
    set: { ...change.set, updatedAt: iso(world.now()) },
    returns: 'ALL_NEW',
  });

/** @throws Problem stale `invitation-stale` where the write was refused */
export const itemOf = (written: Written<Invitation>): Invitation => {
  if (!written.ok) throw new Problem('stale', 'invitation-stale');
  return written.item!;
};

/** Deletes an invitation that was prepared for a draft, with the draft. */
export const deleteInvitation = (world: World, id: string): Promise<void> =>
  world.db.delete(invitationsTable, invitationKey(id));
