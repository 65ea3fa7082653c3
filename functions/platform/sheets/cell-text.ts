import type { CellObject } from '@e965/xlsx';
import { LONGEST_TEXT } from './sheet';

const DAY_MS = 86_400_000;

/**
 * A cell of a workbook as text: what a person sees in it, but numbers with all their digits, and dates as day, month
 * and year whatever order the file shows them in.
 */
export const cellText = (cell: CellObject): string => {
  if (cell.t === 'n' && typeof cell.v === 'number') return numberText(cell, cell.v);
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  return String((cell.t === 'e' ? cell.w : cell.v) ?? '').slice(0, LONGEST_TEXT);
};

const numberText = ({ w: shown = '', z: format }: CellObject, value: number): string => {
  if (isDate(format)) return dateText(value);
  // "0000000000" shows the zero at the beginning of a phone number, which the number has not.
  const digits = shown.replace(/[\s.()-]/g, '');
  return /^0\d+$/.test(digits) && Number(digits) === value ? digits : plainNumber(value);
};

/** A format with a part of a day in it, outside of texts in quotes, colours and escaped characters. */
const isDate = (format: CellObject['z']): boolean =>
  /[ymd]/i.test(
    String(format ?? '')
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/general/gi, ''),
  );

/** Days since the end of 1899; 1900 and some years after it are what a person typed into a cell formatted as a date. */
const dateText = (value: number): string => {
  if (Number.isInteger(value) && value >= 1900 && value <= 2100) return String(value);
  const date = new Date(Math.floor(value) * DAY_MS - 25_569 * DAY_MS);
  if (value < 1 || Number.isNaN(date.getTime())) return plainNumber(value);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
};

/** Without an exponent, which would hide digits of an account number. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
