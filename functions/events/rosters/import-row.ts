import * as z from 'zod';
import { Particulars, type StoredParticulars } from '../person/person-fields';
import type { ReadRow } from './outcome';

/** A field without its default: what a row leaves out stays as it is in the record. */
const withoutDefault = (field: z.ZodType): z.ZodType =>
  field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType).optional() : field;

/** The person of one row of an organizer's list. */
export const RowParticulars = z.strictObject(
  Object.fromEntries(Object.entries(Particulars.shape).map(([name, field]) => [name, withoutDefault(field)])),
) as unknown as z.ZodType<StoredParticulars>;
export type RowParticulars = StoredParticulars;

/** One row of an organizer's list. */
export type ImportRow = ReadRow<RowParticulars>;
