import type { World } from '../../../platform/world/world';
import { type Particulars, particularsOf } from '../../person/person-fields';
import { getRegistration } from '../find';
import type { ImportStamp, Registration } from '../registration';
import { type Change, correctAs } from './correct';

type Stamps = Record<string, ImportStamp>;

interface CorrectedRow {
  importId: string;
  /** The row of the list. */
  row: number;
  /** The version that was read when the row was planned. */
  seen: number;
}

/**
 * A list corrects a person. What they were stays with their registration, so that the import can be taken back; it is
 * erased with the registration.
 * @throws Problem stale `registration-changed` where it changed meanwhile
 */
export const correctByImport = async (
  world: World,
  id: string,
  particulars: Particulars,
  { importId, row, seen }: CorrectedRow,
): Promise<Registration> =>
  correctAs(world, await getRegistration(world, id), {
    particulars,
    seen,
    taken: 'already-on-list',
    also: (old, set) => {
      const stamp = { row, at: world.now(), version: old.version + 1, turn: old.turn };
      return { imports: { ...open(old.imports), [importId]: { ...stamp, before: changedBy(old, set) } } };
    },
  });

/** Takes the correction of an import back: the registration is again what it was before. */
export const takeBackCorrection = (
  world: World,
  registration: Registration,
  importId: string,
): Promise<Registration> => {
  const { [importId]: stamp, ...others } = registration.imports ?? {};
  const { unitName, bodyName, ...was } = { ...registration, ...present(stamp?.before ?? {}) } as Registration;
  return correctAs(world, registration, {
    particulars: particularsOf(was),
    seen: registration.version,
    taken: 'already-on-list',
    named: { unitName, bodyName },
    also: ({ version, turn }) => ({
      imports: {
        ...unchanged(others),
        [importId]: { ...stamp!, before: undefined, version, turn, undone: true },
      },
    }),
  });
};

const open = (stamps: Stamps = {}): Stamps =>
  Object.fromEntries(Object.entries(stamps).filter(([, stamp]) => !stamp.undone));

/** A correction and its return are two changes that leave nothing behind for the imports before them. */
const unchanged = (stamps: Stamps): Stamps =>
  Object.fromEntries(
    Object.entries(stamps).map(([id, stamp]) => [id, { ...stamp, version: stamp.version + 2 }]),
  );

/** The values that a change writes over; null where there was none. */
const changedBy = (old: Registration, set: Change): Record<string, unknown> => {
  const was = old as unknown as Record<string, unknown>;
  const own = Object.entries(set).filter(([name]) => name !== 'updatedAt' && name !== 'webPhone');
  return Object.fromEntries(
    own
      .filter(([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(was[name] ?? null))
      .map(([name]) => [name, was[name] ?? null]),
  );
};

const present = (before: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(before).map(([name, value]) => [name, value ?? undefined]));
