import type { FieldError } from '../../../functions/platform/problem/problem';
import { copy, type Language } from '../../copy/copy';

/** What was typed, by field name. Ticked boxes of one name are a list. */
export type Values = Record<string, string | string[] | undefined>;

/** A form as it is shown: what was typed, and what was wrong with it. */
export interface FormState {
  language: Language;
  values: Values;
  errors: readonly FieldError[];
  /** The name of a field in the error summary, if the messages do not contain it. */
  called?: (path: string) => string | undefined;
  /** The account that is signed in, on a page of the console. */
  by?: string | undefined;
}

export const freshForm = (language: Language, values: Values = {}): FormState => ({
  language,
  values,
  errors: [],
});

/** The words for one error. A test looks for codes that have no words. */
export const messageOf = (language: Language, error: Pick<FieldError, 'code' | 'detail'>): string =>
  (copy(language).problems[error.code] ?? copy(language).problems.malformed!)(error.detail ?? {});

export const fieldId = (name: string) => `o-${name.replace(/[^\w-]/g, '-')}`;

export const errorAt = (form: FormState, name: string) => form.errors.find((e) => e.path === name);

/** The first text typed in a field. */
export const valueAt = (form: Pick<FormState, 'values'>, name: string): string | undefined =>
  [form.values[name]].flat()[0];
