import { nextVersion } from '../../platform/store/optimistic-lock';
import type { Written } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Nomination, nominationKey, nominationsTable } from './nomination';

/** Changes a nomination that was read, unless another request changed it in the meantime. */
export const writeNomination = (
  world: World,
  read: Nomination,
  set: Partial<Nomination>,
): Promise<Written<Nomination>> =>
  world.db.updateIf(
    nominationsTable,
    nominationKey(read.id),
    nextVersion(read.version, { set: { ...set, updatedAt: iso(world.now()) }, returns: 'ALL_NEW' }),
  );

/** Deletes a quota of a draft, with the draft. */
export const deleteNomination = (world: World, id: string): Promise<void> =>
  world.db.delete(nominationsTable, nominationKey(id));
