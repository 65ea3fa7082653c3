import { type FieldError, Problem } from '../../platform/problem/problem';
import { LostAnswer } from '../../platform/store/outcome';
import type { World } from '../../platform/world/world';
import { ledgerOf } from '../../seats/tables/ledger-tables';
import { getEvent } from '../event/get';
import { correctByStaff } from '../registrations/change/correct';
import { mustStand } from '../registrations/eligibility';
import type { Particulars } from '../registrations/person-fields';
import { admitPerson } from '../registrations/register/register';
import { type Basis, CONSENT_VERSION, type Registration } from '../registrations/registration';
import type { ImportRow } from './import-row';
import { errorsOf, type PlannedRow, planRows } from './plan-import';
import { inPortion, PORTION_MS } from './portion';

/** Planned together: a few batched reads, and no more registrations in memory than this. */
const TOGETHER = 200;

export interface ImportedRow {
  row: number;
  outcome: 'registered' | 'corrected' | 'unchanged' | 'left' | 'refused';
  registrationId?: string;
  /** Of who is new: a seat, or a place in the queue. */
  status?: Registration['status'];
  fullName?: string;
  cells?: readonly string[];
  errors: readonly FieldError[];
}

interface Import {
  basis?: Basis;
  /** The unit of who is new and names none. */
  fallback?: string;
  /** Milliseconds, by the world's clock: nothing more is begun then. */
  until?: number;
}

/**
 * Lets the people of a list into an event, in its order: who is new is registered, who says something else
 * is corrected, everybody else is left alone, at no cost. Safe to repeat. The organizer's yes is given, and
 * the account attests what stands on paper.
 * @returns what became of the first so many rows: those that there was time for
 */
export const importRows = async (
  world: World,
  eventId: string,
  rows: readonly ImportRow[],
  { basis = 'paper', fallback, until = world.now() + PORTION_MS }: Import = {},
): Promise<ImportedRow[]> => {
  const event = await getEvent(world, eventId);
  mustStand(event, world.now());
  const goesOn = () => world.now() < until;
  const done: ImportedRow[] = [];
  while (done.length < rows.length && goesOn()) {
    const next = rows.slice(done.length, done.length + TOGETHER);
    const planned = await planRows(world, event, next, fallback);
    const answers = await inPortion(planned, (row) => importRow(world, eventId, row, basis), goesOn);
    for (const answer of answers) done.push(answer);
  }
  return done;
};

const importRow = async (
  world: World,
  eventId: string,
  planned: PlannedRow,
  basis: Basis,
): Promise<ImportedRow> => {
  const { row } = planned;
  if (planned.plan === 'wrong')
    return { row, outcome: 'refused', cells: planned.cells, errors: planned.errors };
  const said = { row, fullName: planned.fullName, errors: [] };
  if (planned.plan === 'unchanged' || planned.plan === 'left')
    return { ...said, outcome: planned.plan, registrationId: planned.id };
  try {
    if (planned.plan === 'new') {
      const { id, status } = await registerFromList(world, eventId, planned.particulars, basis);
      return { ...said, outcome: 'registered', registrationId: id, status };
    }
    await correctByStaff(world, planned.id, planned.particulars, planned.version);
    return { ...said, outcome: 'corrected', registrationId: planned.id };
  } catch (error) {
    // Nobody knows whether it arrived: the same list once more settles it.
    const problem = error instanceof LostAnswer ? new Problem('unavailable', 'unavailable') : error;
    if (!(problem instanceof Problem)) throw error;
    return {
      ...said,
      outcome: 'refused',
      cells: [planned.fullName, planned.phone],
      errors: errorsOf(problem),
    };
  }
};

const registerFromList = async (world: World, eventId: string, particulars: Particulars, basis: Basis) => {
  const { registration } = await admitPerson(
    world,
    ledgerOf(world),
    eventId,
    particulars,
    false,
    (event) => mustStand(event, world.now()),
    {
      basis,
      channel: 'list',
      how: 'organizer',
      consent: CONSENT_VERSION,
      ...(basis !== 'person' && { attestedBy: world.db.actor }),
    },
    { approved: true, taken: 'already-on-list' },
  );
  return registration;
};
