import type { Cell, SheetRow } from '../../../../platform/sheets/sheet';
import { type Heading, repeatsHeading } from '../headings/find-heading';
import {
  beginsSignatures,
  groupName,
  groupSays,
  hasPhone,
  isColumnNumbers,
  isGroupNumber,
  isPlaceName,
  isPlainPlaceName,
  isRemark,
  isRunningNumber,
  isSample,
  isTotal,
  type NoPerson,
} from './kinds-of-row';

/** What the rows of a group have from the row above them. */
export interface Group {
  unit?: string;
  district?: string;
  teamName?: string;
}

export type SortedRow = { row: SheetRow } & ({ kind: 'person'; group: Group } | { kind: NoPerson });

export interface SortRules {
  heading: Heading | undefined;
  /** The column of running numbers, and those where a phone may stand. */
  numberAt: number | undefined;
  phonesAt: readonly number[];
  /** A file of our own: each row is a person. */
  exact: boolean;
  /** Whether hidden rows are read as well. */
  withHidden: boolean;
  /** Whether a name is one of the units or bodies. */
  isPlace(name: string): boolean;
}

/** What a row says without what covered cells repeat. */
const saidIn = (cells: readonly Cell[]): string[] =>
  cells.flatMap(({ text, covered }) => (text && covered !== 'left' ? [text] : []));

/** Tells people from all else that stands in a list. Rows of a block have the unit of the row that begins it. */
export const sortRows = (rows: readonly SheetRow[], rules: SortRules): SortedRow[] => {
  let group: Group = {};
  let signatures = false;
  const { heading } = rules;
  return rows.map((row, at): SortedRow => {
    if (heading && at < heading.at) return { row, kind: 'title' };
    if (heading && at < heading.at + heading.rows) return { row, kind: 'heading' };
    if (row.hidden && !rules.withHidden) return { row, kind: 'hidden' };
    if (rules.exact) return { row, kind: 'person', group };
    const kind = kindOf(row, rules, signatures);
    signatures = kind === 'signature';
    if (kind === 'group') group = { ...begun(group, nameIn(row, rules)) };
    return kind === 'person' ? { row, kind, group } : { row, kind };
  });
};

const kindOf = (row: SheetRow, rules: SortRules, signatures: boolean): NoPerson | 'person' => {
  if (rules.heading && repeatsHeading(rules.heading, row)) return 'heading';
  const texts = saidIn(row.cells);
  if (rules.heading && isColumnNumbers(texts)) return 'column-numbers';
  if (isSample(texts) || isSample(texts.slice(1))) return 'sample';
  if (rules.phonesAt.some((at) => hasPhone(row.cells[at]?.text ?? ''))) return 'person';
  const number = rules.numberAt === undefined ? '' : (row.cells[rules.numberAt]?.text ?? '');
  const isNumber = isRunningNumber(number) || isGroupNumber(number);
  const others = saidIn(row.cells.filter((_, at) => at !== rules.numberAt || !isNumber));
  if (isTotal(others)) return 'total';
  const isNumbered = isRunningNumber(number) && others.length > 0;
  if (!isNumbered && (beginsSignatures(others) || signatures)) return 'signature';
  const name = nameIn(row, rules);
  const isPlace = isNumbered ? isPlainPlaceName(name) : isPlaceName(name);
  if (name && (isGroupNumber(number) || isPlace || rules.isPlace(groupName(name)))) return 'group';
  return !isNumbered && isRemark(others) ? 'remark' : 'person';
};

/** The one text of a row beside its number; a merged cell says it once. */
const nameIn = ({ cells }: SheetRow, { numberAt }: SortRules): string => {
  const texts = new Set(cells.flatMap(({ text }, at) => (text && at !== numberAt ? [text] : [])));
  const [only = '', second] = texts;
  const inNumber = numberAt === undefined ? '' : (cells[numberAt]?.text ?? '');
  if (texts.size === 0) return isRunningNumber(inNumber) || isGroupNumber(inNumber) ? '' : inNumber;
  return second === undefined ? only : '';
};

/** A commune below its district, a team below its commune. */
const begun = (group: Group, text: string): Group => {
  const name = groupName(text);
  const says = groupSays(name);
  if (says === 'district') return { district: name };
  if (says === 'unit') return { unit: name, ...(group.district && { district: group.district }) };
  if (says === 'teamName') return { ...group, teamName: name };
  const { teamName: _, ...place } = group;
  return place;
};
