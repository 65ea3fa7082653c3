import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../../../platform/problem/problem';
import type { TxStep } from '../../../platform/store/expressions';
import { sameName } from '../../../platform/text/person-name';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { eventOf, isPresent } from '../../../seats/ledger/entry';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import { whereCame, whereFree } from '../../../seats/tables/where-free';
import { type Particulars, storedCorrection } from '../../person/person-fields';
import { getRegistration } from '../find';
import { affiliation, sectionOf } from '../register/entry';
import { findSlot, keyOf, MOST_NAMESAKES } from '../register/existing';
import { hasLeft, mustNotBeRestricted, type Registration, registrationsTable } from '../registration';
import { type Proof, provenRegistration } from './proof';

/**
 * The person corrects what they said.
 * @param seen the version that they were shown; left out, the newest one is written over
 * @throws Problem stale `registration-changed` where it changed meanwhile
 */
export const correct = async (
  world: World,
  proof: Proof,
  particulars: Particulars,
  seen?: number,
): Promise<Registration> => {
  return correctAs(world, await provenRegistration(world, proof), {
    particulars,
    seen,
    taken: 'already-registered',
  });
};

/** The organizer corrects it for them. */
export const correctByStaff = async (
  world: World,
  id: string,
  particulars: Particulars,
  seen?: number,
): Promise<Registration> =>
  correctAs(world, await getRegistration(world, id), { particulars, seen, taken: 'already-on-list' });

/** The attributes that a correction writes. */
export type Change = Partial<Registration>;

interface Correction {
  particulars: Particulars;
  seen?: number | undefined;
  /** The problem's code where the corrected name and phone are registered already. */
  taken: string;
  /** How unit or body are named, where it is not as they are named today. */
  named?: Pick<Registration, 'unitName' | 'bodyName'>;
  /** What is written in the same step. */
  also?(old: Registration, set: Change): Change;
}

/**
 * Writes the correction. The registration keeps its key; where name or phone changed, a pointer
 * under the new key makes a later repeat find it. Seat, place and pools are not touched.
 */
export const correctAs = async (
  world: World,
  old: Registration,
  { particulars, seen = old.version, taken, named, also }: Correction,
): Promise<Registration> => {
  mustNotBeRestricted(old);
  if (old.version !== seen) throw new Problem('stale', 'registration-changed');
  if (hasLeft(old) || old.forgotten) throw new Problem('conflict', 'registration-not-active');
  const set: Change = {
    ...storedCorrection(particulars),
    ...(named ?? (await namesOf(world, particulars, old))),
    ...(old.webPhone && { webPhone: particulars.phone }),
    updatedAt: iso(world.now()),
  };
  Object.assign(set, also?.(old, set));
  const pointer = await pointerTo(world, old, particulars, taken);
  if (pointer?.came) set.came = { ...old.came, ...pointer.came };
  const asSeen = pointer?.came && whereCame(old.came);
  const change = {
    set,
    expression: 'version = version + :one',
    if: ['version = :version', ...(asSeen ? [asSeen.if] : [])].join(' AND '),
    values: { ':one': 1, ':version': old.version, ...asSeen?.values },
  };
  const key = { pk: old.pk, sk: old.sk };
  const written = pointer
    ? await world.db.transactIf(
        [{ update: key, table: registrationsTable, ...change }, pointer.step],
        randomUUID(),
      )
    : await world.db.updateIf(registrationsTable, key, change);
  if (written.ok) return { ...old, ...set, version: old.version + 1 };
  const now = await getRegistration(world, old.id);
  throw now.version === old.version && isDeepStrictEqual(now.came, old.came)
    ? new Problem('conflict', taken)
    : new Problem('stale', 'registration-changed');
};

/** The names of unit and body: as they are today, and where they did not change, as they are on file. */
const namesOf = async (world: World, particulars: Particulars, old: Registration) => {
  const { above: _above, ...named } = await affiliation(world, particulars, old);
  return { unitName: undefined, bodyName: undefined, ...named };
};

/** The write of a pointer, and the days on which the person was seen under a record that it is written over. */
interface NewPointer {
  step: TxStep;
  came?: Registration['came'];
}

/**
 * The pointer under the first free key of the new phone and name; none where the key that they have is one of
 * them already.
 * @throws Problem `taken` where that person is registered
 */
const pointerTo = async (
  world: World,
  old: Registration,
  { phone, fullName }: Particulars,
  taken: string,
): Promise<NewPointer | undefined> => {
  if (phone === old.phone && sameName(fullName, old.fullName)) return undefined;
  const event = eventOf(old);
  const person = { phone, fullName };
  for (let n = 1; n <= MOST_NAMESAKES; n++)
    if (keyOf(world, event, person, n).sk === old.sk) return undefined;
  const slot = await findSlot({ world, ledger: ledgerOf<Registration>(world), event, person });
  if (!slot || slot.existing?.kind === 'same') throw new Problem('conflict', taken);
  const replaces = slot.existing?.replaces;
  const step = {
    put: {
      ...slot.ref,
      pointsTo: old.sk,
      ...(event.sections > 1 && { section: sectionOf(old.sk, event.sections) }),
    },
    table: registrationsTable,
    ...whereFree(fullName, replaces),
  };
  return { step, ...(replaces?.came && isPresent(replaces) && { came: replaces.came }) };
};
