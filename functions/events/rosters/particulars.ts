import type { FieldError } from '../../platform/problem/problem';
import { plain } from '../../platform/text/text';
import { PERSON_FIELDS } from '../registrations/person-fields';
import type { ListRow, PersonColumn } from './rows';

const GENDER: Record<string, string> = {
  nu: 'female',
  female: 'female',
  nam: 'male',
  male: 'male',
  khac: 'other',
  other: 'other',
};
const ROLE: Record<string, string> = {
  'to truong': 'leader',
  'to pho': 'deputy',
  'pho to truong': 'deputy',
  'hoa giai vien': 'mediator',
  'thanh vien': 'mediator',
  'to vien': 'mediator',
  khong: 'none',
};

interface Reader {
  /** @returns undefined where the words are not understood */
  read(cell: string): unknown;
  /** The error for words that are not understood. They are reported, never guessed. */
  unclear?: string;
}

/** The fields whose cells are not taken as they are. */
const READERS: Partial<Record<PersonColumn, Reader>> = {
  phone: { read: (cell) => restoreZero(cell) },
  gender: { read: (cell) => GENDER[plain(cell)], unclear: 'gender-unknown' },
  yearOfBirth: { read: (cell) => yearIn(cell), unclear: 'birth-unreadable' },
  teamRole: { read: (cell) => ROLE[plain(cell)], unclear: 'role-unknown' },
  interpreter: { read: (cell) => !plain(cell).startsWith('khong') },
};
const AS_IT_IS: Reader = { read: (cell) => cell };
const COLUMNS = [
  ...new Set([...Object.keys(READERS), ...Object.keys(PERSON_FIELDS)]),
] as readonly PersonColumn[];

/** A row's cells as `Particulars` takes them. The place is read elsewhere (`places.ts`). */
export const readParticulars = (
  cells: ListRow['cells'],
): { given: Record<string, unknown>; errors: FieldError[] } => {
  // An empty name or phone is reported as missing.
  const given: Record<string, unknown> = { fullName: '', phone: '' };
  const errors: FieldError[] = [];
  for (const name of COLUMNS) {
    const cell = cells[name];
    if (!cell) continue;
    const { read, unclear } = READERS[name] ?? AS_IT_IS;
    const value = read(cell);
    if (value !== undefined) given[name] = value;
    else if (unclear) errors.push({ path: name, code: unclear, detail: { said: cell } });
  }
  return { given, errors };
};

/** Excel drops the zero at the beginning of a phone number. */
const restoreZero = (phone: string): string => {
  const digits = phone.replace(/\D/g, '');
  return /^[35789]\d{8}$/.test(digits) ? `0${digits}` : phone;
};

const YEAR = /^\d{4}$/;
/** A day or a month, as people write it or as it is read from an Excel file. */
const DAY = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/;
const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;

/** The year of "1968" or of a real day. An impossible day is a mistake in which the year may be wrong too. */
const yearIn = (cell: string): number | undefined => {
  if (YEAR.test(cell)) return Number(cell);
  const [, d = '1', m, y] = DAY.exec(cell) ?? [];
  const [, year = y, month = m, day = d] = ISO_DAY.exec(cell) ?? [];
  // An impossible day, such as 31/02, becomes a day of the next month.
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 ? Number(year) : undefined;
};
