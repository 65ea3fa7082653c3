import { type FieldError, Problem } from '../../../platform/problem/problem';
import type { TableRow } from '../../../platform/sheets/headed-table';
import { typedDate } from '../../../platform/time/typed';
import { checkedUnit, sameUnitName } from '../check';
import { checkEnd } from '../end';
import { levelOf } from '../levels';
import type { Units } from '../list';
import { findUnits } from '../naming/find-units';
import { readKind } from '../naming/kind-words';
import type { Unit, UnitKind } from '../unit';
import { type UnitInput, unitDay } from '../unit-input';
import { type Day, isInForce, treeOn } from '../validity';
import { unitLabel } from '../words';
import type { UnitColumn } from './unit-columns';

export type UnitRow = TableRow<UnitColumn>;

/** What an import will do with a row. A unit that is there already may still get an end, or end others. */
export interface PlannedUnit {
  row: number;
  written: string;
  outcome: 'new' | 'known' | 'refused';
  unit?: Unit;
  errors: readonly FieldError[];
}

/** The end of a unit, as several rows may say it together. */
export interface PlannedEnd {
  unit: Unit;
  validTo: Day;
  successorIds: string[];
}

export interface UnitPlan {
  rows: readonly PlannedUnit[];
  /** Only what differs from the record. */
  ends: readonly PlannedEnd[];
}

interface Options {
  /** From when new units are in force, where a row does not say. */
  from: Day;
  /** A unit that is to be stored. */
  make(input: UnitInput, from: Day): Unit;
}

/**
 * Decides what an import of units will do. Writes nothing. Rows may name units of other rows, in any order: districts
 * and provinces are made before what lies below them.
 */
export const planUnits = (units: Units, rows: readonly UnitRow[], { from, make }: Options): UnitPlan => {
  const all = [...units.all];
  const planned = new Map<number, PlannedUnit>();
  const ordered = rows.toSorted((a, b) => heightOf(a) - heightOf(b));
  for (const row of ordered) {
    const one = attempt(row, () => plannedUnit(row, all, { from, make }));
    if (one.outcome === 'new') all.push(one.unit!);
    planned.set(row.row, one);
  }
  const ends = new Map<string, PlannedEnd>();
  for (const row of ordered) {
    const one = planned.get(row.row)!;
    if (!one.unit) continue;
    const refused = isLost(one, planned)
      ? { path: 'parentId', code: 'unit-unknown', detail: { said: row.cells.parent ?? '' } }
      : endsOf(row, one.unit, { all, ends, from });
    if (refused) planned.set(row.row, { ...one, outcome: 'refused', errors: [refused] });
  }
  return {
    rows: rows.map(({ row }) => planned.get(row)!),
    ends: [...ends.values()].filter((end) => differs(end)),
  };
};

/** Whether a new unit would lie below one of a row that is refused. */
const isLost = ({ unit }: PlannedUnit, planned: ReadonlyMap<number, PlannedUnit>): boolean =>
  [...planned.values()].some(
    ({ outcome, unit: other }) => outcome === 'refused' && other !== undefined && other.id === unit?.parentId,
  );

const HEIGHT = { province: 0, district: 1, commune: 2 };
const heightOf = (row: UnitRow): number => {
  const kind = kindOf(row);
  return kind ? HEIGHT[levelOf({ kind })] : 3;
};

/** The kind in a column of its own, or before the name. */
const kindOf = ({ cells: { kind, name = '' } }: UnitRow): UnitKind | undefined => {
  const kinds = (kind && readKind(`${kind} x`).kinds) || readKind(name).kinds;
  return kinds?.[0];
};

const attempt = (row: UnitRow, plan: () => PlannedUnit): PlannedUnit => {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { row: row.row, written: row.cells.name ?? '', outcome: 'refused', errors: error.fields };
  }
};

const refuse = (path: string, code: string, said: string): never => {
  throw new Problem('invalid', 'invalid', {}, [{ path, code, detail: { said } }]);
};

const plannedUnit = (row: UnitRow, all: readonly Unit[], { from: usual, make }: Options): PlannedUnit => {
  const { name = '', parent, code, from: fromCell } = row.cells;
  const kind = kindOf(row) ?? refuse('kind', 'unit-kind-unknown', name);
  const from = fromCell ? dayIn(fromCell, 'validFrom') : usual;
  const said = { row: row.row, written: name, errors: [] };
  const own = readKind(name);
  const bare = own.kinds?.includes(kind) ? own.name : name;
  const parentId = levelOf({ kind }) === 'province' ? undefined : parentOf(parent, all, from);
  const known = knownUnit(row, { kind, name: bare, parentId }, all, from);
  if (known) return { ...said, outcome: 'known', unit: known };
  const input = checkedUnit(all, { name: bare, kind, parentId, code }, { from });
  return { ...said, outcome: 'new', unit: make(input, from) };
};

/** The unit that a row means, if there is one; with `formedFrom` it is a new one, although an old one has its name. */
const knownUnit = (
  { cells: { name = '', parent, formedFrom, becomes, to } }: UnitRow,
  sought: Pick<Unit, 'kind' | 'name' | 'parentId'>,
  all: readonly Unit[],
  day: Day,
): Unit | undefined => {
  const alike = treeOn(all, day).filter((unit) => sameUnitName(unit, sought));
  const here = alike.filter(({ parentId }) => parentId === sought.parentId);
  // Its district may end by another row of this list: a commune that goes on is not made twice.
  const [found, another] = here.length || formedFrom ? here : alike;
  if (found && !another) return all.find(({ id }) => id === found.id);
  // A row that ends a unit names it where it lies now.
  return becomes || to ? namedAlone(name, parent, all, day) : undefined;
};

const dayIn = (text: string, path: string): Day => {
  const day = unitDay.safeParse(typedDate(text));
  return day.success ? day.data : refuse(path, 'date-malformed', text);
};

/** The units as they are on a day, with those of the rows. */
const unitsOn = (all: readonly Unit[], day: Day): Units => ({ day, all, inForce: treeOn(all, day) });

const parentOf = (text: string | undefined, all: readonly Unit[], day: Day): string => {
  const units = unitsOn(all, day);
  const provinces = units.inForce.filter(({ kind }) => kind === 'province');
  if (!text) return provinces.length === 1 ? provinces[0]!.id : refuse('parentId', 'required', '');
  const { named } = findUnits(units, text);
  const above = named.filter((unit) => isInForce(unit, day) && levelOf(unit) !== 'commune');
  return above.length === 1 ? above[0]!.id : refuse('parentId', 'unit-unknown', text);
};

const namedAlone = (name: string, parent: string | undefined, all: readonly Unit[], day: Day) => {
  const { named } = findUnits(unitsOn(all, day), [name, parent].filter(Boolean).join(', '));
  return named.length === 1 ? named[0] : undefined;
};

interface Ending {
  all: readonly Unit[];
  ends: Map<string, PlannedEnd>;
  from: Day;
}

/** What a row ends: its own unit, or those that its unit was formed from; all or none. @returns why it cannot be */
const endsOf = ({ cells }: UnitRow, unit: Unit, { all, ends, from }: Ending): FieldError | undefined => {
  const { to, becomes, formedFrom } = cells;
  const own = new Map(ends);
  try {
    if (to || becomes) {
      const validTo = to ? dayIn(to, 'validTo') : from;
      addEnd(own, all, {
        unit,
        validTo,
        successors: becomes ? namedIn(becomes, 'successorIds', all, validTo) : [],
      });
    }
    if (formedFrom)
      for (const before of namedIn(formedFrom, 'formedFrom', all, unit.validFrom))
        if (before.id !== unit.id)
          addEnd(own, all, { unit: before, validTo: unit.validFrom, successors: [unit] });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.fields[0];
  }
  for (const [id, end] of own) ends.set(id, end);
  return undefined;
};

const addEnd = (
  ends: Map<string, PlannedEnd>,
  all: readonly Unit[],
  { unit, validTo, successors }: { unit: Unit; validTo: Day; successors: readonly Unit[] },
): void => {
  const before = ends.get(unit.id)?.successorIds ?? unit.successorIds ?? [];
  const end = { unit, validTo, successorIds: [...new Set([...before, ...successors.map(({ id }) => id)])] };
  checkEnd(all, unit, end);
  ends.set(unit.id, end);
};

const differs = ({ unit, validTo, successorIds }: PlannedEnd): boolean =>
  unit.validTo !== validTo || successorIds.join() !== (unit.successorIds ?? []).join();

/** "Một phần xã Thới Quản", "các xã Định An, Thủy Liễu và thị trấn Gò Quao". */
const PORTION =
  /^(?:toàn bộ|một phần(?: diện tích.*? của)?|phần còn lại(?: của)?|các|gồm|nhập|từ)(?![\p{L}\p{M}])\s*/iu;
const ABOVE = /^(?:huyện|thị xã|thành phố|tỉnh|h\.|tx\.|tp\.)/i;
const BETWEEN = /\s*(?:[;,\n+]|(?<![\p{L}\p{M}])và(?![\p{L}\p{M}]))\s*/iu;

/** The units that a cell names: those of the day before the change, or those from that day on. */
const namedIn = (text: string, path: string, all: readonly Unit[], day: Day): Unit[] => {
  const names = text
    .split(BETWEEN)
    .map((name) => withoutPortion(name))
    .filter(Boolean);
  // "xã Định An, huyện Gò Quao" is one unit.
  const whole: string[] = [];
  for (const name of names)
    if (whole.length && ABOVE.test(name)) whole.push(`${whole.pop()}, ${name}`);
    else whole.push(name);
  return whole.map((name) => {
    const { named } = findUnits(unitsOn(all, day), name);
    const inTime = named.filter((unit) =>
      path === 'formedFrom'
        ? unit.validFrom < day && !(unit.validTo && unit.validTo < day)
        : isInForce(unit, day),
    );
    // A new unit may have the name of one that ends by another row of this list.
    const begun = inTime.filter((unit) => unit.validFrom === day);
    const [unit, another] = begun.length ? begun : inTime;
    return unit && !another ? unit : refuse(path, inTime.length ? 'unit-ambiguous' : 'unit-unknown', name);
  });
};

const withoutPortion = (name: string): string => {
  let rest = name.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(PORTION, '');
  }
  return rest;
};

/** A unit of a plan in words, with what it was formed from. */
export const plannedLabel = ({ unit, written }: PlannedUnit): string => (unit ? unitLabel(unit) : written);
