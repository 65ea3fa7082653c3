import type { Cell, SheetRow } from '../../../../platform/sheets/sheet';
import { type Heading, repeatsHeading } from '../headings/find-heading';
import {
  beginsSignatures,
  groupName,
  groupSays,
  hasPhone,
  isAboutList,
  isColumnNumbers,
  isCount,
  isGroupNumber,
  isInBrackets,
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
  namesAt: readonly number[];
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
  let grouped = false;
  const { heading } = rules;
  return rows.map((row, at): SortedRow => {
    if (heading && at < heading.at) return { row, kind: 'title' };
    if (heading && at < heading.at + heading.rows) return { row, kind: 'heading' };
    const isHidden = row.hidden && !rules.withHidden;
    if (rules.exact) return isHidden ? { row, kind: 'hidden' } : { row, kind: 'person', group };
    const kind = kindOf(row, rules, { signatures, grouped });
    signatures = kind === 'signature';
    grouped ||= kind === 'group';
    // A filter hides the rows of groups too; the people below them still belong there.
    if (kind === 'group') group = { ...begun(group, nameIn(row, rules)) };
    if (isHidden && kind !== 'group') return { row, kind: 'hidden' };
    return kind === 'person' ? { row, kind, group } : { row, kind };
  });
};

interface Before {
  /** The block of signatures has begun. */
  signatures: boolean;
  /** The list has had a row that begins a group. */
  grouped: boolean;
}

const kindOf = (row: SheetRow, rules: SortRules, before: Before): NoPerson | 'person' => {
  if (rules.heading && repeatsHeading(rules.heading, row)) return 'heading';
  const texts = saidIn(row.cells);
  if (rules.heading && isColumnNumbers(texts)) return 'column-numbers';
  const number = rules.numberAt === undefined ? '' : (row.cells[rules.numberAt]?.text ?? '');
  if (isSample(texts, number)) return 'sample';
  const isNumber = isRunningNumber(number) || isGroupNumber(number);
  const others = saidIn(row.cells.filter((_, at) => at !== rules.numberAt || !isNumber));
  const isAbout = !isNumber && isAboutList(others);
  if (rules.phonesAt.some((at) => hasPhone(row.cells[at]?.text ?? ''))) return isAbout ? 'remark' : 'person';
  if (isTotal(others)) return 'total';
  const isNumbered = isRunningNumber(number) && others.length > 0;
  if (!isNumbered && (beginsSignatures(others) || before.signatures)) return 'signature';
  if (isInBrackets(others)) return 'remark';
  const name = nameIn(row, rules);
  const isPlace = isNumbered ? isPlainPlaceName(name) : isPlaceName(name) || isPlaceName(groupName(name));
  if (name && (isGroupNumber(number) || isPlace || rules.isPlace(groupName(name)))) return 'group';
  if (isAbout || (!isNumbered && isRemark(others))) return 'remark';
  if (rules.phonesAt.length && [...rules.namesAt, ...rules.phonesAt].every((at) => !textAt(row, at)))
    return 'empty';
  // Where people are numbered and groups are not, such a row is a group too: its name may have a slip in it.
  return before.grouped && rules.numberAt !== undefined && !number && name ? 'group' : 'person';
};

const textAt = ({ cells }: SheetRow, at: number): string => {
  const cell = cells[at];
  return cell && !cell.covered ? cell.text : '';
};

/** The one text of a row beside its number and a number of people; a merged cell says it once. */
const nameIn = ({ cells }: SheetRow, { numberAt }: SortRules): string => {
  const texts = new Set(
    cells.flatMap(({ text }, at) => (text && at !== numberAt && !isCount(text) ? [text] : [])),
  );
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
