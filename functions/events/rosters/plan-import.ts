import type { Body } from '../../directory/bodies/body';
import { listBodies } from '../../directory/bodies/list';
import { listUnits } from '../../directory/units/list';
import type { Unit } from '../../directory/units/unit';
import type { FieldError, Problem } from '../../platform/problem/problem';
import { plain } from '../../platform/text/text';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { type Particulars, particularsOf } from '../registrations/person-fields';
import { recognise } from '../registrations/register/recognise';
import type { Registration } from '../registrations/registration';
import type { ImportRow, RowParticulars } from './import-row';

interface Row {
  row: number;
  fullName: string;
  phone: string;
}
interface Standing extends Row {
  id: string;
  version: number;
}

/** What is to be done with a row, known before anything is written. */
export type PlannedRow =
  | (Row & { plan: 'new'; particulars: Particulars })
  /** `fields`: what it says otherwise than what is recorded. */
  | (Standing & { plan: 'changed'; particulars: Particulars; fields: string[] })
  | (Standing & { plan: 'unchanged' })
  /** Was registered, and was cancelled, declined or replaced: a list does not bring them back. */
  | (Standing & { plan: 'left' })
  | { row: number; plan: 'wrong'; cells: readonly string[]; errors: readonly FieldError[] };

/**
 * Sets a list beside who is registered, by one batched read. Writes nothing.
 * @param fallback the unit of who is new and names none
 */
export const planRows = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  rows: readonly ImportRow[],
  fallback?: string,
): Promise<PlannedRow[]> => {
  const read = rows.filter((row) => row.said);
  const known = await recognise(
    world,
    event,
    read.map((row) => row.said!),
  );
  const lostPlace = placeCheck(await listUnits(world), await listBodies(world));
  const byRow = new Map(read.map((row, i) => [row, known[i]!]));
  return rows.map((one): PlannedRow => {
    const { row, said, errors } = one;
    if (!said) return { row, plan: 'wrong', cells: one.cells ?? [], errors };
    const { fullName, phone } = said;
    const wrong = (...fields: FieldError[]): PlannedRow => ({
      row,
      plan: 'wrong',
      cells: [fullName, phone],
      errors: fields,
    });
    const { kind, registration } = byRow.get(one)!;
    if (kind === 'namesake') return wrong({ path: 'fullName', code: 'other-person' });
    const lost = lostPlace(said);
    if (lost) return wrong(lost);
    if (kind === 'nobody') {
      const particulars = { interpreter: false, ...said };
      if (particulars.unitId || particulars.bodyId || fallback)
        return { row, plan: 'new', fullName, phone, particulars: withUnit(particulars, fallback) };
      return wrong({ path: 'unitId', code: 'unit-required' });
    }
    const stands = { row, fullName, phone, id: registration.id, version: registration.version };
    if (kind === 'left') return { ...stands, plan: 'left' };
    const particulars = corrected(registration, said);
    const fields = Object.keys(particulars).filter((name) =>
      differs(particulars[name as keyof Particulars], registration[name as keyof Registration]),
    );
    return fields.length
      ? { ...stands, plan: 'changed', particulars, fields }
      : { ...stands, plan: 'unchanged' };
  });
};

/** A row over the API names units and bodies by their ids, which may be none. */
const placeCheck = (units: readonly Unit[], bodies: readonly Body[]) => {
  const known = new Set([...units, ...bodies].map(({ id }) => id));
  return ({ unitId, bodyId }: RowParticulars): FieldError | undefined => {
    if (unitId && !known.has(unitId)) return { path: 'unitId', code: 'unit-unknown' };
    if (bodyId && !known.has(bodyId)) return { path: 'bodyId', code: 'body-unknown' };
    return undefined;
  };
};

const withUnit = (p: Particulars, fallback?: string): Particulars =>
  p.unitId || p.bodyId ? p : { ...p, unitId: fallback };

/**
 * What is recorded, with what the row says in its place. Phone and name are how the person was found: the
 * name changes only where it gains its accents.
 */
const corrected = (registration: Registration, said: RowParticulars): Particulars => {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const bare = (name: string) => name.toLowerCase() === plain(name);
  const gains = bare(registration.fullName) && !bare(said.fullName);
  return {
    ...particularsOf(registration),
    ...given,
    phone: registration.phone,
    fullName: gains ? said.fullName : registration.fullName,
  };
};

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a || null) !== JSON.stringify(b || null);

/** A refusal as errors of its row. */
export const errorsOf = (problem: Problem): FieldError[] =>
  problem.fields.length ? problem.fields : [{ path: '', code: problem.code, detail: problem.detail }];
