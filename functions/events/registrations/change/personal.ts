import { nextVersion } from '../../../platform/store/optimistic-lock';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { type Registration, registrationsTable } from '../registration';

/**
 * Writes what a registration says of its person, unless another request changed it. Seat, place and pools are not touched, and no
 * pointer is written: who is looked for by another name or phone is not found by this.
 * @returns whether it was written
 */
export const rewritePerson = async (
  world: World,
  { pk, sk, version }: Registration,
  set: Partial<Registration>,
): Promise<boolean> => {
  const written = await world.db.updateIf(
    registrationsTable,
    { pk, sk },
    nextVersion(version, { set: { updatedAt: iso(world.now()), ...set } }),
  );
  return written.ok;
};
