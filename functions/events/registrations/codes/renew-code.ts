import { newCode } from '../../../platform/keys/ids';
import { nextVersion } from '../../../platform/store/optimistic-lock';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { getRegistration } from '../find';
import { registrationsTable } from '../registration';

/**
 * The link of this turn, which is revoked, showed the registration's code: it gets another one. Idempotent for each turn.
 */
export const renewCode = async (world: World, id: string, turn: number): Promise<void> => {
  const r = await getRegistration(world, id);
  if ((r.codeLink ?? 0) >= turn) return;
  const at = iso(world.now());
  const { ok } = await world.db.updateIf(
    registrationsTable,
    { pk: r.pk, sk: r.sk },
    nextVersion(r.version, {
      set: { code: newCode(), codeLink: turn, codeRenewedAt: at, updatedAt: at },
    }),
  );
  // Changed meanwhile: it is read again.
  if (!ok) await renewCode(world, id, turn);
};
