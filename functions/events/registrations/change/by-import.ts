import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { isPresent } from '../../../seats/ledger/entry';
import { locate } from '../../../seats/ledger/ids';
import { exchange } from '../../../seats/protocol/exchange';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import { type Particulars, particularsOf } from '../../person/person-fields';
import { getRegistration } from '../find';
import { hasLeft, type ImportStamp, type Registration } from '../registration';
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

/**
 * Takes an exchange of an import back: the seat, or the place in the queue, passes from the substitute to the one who
 * had it. In one transaction, so that neither both nor none of them have it.
 * @returns nothing where the one who was replaced is no longer on file, or has registered anew: then the substitute's
 *   place is free for others
 */
export const takeBackExchange = async (
  world: World,
  substitute: Registration,
  instead: string,
): Promise<Registration | undefined> => {
  const ledger = ledgerOf<Registration>(world);
  const at = locate(instead);
  const found = at && (await ledger.registration(at));
  if (!found || 'pointsTo' in found || !hasLeft(found) || found.replacedBy !== substitute.id)
    return undefined;
  const { replacedBy, exit, was, reason, claim, queuedAt, place, unitPlace, ...person } = found;
  const { fullName, came, imports, turn, version } = person;
  const entry: Registration = {
    ...person,
    how: 'restored',
    turn: turn + 1,
    version: version + 1,
    ...(imports && { imports: unchanged(imports, 2) }),
    updatedAt: iso(world.now()),
  };
  return exchange(ledger, substitute, entry, {
    undoes: true,
    replaces: { known: fullName, ...(came && { came }) },
    unlessPresent: !isPresent(substitute),
  });
};

const open = (stamps: Stamps = {}): Stamps =>
  Object.fromEntries(Object.entries(stamps).filter(([, stamp]) => !stamp.undone));

/**
 * A change and its return leave nothing behind for the imports before them, although the version rose twice.
 * @param turns how often the turn rose
 */
const unchanged = (stamps: Stamps, turns = 0): Stamps =>
  Object.fromEntries(
    Object.entries(stamps).map(([id, stamp]) => [
      id,
      { ...stamp, version: stamp.version + 2, turn: stamp.turn + turns },
    ]),
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
