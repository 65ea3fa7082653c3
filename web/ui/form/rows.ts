import type { Fields } from './read';
import type { Values } from './state';

/**
 * The rows of a list in a form, named `delegates.0.name`. Empty rows are skipped and the others move up,
 * so that an error's path and the form that is shown again name the same row.
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
): Values =>
  Object.fromEntries(
    rows.flatMap((row, i) =>
      Object.entries(row).map(([column, value]) => [`${list}.${i}.${column}`, value] as const),
    ),
  );

/** Other values of a form without those of a list. */
export const withoutRows = (values: Values, list: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(`${list}.`)));
