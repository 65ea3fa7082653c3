import { type FieldError, invalid, missing, Problem } from '../../platform/problem/problem';
import { Unavailable } from '../../platform/store/outcome';
import type { World } from '../../platform/world/world';
import { locate } from '../../seats/ledger/ids';
import { type Particulars, particularsOf } from '../person/person-fields';
import { correctByImport } from '../registrations/change/by-import';
import { correctByStaff } from '../registrations/change/correct';
import { replace } from '../registrations/change/replace';
import { mustTakePlace } from '../registrations/eligibility';
import { admitPerson } from '../registrations/register/admit-person';
import type { RegistrationSource } from '../registrations/register/entry';
import type { Basis, Registration } from '../registrations/registration';
import type { RowParticulars } from './import-row';
import { ofWholeRow, type WrittenRow } from './outcome';
import type { PlannedRow } from './plan-import';

export type ImportedRow = WrittenRow<RowParticulars>;

export interface HowToWrite {
  basis?: Basis;
  /** The import that can be taken back as a whole: it marks the registrations that it writes. */
  importId?: string;
  /** What becomes of a row that fails for an unexpected reason; by default its error is thrown. */
  onUnexpected?(error: unknown, row: number): FieldError;
}

/** Does what was planned for a row. A refusal is an outcome. @throws anything unexpected */
export const writeRow = async (
  world: World,
  eventId: string,
  planned: PlannedRow,
  how: HowToWrite,
): Promise<ImportedRow> => {
  if (planned.outcome === 'refused') return planned;
  const { row, person } = planned;
  const written = { row, person, errors: [] };
  try {
    return (
      (how.importId && writtenBefore(planned, how.importId)) || {
        ...written,
        ...(await writePerson(world, eventId, planned, how)),
      }
    );
  } catch (error) {
    return {
      ...written,
      outcome: 'refused',
      errors: errorsOf(error, row, how),
      cells: [person.fullName, person.phone],
    };
  }
};

type UsableRow = Exclude<PlannedRow, { outcome: 'refused' }>;

/** What an earlier try of the same import, which did not come to its end, made of the row. */
const writtenBefore = (planned: UsableRow, importId: string): ImportedRow | undefined => {
  if (planned.outcome === 'new') return undefined;
  const { row, person, registration } = planned;
  const stamp = registration.imports?.[importId];
  if (!stamp || stamp.undone) return undefined;
  if (stamp.row !== row) throw invalid('fullName', 'row-twice', { row: stamp.row });
  const outcome = stamp.before ? 'corrected' : stamp.instead ? 'exchanged' : 'registered';
  return { row, person, errors: [], outcome, registration: idOf(registration) };
};

type Written = Pick<ImportedRow, 'outcome' | 'registration'>;

const writePerson = async (
  world: World,
  eventId: string,
  planned: UsableRow,
  { basis = 'paper', importId }: HowToWrite,
): Promise<Written> => {
  const { row, outcome, instead } = planned;
  if (instead)
    return exchange(world, eventId, { ...planned, instead }, { basis, ...(importId && { importId }) });
  if (outcome === 'new') {
    const imported = importId ? { imported: { importId, row } } : {};
    const registered = await registerFromList(world, eventId, planned, { basis, ...imported });
    return { outcome: 'registered', registration: idOf(registered) };
  }
  const { id, version } = planned.registration;
  if (outcome !== 'changed') return { outcome, registration: idOf(planned.registration) };
  if (importId) await correctByImport(world, id, planned.correction, { importId, row, seen: version });
  else await correctByStaff(world, id, planned.correction, version);
  return { outcome: 'corrected', registration: idOf(planned.registration) };
};

/**
 * Thay người by a list. Who has that very place already, by an earlier list or by hand, is left as they are; any other
 * registered person is refused, so that nobody loses a seat to one who has one.
 */
const exchange = async (
  world: World,
  eventId: string,
  { row, person, instead, apart = false }: UsableRow & { instead: string },
  { basis = 'paper', importId }: HowToWrite,
): Promise<Written> => {
  if (locate(instead)?.eventId !== eventId) throw missing('registration');
  const substitute = await replace(world, instead, particularsOf(person), {
    basis,
    channel: 'list',
    another: apart,
    ...(basis !== 'person' && { attestedBy: world.db.actor }),
    ...(importId && { imported: { importId, row, instead } }),
  });
  const isNow = !importId || substitute.imports?.[importId] !== undefined;
  return { outcome: isNow ? 'exchanged' : 'unchanged', registration: idOf(substitute) };
};

/** Rows of a long list keep no more of a registration than this. */
const idOf = ({ id, status, code }: Registration) => ({ id, status, code });

const registerFromList = async (
  world: World,
  eventId: string,
  { person: particulars, apart = false }: { person: Particulars; apart?: boolean | undefined },
  source: Pick<RegistrationSource, 'basis' | 'imported'>,
) => {
  const { registration } = await admitPerson(world, eventId, {
    particulars,
    isDifferentPerson: apart,
    rule: (event) => mustTakePlace(event, world.now()),
    source: {
      ...source,
      channel: 'list',
      how: 'organizer',
      ...(source.basis !== 'person' && { attestedBy: world.db.actor }),
    },
    approved: true,
    taken: 'already-on-list',
  });
  return registration;
};

/** Why a row was not written. Where the store was unavailable the same list is sent again. @throws anything unexpected */
const errorsOf = (error: unknown, row: number, { onUnexpected }: HowToWrite): FieldError[] => {
  if (error instanceof Unavailable) return [ofWholeRow('unavailable')];
  if (error instanceof Problem)
    return error.fields.length ? error.fields : [ofWholeRow(error.code, error.detail)];
  if (!onUnexpected) throw error;
  return [onUnexpected(error, row)];
};
