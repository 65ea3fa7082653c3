import type * as z from 'zod';
import { Problem } from '../../../functions/platform/problem/problem';
import { copy } from '../../copy/copy';
import type { Fields } from '../../ui/form';
import { refusalOf } from '../../ui/form/refused';
import { personFields } from './person';
import type { Places } from './places';
import { readPerson as read } from './read-person';

// Until the console's pages use `defineForm`, which does this by itself.
export { type Places, readPlaces } from './places';
export { personValues as fieldsOf } from './read-person';

const renamed = (error: unknown): unknown =>
  error instanceof Problem && error.fields.length
    ? new Problem(
        error.kind,
        error.code,
        error.detail,
        refusalOf(error, personFields(copy('vi'), 'other')).errors,
      )
    : error;

export const readPerson = <S extends z.ZodType>(
  schema: S,
  fields: Fields,
  places: Places,
  more: Record<string, unknown> = {},
): z.output<S> => {
  try {
    return read(schema, fields, places, more);
  } catch (error) {
    throw renamed(error);
  }
};

export const atFormFields = async <T,>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    throw renamed(error);
  }
};
