import { ifVersion } from '../../../platform/store/optimistic-lock';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import type { RegistrationRef } from '../../../seats/ledger/entry';
import { type Registration, registrationsTable } from '../registration';

type Details = Pick<Registration, 'fullName' | 'phone'> & Partial<Pick<Registration, 'position'>>;

/** Changes the phone, the position or the spelling of the name of a delegate who has a seat, as the body's new answer says. Idempotent. */
export const updateDelegate = async (
  world: World,
  { pk, sk }: RegistrationRef,
  { fullName, phone, position }: Details,
): Promise<void> => {
  const found = await world.db.get(registrationsTable, { pk, sk }, { consistent: true });
  if (!found || 'pointsTo' in found || found.status !== 'confirmed') return;
  if (found.fullName === fullName && found.phone === phone && found.position === position) return;
  // Refused where it changed meanwhile: the clock comes again.
  await world.db.updateIf(
    registrationsTable,
    { pk, sk },
    {
      set: { fullName, phone, position, updatedAt: iso(world.now()) },
      expression: 'version = version + :one',
      ...ifVersion(found.version, { values: { ':one': 1 } }),
    },
  );
};
