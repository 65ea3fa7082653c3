import { plain } from '../../../../platform/text/text';
import type { Column, ReadAs } from '../headings/read-as';
import { saysNone } from '../values/none';

/** The cells of one row by what their columns are read as; a name may stand in several columns. */
export type PartCells = Partial<Record<ReadAs, readonly string[]>>;

/** What a row says, joined from its parts. */
export type RowCells = Partial<Record<Column | 'age', string>>;

/** Joins the texts of several columns: a name, a date of birth, the columns "Nam" and "Nữ". */
export const joined = (parts: PartCells): RowCells => {
  const { familyName, givenName, fullName, birthDay, birthMonth, birthYear, male, female, ...others } = parts;
  const { positionAndUnit, otherPhone, leader, deputy, mediator, ...single } = others;
  const cells: RowCells = {};
  for (const [name, [text]] of Object.entries(single) as [Column | 'age', readonly string[]][])
    if (text) cells[name] = text;
  set(cells, 'fullName', nameOf([...(familyName ?? []), ...(fullName ?? []), ...(givenName ?? [])]));
  set(cells, 'yearOfBirth', [birthDay, birthMonth, birthYear].flatMap((part) => part?.[0] ?? []).join('/'));
  byGender(cells, male?.[0], 'Nam');
  byGender(cells, female?.[0], 'Nữ');
  const role =
    (isMark(leader) && 'Tổ trưởng') || (isMark(deputy) && 'Tổ phó') || (isMark(mediator) && 'Hòa giải viên');
  if (role) cells.teamRole ??= role;
  partEmail(cells);
  if (!cells.phone || saysNone(cells.phone))
    set(cells, 'phone', otherPhone?.find((text) => !saysNone(text)) ?? '');
  if (positionAndUnit?.[0]) splitPosition(cells, positionAndUnit[0]);
  return cells;
};

const set = (cells: RowCells, name: Column | 'age', text: string): void => {
  if (text) cells[name] = text;
};

/** "Trần Văn" and "An"; a given name that is repeated in a column for sorting is not said twice. */
const nameOf = (parts: readonly string[]): string =>
  parts.filter(Boolean).reduce((name, part) => {
    const repeats = ` ${plain(name)}`.endsWith(` ${plain(part)}`);
    return repeats ? name : `${name} ${part}`.trim();
  }, '');

/** Below "Nam" or "Nữ" stands a mark, or the year of birth. */
const byGender = (cells: RowCells, text: string | undefined, gender: string): void => {
  if (!text || (saysNone(text) && !/^x+$/i.test(text))) return;
  cells.gender = gender;
  if (/\d{2}/.test(text)) cells.yearOfBirth = text;
};

/** "0900000601, an@mau.example": an address in the column of phones, where no other column has one. */
const partEmail = (cells: RowCells): void => {
  const [address] = cells.phone?.match(/[^\s;,()/|]+@[^\s;,()/|]+/) ?? [];
  if (!address || cells.email) return;
  cells.email = address;
  cells.phone = cells
    .phone!.replace(address, ' ')
    .replace(/e?mail\s*:/i, ' ')
    .trim();
};

/** A mark in a column of its own; the name of a team's leader is none. */
const isMark = (parts: readonly string[] | undefined): boolean =>
  /^(x+|v|1|có|co|[✓✔☑√*+])$/i.test(parts?.[0]?.trim() ?? '');

/** Where a unit begins: after a comma or a dash, or at the kind of a commune before its name. */
const UNIT_BEGINS =
  /(?:^|[,;–-]\s*)(?=(?:ubnd|xã|phường|thị trấn|huyện|thành phố|ấp|phòng|sở|hội|công an|tt\.|tp\.|p\.|x\.|h\.)\s)|\s(?=(?:ubnd|xã|phường|thị trấn|huyện|thị xã|thành phố) )/i;

/** "Tổ trưởng, Xã Định An". */
const splitPosition = (cells: RowCells, text: string): void => {
  const at = text.search(UNIT_BEGINS);
  const trim = (part: string) => part.replace(/^[\s,;–-]+|[\s,;–-]+$/g, '');
  set(cells, 'position', cells.position ?? trim(at < 0 ? text : text.slice(0, at)));
  set(cells, 'unit', cells.unit ?? trim(at < 0 ? '' : text.slice(at)));
};
