import * as z from 'zod';
import { sameName } from '../../platform/keys/person-key';
import type { FieldError } from '../../platform/problem/problem';
import { plain } from '../../platform/text/text';
import { Particulars } from '../registrations/person-fields';

/** What a row says of a person. What it leaves out is left as it is. */
export const RowParticulars = z.strictObject({
  ...Particulars.shape,
  interpreter: z.boolean().optional(),
});
export type RowParticulars = z.output<typeof RowParticulars>;

/** One row of a list on its way in. */
export interface ImportRow {
  /** As in the list, from 1. */
  row: number;
  said?: RowParticulars;
  errors: readonly FieldError[];
  /** As it was written, where it could not be read. */
  cells?: readonly string[];
}

/** A person twice in one list is the first row's: the second is named as such. Two with other accents are two. */
export const markRepeats = (rows: readonly ImportRow[]): ImportRow[] => {
  const above = new Map<string, ImportRow[]>();
  return rows.map((row) => {
    if (!row.said) return row;
    const { fullName, phone } = row.said;
    const key = `${phone}|${plain(fullName)}`;
    const alike = above.get(key) ?? [];
    const first = alike.find((one) => sameName(one.said!.fullName, fullName));
    if (first) {
      const twice = { path: 'fullName', code: 'row-twice', detail: { row: first.row } };
      return { row: row.row, cells: [fullName, phone], errors: [twice] };
    }
    above.set(key, [...alike, row]);
    return row;
  });
};
