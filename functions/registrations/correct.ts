import { randomUUID } from 'node:crypto';
import { personKey, sameName } from '../people/person-key';
import { missing, Problem } from '../problem';
import { Refused } from '../store/outcome';
import { iso } from '../time';
import type { World } from '../world';
import type { Proof } from './cancel';
import { affiliation } from './entry';
import { getRegistration } from './find';
import { type Particulars, type Registration, registrationsTable } from './registration';

/**
 * The person corrects what they said.
 * @param seen the version that they had before them; left out, whatever stands is written over
 * @throws Problem stale `registration-changed` where it changed meanwhile
 */
export const correct = async (
  world: World,
  proof: Proof,
  particulars: Particulars,
  seen?: number,
): Promise<Registration> => {
  const registration = await getRegistration(world, proof.id);
  if (registration.code !== proof.code || registration.phone !== proof.phone) throw missing('registration');
  return amend(world, registration, particulars, seen);
};

/** The organizer corrects it for them. */
export const correctByStaff = async (
  world: World,
  id: string,
  particulars: Particulars,
  seen?: number,
): Promise<Registration> => amend(world, await getRegistration(world, id), particulars, seen);

/**
 * Writes the correction. The registration stays under its key; where name or phone changed, a pointer
 * under the new key makes a later repeat find it. Seat, place and pools are not touched.
 */
const amend = async (
  world: World,
  old: Registration,
  particulars: Particulars,
  seen = old.version,
): Promise<Registration> => {
  if (old.version !== seen) throw new Problem('stale', 'registration-changed');
  if (old.status === 'cancelled' || old.status === 'declined')
    throw new Problem('conflict', 'registration-not-active');
  const { above: _above, ...named } = await affiliation(world, particulars);
  const { interpreter, ...said } = particulars;
  const set: Partial<Registration> = {
    ...blank,
    ...said,
    unitName: undefined,
    bodyName: undefined,
    ...named,
    interpreter: interpreter || undefined,
    updatedAt: iso(world.now()),
  };
  const change = {
    set,
    expression: 'version = version + :one',
    if: 'version = :version',
    values: { ':one': 1, ':version': old.version },
  };
  const key = { pk: old.pk, sk: old.sk };
  const newKey = personKey(world, particulars.phone, particulars.fullName);
  try {
    if (
      newKey === old.sk ||
      (particulars.phone === old.phone && sameName(particulars.fullName, old.fullName))
    )
      await world.db.update(registrationsTable, key, change);
    else
      await world.db.transact(
        [
          { update: key, table: registrationsTable, ...change },
          {
            put: { pk: old.pk, sk: newKey, pointsTo: old.sk },
            table: registrationsTable,
            if: 'attribute_not_exists(pk) OR pointsTo = :old OR #status IN (:cancelled, :declined)',
            names: { '#status': 'status' },
            values: { ':old': old.sk, ':cancelled': 'cancelled', ':declined': 'declined' },
          },
        ],
        randomUUID(),
      );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const now = await getRegistration(world, old.id);
    throw new Problem(
      now.version === old.version ? 'conflict' : 'stale',
      now.version === old.version ? 'already-registered' : 'registration-changed',
    );
  }
  return { ...old, ...set, version: old.version + 1 };
};

/** What a correction leaves out, it takes away. */
const blank = {
  email: undefined,
  unitId: undefined,
  bodyId: undefined,
  teamName: undefined,
  teamRole: undefined,
  position: undefined,
  gender: undefined,
  yearOfBirth: undefined,
  access: undefined,
  answers: undefined,
} satisfies Partial<Registration>;
