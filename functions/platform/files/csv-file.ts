import type { Cell } from './xlsx-rows';

/**
 * Text that no spreadsheet takes for a formula: what could begin one gets an apostrophe (OWASP, "CSV
 * Injection"; the full-width signs count too). An import takes it off again.
 */
export const harmless = (text: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

const two = (n: number) => String(n).padStart(2, '0');

const textOf = (cell: Cell): string => {
  if (!(cell instanceof Date)) return cell === undefined ? '' : String(cell);
  const [day, month] = [two(cell.getUTCDate()), two(cell.getUTCMonth() + 1)];
  return `${day}/${month}/${cell.getUTCFullYear()} ${two(cell.getUTCHours())}:${two(cell.getUTCMinutes())}`;
};

/** A cell between tabs. One quote alone would swallow the cells and rows below it. */
const written = (cell: Cell): string => {
  const safe = harmless(textOf(cell).replaceAll('\t', ' '));
  return /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A CSV file that Excel opens in columns by a double click, whatever the region of the computer: UTF-16 with a byte
 * order mark, and tabs. Excel parts a UTF-8 file at the list separator of the region, which is a comma on one office's
 * computer and a semicolon on the next; a line `sep=;` would tell it, but then it ignores the byte order mark and spoils
 * every Vietnamese letter (grafana/grafana#110099, Belphemur/vue-json-csv#43).
 */
export const csvFile = (rows: readonly (readonly Cell[])[]): Uint8Array => {
  const text = rows.map((row) => row.map(written).join('\t')).join('\r\n');
  return new Uint8Array(Buffer.from(`\uFEFF${text}\r\n`, 'utf16le'));
};
