import type { SheetRow } from '../../../platform/sheets/sheet';
import type { ListColumn } from './headings/columns';
import type { Heading } from './headings/find-heading';
import type { ReadAs } from './headings/read-as';
import { isRunningNumber } from './rows/kinds-of-row';

/** The order of the columns in a list without a heading. */
const DEFAULT_ORDER: readonly ReadAs[] = ['fullName', 'phone', 'unit', 'position'];

/** Without a heading the usual order decides, past running numbers. */
export const byPosition = (rows: readonly SheetRow[]): ListColumn[] => {
  const numbered = rows.filter(({ cells }) => isRunningNumber(cells[0]?.text ?? '')).length > rows.length / 2;
  const order = numbered ? [null, ...DEFAULT_ORDER] : DEFAULT_ORDER;
  const width = Math.max(0, ...rows.slice(0, 100).map(({ cells }) => cells.length), order.length);
  return Array.from({ length: width }, (_, at) => ({
    at,
    heading: '',
    readAs: order[at] ?? null,
    hidden: false,
  }));
};

/**
 * A first row of words above a column of phones is a heading, even if none of its words is known: the rows below are
 * then not read by their positions.
 */
export const unknownHeading = (rows: readonly SheetRow[]): Heading | undefined => {
  const isPhone = (text = '') => /^\+?\d{9,11}$/.test(text.replace(/[\s.()-]/g, ''));
  const below = rows.slice(1, 50);
  const [first] = rows;
  if (!first || below.length === 0 || first.cells.some(({ text }) => /\d/.test(text))) return undefined;
  const phoneAt = first.cells.findIndex(
    ({ text }, at) =>
      /\p{L}{2}/u.test(text) &&
      below.filter(({ cells }) => isPhone(cells[at]?.text)).length > below.length / 2,
  );
  if (phoneAt < 0) return undefined;
  return { at: 0, rows: 1, labels: first.cells.map(({ text }) => ({ upper: text, lower: '' })) };
};
