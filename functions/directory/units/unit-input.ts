import * as z from 'zod';
import { line, optional } from '../../platform/input/fields';
import { UNIT_KINDS } from './unit';

/** A unit as it is filled in. */
export const UnitInput = z.object({
  name: line(80),
  kind: z.enum(UNIT_KINDS),
  parentId: optional(z.string()),
  code: optional(line(20)),
});
export type UnitInput = z.output<typeof UnitInput>;

/** A day as units count it. */
export const unitDay = z.iso.date('date-malformed');
