import { CSV, type Download, fileWords, XLSX } from '../../platform/files/download';
import { showCode } from '../../platform/keys/ids';
import { byGivenName } from '../../platform/text/given-name';
import { localDate } from '../../platform/time/dates';
import { clockTime, shortDate } from '../../platform/time/format-date';
import type { World } from '../../platform/world/world';
import type { RegistrationStatus } from '../../seats/ledger/entry';
import type { Event } from '../event/event';
import { PERSON_FIELDS, type PersonField } from '../person/person-fields';
import { everyRegistration } from '../registrations/find';
import { queuePlaces } from '../registrations/queue-place';
import type { Registration } from '../registrations/registration';
import { CHANNEL_WORD, STATUS_WORD } from '../registrations/words';
import { daysCame } from './check-in';

const ORDER: readonly RegistrationStatus[] = ['confirmed', 'waitlisted', 'pending', 'cancelled', 'declined'];
const BASIS = { person: 'Người đăng ký cung cấp', paper: 'Văn bản giấy, có xác nhận', legal: 'Căn cứ khác' };

interface Column {
  head: string;
  /** In characters. */
  width: number;
  write(r: Registration, nth: number, waiting?: number): string;
}
const column = (head: string, width: number, write: Column['write']): Column => ({ head, width, write });

const ofPerson = Object.entries<PersonField>(PERSON_FIELDS).flatMap(
  ([name, { column: cell, named }]): Column[] => {
    if (!cell) return [];
    const key = (named ?? name) as keyof Registration;
    return [column(cell.head, cell.width, (r) => (r[key] === undefined ? '' : cell.write(r[key])))];
  },
);

const COLUMNS: readonly Column[] = [
  column('STT', 6, (_, nth) => String(nth)),
  ...ofPerson,
  column('Tham dự', 14, (r) => (r.online ? 'Trực tuyến' : 'Hội trường')),
  column('Tình trạng', 14, (r) => STATUS_WORD[r.status]),
  column('Thứ tự chờ', 10, (_r, _nth, waiting) => String(waiting ?? '')),
  column('Có mặt (ngày)', 14, (r) =>
    daysCame(r)
      .map(({ day }) => day)
      .join(', '),
  ),
  column('Lý do', 28, (r) => r.reason ?? ''),
  column('Mã đăng ký', 14, (r) => showCode(r.code)),
  column('Đăng ký qua', 16, (r) => CHANNEL_WORD[r.channel]),
  column('Căn cứ dùng dữ liệu', 26, (r) => BASIS[r.basis]),
  column('Ngày ghi', 18, (r) => `${shortDate(r.createdAt)} ${clockTime(r.createdAt)}`),
];

/** An event's registrations as a table of text, with a head: seated, waiting, pending, then the rest. */
export const exportTable = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
): Promise<string[][]> => {
  const all: Registration[] = [];
  for await (const r of everyRegistration(world, event)) all.push(r);
  const waiting = queuePlaces(all);
  all.sort(
    (a, b) =>
      ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
      (waiting.get(a.id) ?? 0) - (waiting.get(b.id) ?? 0) ||
      byGivenName(a.fullName, b.fullName),
  );
  return [
    COLUMNS.map(({ head }) => head),
    ...all.map((r, i) => COLUMNS.map(({ write }) => harmless(write(r, i + 1, waiting.get(r.id))))),
  ];
};

/**
 * Text that no spreadsheet takes for a formula: what could begin one gets an apostrophe (OWASP, "CSV
 * Injection"; the full-width signs count too).
 */
export const harmless = (text: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

/**
 * A cell of a CSV file. Excel splits cells at semicolons too in a Vietnamese locale, even within quotes, so the
 * text after a semicolon must not begin a formula either.
 */
const csvCell = (cell: string): string => {
  const safe = cell.replace(/([;,\t]["'\s]*)(?=[=+\-@＝＋－＠])/g, "$1'");
  return /[";,\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * RFC 4180, with a byte order mark so that Excel reads Vietnamese.
 *
 * Not written by `csv-stringify`: its guard sees a formula only where the cell begins, so ours would stay, and
 * its options are as many lines as these two.
 */
export const toCsv = (table: readonly (readonly string[])[]): string =>
  `\uFEFF${table.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

/** An Excel file whose cells are all text, so that numbers keep their zeros and nothing is calculated. */
export const toXlsx = async (table: readonly (readonly string[])[]): Promise<Uint8Array> => {
  const { default: write } = await import('write-excel-file/node');
  const [head = [], ...rows] = table;
  return write(
    [
      head.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map((row) => row.map((value) => value || null)),
    ],
    {
      sheet: 'Đăng ký',
      stickyRowsCount: 1,
      columns: COLUMNS.map(({ width }) => ({ width })),
      orientation: 'landscape',
    },
  ).toBuffer();
};

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;

/** An event's registrations as a file to save. */
export const exportFile = async (
  world: World,
  event: Pick<Event, 'id' | 'sections' | 'title' | 'startsAt'>,
  format: (typeof EXPORT_FORMATS)[number],
): Promise<Download> => {
  const table = await exportTable(world, event);
  const name = `dang-ky-${fileWords(event.title)}-${localDate(event.startsAt)}.${format}`;
  return format === 'csv'
    ? { name, type: CSV, body: toCsv(table) }
    : { name, type: XLSX, body: await toXlsx(table) };
};
