import { readUnits } from '../../directory/units/list';
import { recordTaken } from '../../platform/audit/taken';
import { csvFile } from '../../platform/files/csv-file';
import { CSV, type Download, fileWords, XLSX } from '../../platform/files/download';
import { xlsxFile } from '../../platform/files/xlsx-file';
import type { Cell } from '../../platform/files/xlsx-rows';
import { showCode } from '../../platform/keys/ids';
import { noteSecurity } from '../../platform/keys/security-log';
import { givenNameOrder } from '../../platform/text/given-name';
import { found } from '../../platform/text/search';
import { localDate, onTheWall } from '../../platform/time/dates';
import { shortDate } from '../../platform/time/format-date';
import type { World } from '../../platform/world/world';
import type { RegistrationStatus } from '../../seats/ledger/entry';
import type { Event } from '../event/event';
import { oldAnswersFor } from '../invitations/list';
import { PERSON_FIELDS, type PersonField } from '../person/person-fields';
import { consentOf } from '../registrations/consent';
import { fits, isFiltered, type RegistrationFilter } from '../registrations/filter';
import { everyRegistration, findableAmong } from '../registrations/find';
import { queuePlaces } from '../registrations/queue-place';
import type { Registration } from '../registrations/registration';
import type { RegistrationsAsked } from '../registrations/roll/list';
import { CHANNEL_WORD, CONSENT_WORD, statusWord } from '../registrations/words';
import { daysCame } from './check-in';
import { unitParts } from './unit-parts';

const ORDER: readonly RegistrationStatus[] = ['confirmed', 'waitlisted', 'pending', 'cancelled', 'declined'];

/** What the columns, the filter, the search and the order need: a third of a registration is not read. */
const READ = [
  ...(Object.keys(PERSON_FIELDS) as (keyof typeof PERSON_FIELDS)[]),
  'unitName',
  'bodyName',
  'id',
  'status',
  'how',
  'queuedAt',
  'nominationId',
  'invitationId',
  'came',
  'online',
  'reason',
  'code',
  'channel',
  'basis',
  'consent',
  'createdAt',
  'network',
] as const satisfies readonly (keyof Registration)[];
type Exported = Pick<Registration, (typeof READ)[number]>;

interface Column {
  head: string;
  /** In characters. */
  width: number;
  write(r: Exported, nth: number, more: More): Cell;
}

/** What the registration itself does not say. */
interface More {
  /** The place in the queue. */
  waiting?: number | undefined;
  /** The body answered for this beginning, before the event moved. */
  oldDate?: string | undefined;
}
const column = (head: string, width: number, write: Column['write']): Column => ({ head, width, write });

const DISTRICT = column('Huyện', 20, (r) => unitParts(r.unitName).district);

/** A unit stands in two columns; where there are no districts, in one. */
const OF_UNIT = [DISTRICT, column('Xã, phường', 22, (r) => unitParts(r.unitName).commune)];

const ofPerson = Object.entries<PersonField>(PERSON_FIELDS).flatMap(
  ([name, { column: cell, named }]): Column[] => {
    if (!cell) return [];
    if (named === 'unitName') return OF_UNIT;
    const key = (named ?? name) as keyof Exported;
    return [column(cell.head, cell.width, (r) => (r[key] === undefined ? '' : cell.write(r[key])))];
  },
);

const COLUMNS: readonly Column[] = [
  column('STT', 6, (_, nth) => nth),
  ...ofPerson,
  column('Tham dự', 14, (r) => (r.online ? 'Trực tuyến' : 'Hội trường')),
  column('Tình trạng', 14, (r, _nth, { oldDate }) =>
    oldDate && r.status === 'confirmed'
      ? `${statusWord(r)}, trả lời cho lịch cũ ${shortDate(oldDate)}`
      : statusWord(r),
  ),
  column('Thứ tự chờ', 10, (_r, _nth, { waiting }) => waiting),
  column('Có mặt (ngày)', 14, (r) =>
    daysCame(r)
      .map(({ day }) => day)
      .join(', '),
  ),
  column('Lý do', 28, (r) => r.reason),
  column('Mã đăng ký', 14, (r) => showCode(r.code)),
  column('Đăng ký qua', 16, (r) => CHANNEL_WORD[r.channel]),
  column('Căn cứ dùng dữ liệu', 26, (r) => CONSENT_WORD[consentOf(r).basis]),
  column('Ngày ghi', 18, (r) => onTheWall(r.createdAt)),
];

/** Which registrations are exported; all of them where nothing is asked. */
export type ExportAsked = Pick<RegistrationsAsked, 'search'> & RegistrationFilter;

/**
 * An event's registrations as a table with a head: seated, waiting, pending, then the rest; or what a search finds, the
 * best first, as the list shows it. Numbers and days are such, all else is text.
 */
export const exportTable = async (
  world: World,
  event: Pick<Event, 'id' | 'sections' | 'startsAt' | 'undated'>,
  { search, ...filter }: ExportAsked = {},
): Promise<Cell[][]> => {
  const all: Exported[] = [];
  for await (const r of everyRegistration(world, event, READ)) all.push(r);
  const waiting = queuePlaces(all);
  const place = (r: Exported) => waiting.get(r.id) ?? 0;
  const byName = givenNameOrder(all.map((r) => r.fullName));
  all.sort(
    (a, b) =>
      ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
      place(a) - place(b) ||
      byName(a.fullName, b.fullName),
  );
  const units = await readUnits(world);
  const wanted = found(all.filter(fits(units.all, filter)), search, findableAmong(units));
  const old = await oldAnswersFor(world, event, wanted);
  const more = (r: Exported): More => ({
    waiting: waiting.get(r.id),
    oldDate: old.get(r.invitationId ?? ''),
  });
  const columns = columnsFor(wanted);
  return [
    columns.map(({ head }) => head),
    ...wanted.map((r, i) => columns.map(({ write }) => write(r, i + 1, more(r)))),
  ];
};

const columnsFor = (all: readonly Exported[]): readonly Column[] =>
  all.some((r) => unitParts(r.unitName).district) ? COLUMNS : COLUMNS.filter((one) => one !== DISTRICT);

const WIDTH = new Map(COLUMNS.map(({ head, width }) => [head, width]));
/** Of a column that is not used. */
const USUAL_WIDTH = 20;

/** A table with a head as an Excel file. */
export const toXlsx = ([head = [], ...rows]: readonly (readonly Cell[])[]): Promise<Uint8Array> =>
  xlsxFile({
    name: 'Đăng ký',
    columns: head.map((cell) => ({ head: String(cell), width: WIDTH.get(String(cell)) ?? USUAL_WIDTH })),
    rows,
  });

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;

/** An event's registrations as a file to save. */
export const exportFile = async (
  world: World,
  event: Pick<Event, 'id' | 'sections' | 'title' | 'startsAt' | 'undated'>,
  format: (typeof EXPORT_FORMATS)[number],
  asked: ExportAsked = {},
): Promise<Download> => {
  const table = await exportTable(world, event, asked);
  noteSecurity(world, 'list-taken', { event: event.id, how: format });
  const { search = '', ...filter } = asked;
  const part = search.trim() || isFiltered(filter) ? '-trich' : '';
  await recordTaken(world, {
    pk: event.id,
    table: 'events',
    as: format,
    people: table.length - 1,
    part: part !== '',
  });
  const name = `dang-ky-${fileWords(event.title)}-${localDate(event.startsAt)}${part}.${format}`;
  return format === 'csv'
    ? { name, type: CSV, charset: 'utf-16le', body: csvFile(table) }
    : { name, type: XLSX, body: await toXlsx(table) };
};
