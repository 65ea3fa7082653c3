import type * as z from 'zod';
import { parse } from '../../platform/input/parse';
import { type FieldError, firstOfEach, Problem } from '../../platform/problem/problem';
import { PERSON_FIELDS } from '../person/person-fields';
import type { ReadRow } from './outcome';
import { readParticulars } from './particulars';
import type { ReadPlace } from './places/place-reader';
import type { ListReading } from './reading/list-reading';
import type { ListRow } from './reading/rows/list-row';

type Cells = ListRow['cells'];

/** What a kind of list asks of its rows. */
export interface RosterRules<S extends z.ZodType> {
  /** The person that a row describes, and what else the row gives. */
  schema: S;
  /** The largest number of rows. */
  most: number;
  /** The unit or body of a row. @throws Problem invalid */
  placeOf(cells: Cells): ReadPlace;
  /** What the row gives beside particulars and place. */
  more?(cells: Cells): { given: object; errors: readonly FieldError[] };
}

/** Fields without which there is no person, or not the right one; a slip in any other is left out. */
const NEEDED: ReadonlySet<string> = new Set(['fullName', 'phone', 'unitId', 'bodyId']);
const isOptional = ({ path }: FieldError) => path in PERSON_FIELDS && !NEEDED.has(path);

/**
 * Judges the rows of a list of people. Writes nothing. Every row names everything that is wrong in it, so that people
 * correct a list only once.
 * @throws Problem `too-many-rows`
 */
export const readRoster = <S extends z.ZodType>(
  { rows, exact, namesUnits }: ListReading,
  { schema, most, placeOf, more }: RosterRules<S>,
): ReadRow<z.output<S>>[] => {
  if (rows.length > most) throw new Problem('too-large', 'too-many-rows', { max: most });
  return rows.map(({ row, written, cells, notes: seen }) => {
    const particulars = readParticulars(cells, exact);
    const others = more?.(cells) ?? { given: {}, errors: [] };
    const place = attempt(() => placed(placeOf(cells), namesUnits));
    const { unitId, bodyId, ...said } = place.value ?? {};
    const refusedNow = said.refused && !said.named ? [said.refused] : [];
    const ids = { ...(unitId && { unitId }), ...(bodyId && { bodyId }) };
    const given = { ...particulars.given, ...ids, ...others.given };
    const { person, slips } = parsedPerson(schema, given);
    const errors = [
      ...firstOfEach([...particulars.errors, ...person.errors, ...place.errors, ...refusedNow]),
      ...others.errors,
    ];
    const notes = [...seen, ...particulars.notes, ...slips];
    const read = {
      row,
      errors,
      ...(notes.length && { notes }),
      ...(said.named && { place: said }),
    };
    return errors.length ? { ...read, cells: written } : { ...read, person: person.value };
  });
};

/** In a list that names units, a person without one has no other: a default would be a guess. */
const placed = (place: ReadPlace, namesUnits: boolean): ReadPlace => {
  if (namesUnits && !place.unitId && !place.bodyId && !place.refused)
    throw new Problem('invalid', 'invalid', {}, [{ path: 'unitId', code: 'unit-missing' }]);
  return place;
};

/** The person, without the optional fields that cannot be used. */
const parsedPerson = <S extends z.ZodType>(schema: S, given: Record<string, unknown>) => {
  const person = attempt(() => parse(schema, given));
  const slips = person.errors.filter(isOptional);
  if (slips.length === 0) return { person, slips: [] };
  const usable = Object.fromEntries(
    Object.entries(given).filter(([name]) => !slips.some((s) => s.path === name)),
  );
  return {
    person: attempt(() => parse(schema, usable)),
    slips: slips.map(
      ({ path, code }): FieldError => ({
        path,
        code: code === 'too-long' ? 'cell-too-long' : 'cell-unclear',
        detail: { said: String(given[path]).slice(0, 60) },
      }),
    ),
  };
};

const attempt = <T>(act: () => T): { value?: T; errors: readonly FieldError[] } => {
  try {
    return { value: act(), errors: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { errors: error.fields };
  }
};
