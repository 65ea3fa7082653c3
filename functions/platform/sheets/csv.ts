import { isInOldFont, vietnameseShare } from '../old-fonts/old-font';
import { invalid } from '../problem/problem';
import { type Sheet, sheetOf } from './sheet';
import { cellsOf, hasTooManyLines, separatorOf } from './table-text';

/**
 * The table of a .csv file.
 * @throws Problem invalid at `file`: `sheet-unreadable`
 */
export const readCsv = (bytes: Uint8Array): Sheet => {
  const text = textIn(bytes);
  const separator = text && separatorOf(text, isWide(bytes));
  if (!separator || text.includes('\0')) throw invalid('file', 'sheet-unreadable');
  if (hasTooManyLines(text)) throw invalid('file', 'sheet-too-large');
  return { ...sheetOf(cellsOf(text.replace(/^sep=.\r?\n/i, ''), separator)), isCsv: true };
};

const WIDE = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] };
const begins = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);
const isWide = (bytes: Uint8Array) => Object.values(WIDE).some((mark) => begins(bytes, mark));

/**
 * UTF-8, UTF-16 as Excel's "Unicode text", or the code page in which a Vietnamese Excel saves "CSV"; the western code
 * page only for a list in an old font, which Excel saves so. Any other would corrupt every name.
 */
const textIn = (bytes: Uint8Array): string | undefined => {
  for (const [encoding, mark] of Object.entries(WIDE))
    if (begins(bytes, mark)) return decoded(bytes, encoding);
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  const vietnamese = decoded(bytes, 'windows-1258')?.normalize('NFC');
  if (vietnamese && vietnameseShare(vietnamese) > 0.9) return vietnamese;
  const western = decoded(bytes, 'windows-1252');
  return western && isInOldFont(western.split(/[\r\n;,\t]+/)) ? western : undefined;
};

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
