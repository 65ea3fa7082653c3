import { parse } from '../contract/parse';
import { type FieldError, Problem } from '../problem';
import { plain } from '../text';
import { lineage, listUnits, unitLabel } from '../units/list';
import type { Unit } from '../units/unit';
import type { World } from '../world';
import { NomineeInput, nominateFor } from './name';
import type { Nomination } from './nomination';

/** The columns that a pasted list may have, by the words that stand at their head. */
const COLUMNS: Record<string, readonly string[]> = {
  fullName: ['ho va ten', 'ho ten', 'ten', 'full name'],
  phone: ['so dien thoai', 'dien thoai', 'sdt', 'dt', 'phone'],
  unit: ['don vi', 'xa', 'xa phuong', 'xa, phuong, thi tran', 'dia ban'],
  position: ['chuc vu', 'chuc danh', 'position'],
  teamName: ['to hoa giai', 'to'],
  gender: ['gioi tinh', 'nam/nu', 'gioi'],
  yearOfBirth: ['nam sinh', 'ngay sinh', 'sinh nam'],
  email: ['email', 'thu dien tu'],
};
/** Without a head, the columns stand in this order. */
const DEFAULT_ORDER = ['fullName', 'phone', 'unit', 'position'];
const HEAD_WITHIN = 10;

export interface PastedRow {
  /** As in the pasted text, from 1. */
  row: number;
  cells: string[];
  /** The unit as it was written. */
  unit?: string;
  nominee?: NomineeInput;
  errors: FieldError[];
}

/**
 * Reads rows pasted from Excel: cells between tabs, with or without a head, running numbers ignored.
 * Nothing is written; every row says what is wrong with it.
 */
export const readPasted = async (
  world: World,
  nomination: Nomination,
  text: string,
  basis: NomineeInput['basis'],
): Promise<PastedRow[]> => {
  if (text.length > 200_000) throw new Problem('too-large', 'too-large');
  const units = await listUnits(world);
  const rows = cellsOf(text)
    .map((cells, i) => ({ row: i + 1, cells }))
    .filter(({ cells }) => cells.some(Boolean));
  if (rows.length > 500) throw new Problem('too-large', 'too-many-rows');
  // A list often has its title above the head.
  const at = rows.slice(0, HEAD_WITHIN).findIndex(({ cells }) => columnsOf(cells));
  const head = rows[at] && columnsOf(rows[at].cells);
  const order = head ?? DEFAULT_ORDER;
  return rows.slice(at + 1).map(({ row, cells }) => {
    const shifted = !head && /^\d{1,4}[.)]?$/.test(cells[0] ?? '') ? cells.slice(1) : cells;
    const said = Object.fromEntries(
      order.flatMap((name, i) => (name && shifted[i] ? [[name, shifted[i]]] : [])),
    );
    const read = { row, cells, ...(said.unit && { unit: said.unit }) };
    try {
      return { ...read, errors: [], nominee: nomineeOf(said, units, nomination, basis) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { ...read, errors: error.fields };
    }
  });
};

/** Cells between tabs; Excel puts quotes around a cell that holds a line break. */
const cellsOf = (text: string): string[][] => {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of text.matchAll(
    /("(?:[^"]|""){0,500}"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r?\n|\r|$)/g,
  )) {
    const said = /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    rows.at(-1)!.push(said.replace(/\s+/g, ' ').trim());
    if (end !== '\t') rows.push([]);
  }
  return rows;
};

/** Which column is which, where the first row names at least a name and a phone. */
const columnsOf = (cells: readonly string[]): (string | undefined)[] | undefined => {
  const names = cells.map((cell) => {
    const said = plain(cell);
    return Object.keys(COLUMNS).find((name) => COLUMNS[name]!.includes(said));
  });
  return names.includes('fullName') && names.includes('phone') ? names : undefined;
};

const nomineeOf = (
  { unit, gender, yearOfBirth, phone, ...said }: Record<string, string>,
  units: readonly Unit[],
  nomination: Nomination,
  basis: NomineeInput['basis'],
): NomineeInput =>
  parse(NomineeInput, {
    ...said,
    basis,
    phone: phone ? restoreZero(phone) : '',
    fullName: said.fullName ?? '',
    ...(gender && { gender: { nu: 'female', nam: 'male' }[plain(gender)] ?? 'other' }),
    ...(yearOfBirth && { yearOfBirth: Number(/\d{4}/.exec(yearOfBirth)?.[0]) }),
    ...(unit && unitBelow(unit, units, nomination)),
  });

/** Excel drops the zero that a phone number begins with. */
const restoreZero = (phone: string): string => {
  const digits = phone.replace(/\D/g, '');
  return /^[35789]\d{8}$/.test(digits) ? `0${digits}` : phone;
};

/** The unit of that name below the nominating one; an unknown name is left to the nomination's own unit. */
const unitBelow = (said: string, units: readonly Unit[], nomination: Nomination): { unitId?: string } => {
  const wanted = plain(said);
  const hit = units.find(
    (u) =>
      (plain(u.name) === wanted || plain(unitLabel(u)) === wanted) &&
      (!nomination.unitId || lineage(units, u.id).some((above) => above.id === nomination.unitId)),
  );
  return hit ? { unitId: hit.id } : {};
};

export interface NamedRow extends PastedRow {
  outcome: 'named' | 'refused';
  code?: string;
  detail?: Problem['detail'];
}

/** Names every row that can be named, in order; says of each what became of it. Safe to paste again. */
export const nominateRows = async (world: World, nomination: Nomination, rows: readonly PastedRow[]) => {
  const results: NamedRow[] = [];
  for (const row of rows) {
    if (!row.nominee) {
      results.push({ ...row, outcome: 'refused', code: 'invalid' });
      continue;
    }
    try {
      await nominateFor(world, nomination, row.nominee);
      results.push({ ...row, outcome: 'named' });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      results.push({ ...row, outcome: 'refused', code: error.code, detail: error.detail });
    }
  }
  return results;
};
