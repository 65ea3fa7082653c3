import { type FieldError, Problem } from '../../platform/problem/problem';
import { Unavailable } from '../../platform/store/outcome';
import type { World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import type { Particulars } from '../person/person-fields';
import { correctByStaff } from '../registrations/change/correct';
import { mustTakePlace } from '../registrations/eligibility';
import { admitPerson } from '../registrations/register/admit-person';
import { type Basis, CONSENT_VERSION, type Registration } from '../registrations/registration';
import type { ImportRow, RowParticulars } from './import-row';
import { ofWholeRow, type WrittenRow } from './outcome';
import { type PlannedRow, planRows } from './plan-import';
import { inPortion, PORTION_MS } from './portion';

/** Rows that are planned at once: a few batched reads, and at most so many registrations in memory. */
const BATCH = 200;

export type ImportedRow = WrittenRow<RowParticulars>;

interface ImportOptions {
  basis?: Basis;
  /** The unit of new people who name none. */
  fallback?: string;
  /** Milliseconds, by the world's clock: no row is begun after it. */
  until?: number;
}

/**
 * Imports a list of people into an event, in its order: new people are registered, people whose row differs
 * from the record are corrected, the others cost no write. Idempotent. The organizer's approval is given, and
 * the account attests what is on paper.
 * @returns the first rows of the list: those for which there was time
 * @example const done = await importRows(world, event.id, await readList(world, text), { fallback: unitId });
 */
export const importRows = async (
  world: World,
  eventId: string,
  rows: readonly ImportRow[],
  { basis = 'paper', fallback, until = world.now() + PORTION_MS }: ImportOptions = {},
): Promise<ImportedRow[]> => {
  const event = await getEvent(world, eventId);
  mustTakePlace(event, world.now());
  const hasTime = () => world.now() < until;
  const done: ImportedRow[] = [];
  while (done.length < rows.length && hasTime()) {
    const planned = await planRows(world, event, rows.slice(done.length, done.length + BATCH), fallback);
    const written = await inPortion(planned, (row) => writeRow(world, eventId, row, basis), hasTime);
    for (const row of written) done.push(row);
  }
  return done;
};

const writeRow = async (
  world: World,
  eventId: string,
  planned: PlannedRow,
  basis: Basis,
): Promise<ImportedRow> => {
  if (planned.outcome === 'refused') return planned;
  const { row, person, outcome, apart } = planned;
  const written = { row, person, errors: [] };
  try {
    if (outcome === 'new')
      return {
        ...written,
        outcome: 'registered',
        registration: idOf(await registerFromList(world, eventId, { person, apart }, basis)),
      };
    const registration = idOf(planned.registration);
    if (outcome !== 'changed') return { ...written, outcome, registration };
    await correctByStaff(world, registration.id, planned.correction, planned.registration.version);
    return { ...written, outcome: 'corrected', registration };
  } catch (error) {
    return {
      ...written,
      outcome: 'refused',
      errors: errorsOf(error),
      cells: [person.fullName, person.phone],
    };
  }
};

/** Rows of a long list keep no more of a registration than this. */
const idOf = ({ id, status, code }: Registration) => ({ id, status, code });

const registerFromList = async (
  world: World,
  eventId: string,
  { person: particulars, apart = false }: { person: Particulars; apart?: boolean | undefined },
  basis: Basis,
) => {
  const { registration } = await admitPerson(world, eventId, {
    particulars,
    isDifferentPerson: apart,
    rule: (event) => mustTakePlace(event, world.now()),
    source: {
      basis,
      channel: 'list',
      how: 'organizer',
      consent: CONSENT_VERSION,
      ...(basis !== 'person' && { attestedBy: world.db.actor }),
    },
    approved: true,
    taken: 'already-on-list',
  });
  return registration;
};

/** Why a row was not written. Where the store was unavailable the same list is sent again. @throws anything unexpected */
const errorsOf = (error: unknown): FieldError[] => {
  if (error instanceof Unavailable) return [ofWholeRow('unavailable')];
  if (!(error instanceof Problem)) throw error;
  return error.fields.length ? error.fields : [ofWholeRow(error.code, error.detail)];
};
