import type { Sheet } from './sheet';
import { textOf } from './table-text';

/** Rows keep their numbers by empty lines, unless a file leaves thousands of rows empty. */
const LONGEST_GAP = 1_000;

/**
 * A sheet as text that people could have pasted, without what is hidden in it. What a merged cell says of several rows
 * stands in each of them.
 * @param kept numbers of hidden rows that are needed all the same
 */
export const sheetText = (
  { rows, hiddenColumns }: Sheet,
  headingRows: readonly number[],
  withHidden = false,
  kept: readonly number[] = [],
): string => {
  const lines: string[][] = [];
  for (const { row, hidden, cells } of rows) {
    if (hidden && !withHidden && !kept.includes(row)) continue;
    const isHeading = headingRows.includes(row);
    if (row - lines.length < LONGEST_GAP) while (lines.length < row - 1) lines.push([]);
    lines.push(
      cells
        .filter((_, at) => withHidden || !hiddenColumns.includes(at))
        .map(({ text, covered }) => (covered === 'left' || (covered && isHeading) ? '' : text)),
    );
  }
  return textOf(lines);
};
