import { invalid } from '../../platform/problem/problem';
import { localDate } from '../../platform/time/dates';
import { cellsOf, separatorOf, textOf } from './cells';

const LARGEST = 2 * 1024 * 1024;
/** A small archive may unpack to gigabytes, so the sizes in its directory are summed before it is unpacked. */
const LARGEST_UNPACKED = 40 * 1024 * 1024;

/**
 * The first sheet of an .xlsx file, or a .csv file, as the text that people would paste: cells between tabs,
 * rows in lines.
 * @throws Problem invalid at `file`: `sheet-unreadable`, `sheet-too-large`
 */
export const readSheet = async (bytes: Uint8Array): Promise<string> => {
  if (bytes.length > LARGEST) throw invalid('file', 'sheet-too-large');
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? readXlsx(bytes) : readCsv(bytes);
};

const readXlsx = async (bytes: Uint8Array): Promise<string> => {
  if (unpackedSize(bytes) > LARGEST_UNPACKED) throw invalid('file', 'sheet-too-large');
  const { readSheet: read } = await import('read-excel-file/node');
  try {
    const rows = await read(Buffer.from(bytes));
    return textOf(rows.map((row) => row.map(cellText)));
  } catch {
    throw invalid('file', 'sheet-unreadable');
  }
};

/** UTF-8, or UTF-16 as Excel's "Unicode text". Any other code page would corrupt every name. */
const readCsv = (bytes: Uint8Array): string => {
  try {
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
    const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
    const separator = separatorOf(text);
    if (separator && !text.includes('\0')) return textOf(cellsOf(text, separator));
  } catch {
    // Not text, or another code page.
  }
  throw invalid('file', 'sheet-unreadable');
};

const cellText = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? localDate(cell.toISOString())
      : String(cell);

/** The sum of the sizes in a zip file's central directory (PKWARE APPNOTE 4.3.12). */
const unpackedSize = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at + 46 <= bytes.length; at++)
    if (bytes[at] === 0x50 && view.getUint32(at, true) === 0x02014b50) sum += view.getUint32(at + 24, true);
  return sum;
};
