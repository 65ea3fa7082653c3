import type { Sheet } from './sheet';
import { sheetText } from './sheet-text';

/** A list as text that reads the same, without what is hidden: a page's form carries it, a file is not sent twice. */
export const shownText = (source: string | readonly Sheet[]): string =>
  typeof source === 'string'
    ? source
    : source
        .filter(({ hidden }) => !hidden)
        .map((sheet) => sheetText(sheet, []))
        .join('\n');
