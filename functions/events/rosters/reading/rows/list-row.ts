import type { FieldError } from '../../../../platform/problem/problem';
import type { RowCells } from './parts';

/** One person of a list, not judged yet. */
export interface ListRow {
  /** Its number in the sheet, from 1. */
  row: number;
  /** All cells as they were written. */
  written: readonly string[];
  cells: RowCells;
  /** What was understood rather than read, e.g. the unit of a block. */
  notes: readonly FieldError[];
}
