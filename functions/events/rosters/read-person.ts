import type * as z from 'zod';
import { parse } from '../../platform/input/parse';
import { type FieldError, firstOfEach, Problem } from '../../platform/problem/problem';
import { particularsIn } from './particulars';
import type { ListRow } from './rows';

/**
 * One row as a person. Everything that is wrong in it is named at once, its place among it: whoever
 * mends a list goes through it once.
 */
export const readPersonIn = <S extends z.ZodType>(
  schema: S,
  said: ListRow['said'],
  placeOf: (said: ListRow['said']) => object,
  more: object = {},
): { person?: z.output<S>; errors: FieldError[] } => {
  const { given, errors } = particularsIn(said);
  const place = attempt(() => placeOf(said));
  const person = attempt(() => parse(schema, { ...given, ...place.value, ...more }));
  const wrong = firstOfEach([...person.errors, ...errors, ...place.errors]);
  return wrong.length ? { errors: wrong } : { errors: [], person: person.value };
};

const attempt = <T>(act: () => T): { value?: T; errors: readonly FieldError[] } => {
  try {
    return { value: act(), errors: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { errors: error.fields };
  }
};
