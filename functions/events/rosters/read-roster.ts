import type * as z from 'zod';
import { parse } from '../../platform/input/parse';
import { type FieldError, firstOfEach, Problem } from '../../platform/problem/problem';
import type { ReadRow } from './outcome';
import { readParticulars } from './particulars';
import { type ListRow, readRows } from './rows';

type Cells = ListRow['cells'];

/** What a kind of list asks of its rows. */
export interface RosterRules<S extends z.ZodType> {
  /** The person that a row describes, and what else the row gives. */
  schema: S;
  /** The largest number of rows. */
  most: number;
  /** The unit or body of a row. @throws Problem invalid */
  placeOf(cells: Cells): object;
  /** What the row gives beside particulars and place. */
  more?(cells: Cells): { given: object; errors: readonly FieldError[] };
}

/**
 * Reads a list of people: cells between tabs. Writes nothing. Every row names everything that is wrong in it,
 * so that people correct a list only once.
 * @throws Problem `too-many-rows`
 */
export const readRoster = <S extends z.ZodType>(
  text: string,
  { schema, most, placeOf, more }: RosterRules<S>,
): ReadRow<z.output<S>>[] =>
  readRows(text, most).map(({ row, written, cells }) => {
    const particulars = readParticulars(cells);
    const others = more?.(cells) ?? { given: {}, errors: [] };
    const place = attempt(() => placeOf(cells));
    const person = attempt(() => parse(schema, { ...particulars.given, ...place.value, ...others.given }));
    const errors = [
      ...firstOfEach([...person.errors, ...particulars.errors, ...place.errors]),
      ...others.errors,
    ];
    return errors.length ? { row, cells: written, errors } : { row, person: person.value, errors };
  });

const attempt = <T>(act: () => T): { value?: T; errors: readonly FieldError[] } => {
  try {
    return { value: act(), errors: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { errors: error.fields };
  }
};
