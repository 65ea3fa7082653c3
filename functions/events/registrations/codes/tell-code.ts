import { ifVersion } from '../../../platform/store/optimistic-lock';
import { iso, localDate } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { hasLeft, type Registration, registrationsTable } from '../registration';

/** The notices tell the person their code, by the address or the phone on file, once a day at most. */
export const tellCode = async (world: World, r: Registration): Promise<void> => {
  const today = localDate(world.now());
  if (r.codeAsked === today || hasLeft(r)) return;
  // Refused where it changed meanwhile: the answer is the same for everybody, and they may ask again.
  await world.db.updateIf(
    registrationsTable,
    { pk: r.pk, sk: r.sk },
    {
      set: { codeAsked: today, codeAskedAt: iso(world.now()), updatedAt: iso(world.now()) },
      ...ifVersion(r.version),
    },
  );
};
