import { listBodies } from '../../directory/bodies/list';
import { refusalOfUnit } from '../../directory/units/choose';
import { readUnits, type Units } from '../../directory/units/list';
import type { FieldError } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { type Particulars, particularsOf } from '../person/person-fields';
import { hasLeft } from '../registrations/registration';
import { checkRows, type Decide } from './check';
import type { ImportRow, RowParticulars } from './import-row';
import { changedFields, corrected } from './list-correction';
import type { CheckedRow } from './outcome';

export type PlannedRow = CheckedRow<RowParticulars, Particulars>;

/**
 * Decides what an import will do with each row. Writes nothing.
 * @param fallback the unit of new people who name none
 */
export const planRows = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  rows: readonly ImportRow[],
  fallback?: string,
): Promise<PlannedRow[]> => {
  const [units, bodies] = await Promise.all([readUnits(world), listBodies(world)]);
  const places = { units, inForce: idsOf(units.inForce), bodies: idsOf(bodies) };
  return checkRows(world, event, rows, decideFor(places, fallback));
};

const idsOf = (things: readonly { id: string }[]): ReadonlySet<string> => new Set(things.map(({ id }) => id));

interface Places {
  units: Units;
  inForce: ReadonlySet<string>;
  bodies: ReadonlySet<string>;
}

const decideFor =
  (places: Places, fallback?: string): Decide<RowParticulars, Particulars> =>
  (row, { kind, registration }) => {
    if (kind === 'namesake') return { path: 'fullName', code: 'other-person' };
    const isOnFile = kind === 'same' || kind === 'corrects';
    const unknown = unknownPlace(places, row, isOnFile ? registration.unitId : undefined);
    if (unknown) return unknown;
    if (kind === 'unknown' || (kind === 'left' && registration.how === 'undone')) {
      const person = withUnit(particularsOf(row), fallback);
      if (person.unitId || person.bodyId) return { outcome: 'new', person };
      return { path: 'unitId', code: 'unit-required' };
    }
    // A list does not bring back people who left; those of an import that was taken back never came.
    if (kind === 'left' || hasLeft(registration)) return { outcome: 'left', person: row, registration };
    const { phone, fullName } = row;
    const correction = {
      ...corrected(registration, row),
      ...(kind === 'corrects' && { phone, fullName }),
    };
    const fields = changedFields(correction, registration);
    return fields.length
      ? { outcome: 'changed', person: row, correction, registration, fields }
      : { outcome: 'unchanged', person: row, registration };
  };

/** Over the API a row names units and bodies by ids, which may not exist; the unit on file may have ended. */
const unknownPlace = (
  { units, inForce, bodies }: Places,
  { unitId, bodyId }: RowParticulars,
  recorded: string | undefined,
): FieldError | undefined => {
  if (unitId && unitId !== recorded && !inForce.has(unitId)) return refusalOfUnit(units, unitId);
  if (bodyId && !bodies.has(bodyId)) return { path: 'bodyId', code: 'body-unknown' };
  return undefined;
};

const withUnit = (p: Particulars, fallback?: string): Particulars =>
  p.unitId || p.bodyId ? p : { ...p, unitId: fallback };
