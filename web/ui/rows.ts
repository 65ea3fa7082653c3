import type { FormState } from './form';
import type { Fields } from './read-form';

/**
 * The rows of a list in a form, named `delegates.0.name`. Rows left empty are passed over and the
 * others move up, so that an error's path and what is shown again name the same row.
 */
export const readRows = (
  fields: Fields,
  list: string,
  columns: readonly string[],
  most = 60,
): Record<string, string>[] =>
  Array.from({ length: most }, (_, i) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const value = fields[`${list}.${i}.${column}`];
        return value === undefined ? [] : [[column, value]];
      }),
    ),
  ).filter((row) => Object.keys(row).length > 0);

/** The rows as a form shows them. */
export const typedRows = (
  list: string,
  rows: readonly Readonly<Record<string, string | undefined>>[],
): FormState['values'] =>
  Object.fromEntries(
    rows.flatMap((row, i) =>
      Object.entries(row).map(([column, value]) => [`${list}.${i}.${column}`, value] as const),
    ),
  );

/** Other values of a form without those of a list. */
export const withoutRows = (values: FormState['values'], list: string): FormState['values'] =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(`${list}.`)));
