import { invalid } from '../problem/problem';
import { readApart } from './read-apart';
import type { Sheet } from './sheet';
import { sheetOf } from './sheet';
import { cellsOf, hasTooManyLines, separatorOf } from './table-text';

const LARGEST = 2 * 1024 * 1024;

/**
 * The sheets of an .xlsx or .csv file, read in a thread of its own.
 * @throws Problem invalid at `file`: `sheet-unreadable`, `sheet-too-large`
 */
export const sheetsOfFile = async (bytes: Uint8Array): Promise<Sheet[]> => {
  if (bytes.length > LARGEST) throw invalid('file', 'sheet-too-large');
  return readApart(bytes);
};

/**
 * What was pasted from a spreadsheet, as a sheet.
 * @throws Problem invalid at `list`: `list-too-large`
 */
export const sheetOfText = (text: string): Sheet => {
  if (hasTooManyLines(text)) throw invalid('list', 'list-too-large');
  return sheetOf(cellsOf(text));
};

/**
 * The same for a list that needs several columns: text without any tab, as of a message, is parted at its semicolons
 * or commas.
 * @throws Problem invalid at `list`: `list-too-large`
 */
export const sheetOfTable = (text: string): Sheet => {
  if (text.includes('\t')) return sheetOfText(text);
  if (hasTooManyLines(text)) throw invalid('list', 'list-too-large');
  return sheetOf(cellsOf(text, separatorOf(text)));
};
