import { randomUUID } from 'node:crypto';
import { sameName } from '../../../platform/keys/person-key';
import { missing, Problem } from '../../../platform/problem/problem';
import type { TxStep } from '../../../platform/store/db';
import { Refused } from '../../../platform/store/outcome';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import { getRegistration } from '../find';
import { type Particulars, storedCorrection } from '../person-fields';
import { affiliation, sectionOf } from '../register/entry';
import { findPlace, keyOf, MOST_NAMESAKES } from '../register/existing';
import { hasLeft, type Registration, registrationsTable } from '../registration';
import type { Proof } from './cancel';

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
): Promise<Registration> =>
  amend(world, await getRegistration(world, id), particulars, seen, 'already-on-list');

/**
 * Writes the correction. The registration stays under its key; where name or phone changed, a pointer
 * under the new key makes a later repeat find it. Seat, place and pools are not touched.
 */
const amend = async (
  world: World,
  old: Registration,
  particulars: Particulars,
  seen = old.version,
  taken = 'already-registered',
): Promise<Registration> => {
  if (old.version !== seen) throw new Problem('stale', 'registration-changed');
  if (hasLeft(old)) throw new Problem('conflict', 'registration-not-active');
  const { above: _above, ...named } = await affiliation(world, particulars);
  const set: Partial<Registration> = {
    ...storedCorrection(particulars),
    unitName: undefined,
    bodyName: undefined,
    ...named,
    updatedAt: iso(world.now()),
  };
  const change = {
    set,
    expression: 'version = version + :one',
    if: 'version = :version',
    values: { ':one': 1, ':version': old.version },
  };
  const key = { pk: old.pk, sk: old.sk };
  const pointer = await pointerTo(world, old, particulars, taken);
  try {
    if (!pointer) await world.db.update(registrationsTable, key, change);
    else
      await world.db.transact([{ update: key, table: registrationsTable, ...change }, pointer], randomUUID());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const now = await getRegistration(world, old.id);
    throw new Problem(
      now.version === old.version ? 'conflict' : 'stale',
      now.version === old.version ? taken : 'registration-changed',
    );
  }
  return { ...old, ...set, version: old.version + 1 };
};

/**
 * The pointer under the first key of the new phone and name that is nobody else's; none where they are
 * found by the key they have.
 * @throws Problem `taken` where that person is registered
 */
const pointerTo = async (
  world: World,
  old: Registration,
  { phone, fullName }: Particulars,
  taken: string,
): Promise<TxStep | undefined> => {
  if (phone === old.phone && sameName(fullName, old.fullName)) return undefined;
  const event = { id: old.eventId, sections: old.sections ?? 1 };
  const who = { phone, fullName };
  for (let n = 1; n <= MOST_NAMESAKES; n++) if (keyOf(world, event, who, n).sk === old.sk) return undefined;
  const place = await findPlace(world, ledgerOf(world), event, who);
  if (!place || place.standing?.kind === 'same') throw new Problem('conflict', taken);
  const over = place.standing?.over ?? '';
  return {
    put: {
      ...place.ref,
      pointsTo: old.sk,
      ...(event.sections > 1 && { section: sectionOf(old.sk, event.sections) }),
    },
    table: registrationsTable,
    if: 'attribute_not_exists(pk) OR pointsTo = :over OR (#status IN (:cancelled, :declined) AND fullName = :over)',
    names: { '#status': 'status' },
    values: { ':over': over, ':cancelled': 'cancelled', ':declined': 'declined' },
  };
};
