import { type FieldError, firstOfEach, Problem } from '../../../functions/platform/problem/problem';
import type { FieldSpec } from './field-spec';

type Specs = Readonly<Record<string, FieldSpec>>;

/** Moves an error of the input to the field that asks for it, with the code of this form. */
const atField = (error: FieldError, specs: Specs): FieldError => {
  const path = Object.keys(specs).find((name) => specs[name]!.errorsOf?.includes(error.path)) ?? error.path;
  const codes = specs[path]?.codes;
  return { ...error, path, code: codes?.[error.code] ?? codes?.['*'] ?? error.code };
};

/**
 * The errors of a refused form, one a field, in the form's order. An error without a field comes first.
 * @throws other problems again: they have a page of their own
 */
export const refusalOf = (error: unknown, specs: Specs): { errors: FieldError[]; status: 412 | 422 } => {
  if (!(error instanceof Problem)) throw error;
  const status = error.kind === 'stale' ? 412 : 422;
  if (error.fields.length) {
    const names = Object.keys(specs);
    const place = ({ path }: FieldError) => {
      const nth = names.findIndex((name) => path === name || path.startsWith(`${name}.`));
      return path === '' ? -1 : nth === -1 ? names.length : nth;
    };
    const errors = error.fields.map((e) => atField(e, specs));
    return { status, errors: firstOfEach(errors.sort((a, b) => place(a) - place(b))) };
  }
  if (error.kind !== 'conflict' && error.kind !== 'stale' && error.kind !== 'invalid') throw error;
  return { status, errors: [{ path: '', code: error.code, detail: error.detail }] };
};
