import type { SheetRow } from '../../../../platform/sheets/sheet';
import { type Label, meaningBelow, meaningOfLabel } from './columns';
import type { ReadAs } from './read-as';
import { type Meaning, meaningOf } from './words';

/** The rows that name the columns of a list. */
export interface Heading {
  /** Where they begin among the rows of the sheet, and how many there are. */
  at: number;
  rows: number;
  labels: readonly Label[];
}

/** A list stands below its title; what looks like a heading further down belongs to another table. */
const WITHIN = 60;

/** "Thông tin cá nhân", "Năm sinh", "Nam": a title above the heading is not counted. */
const TALLEST = 3;

const textAt = (row: SheetRow | undefined, at: number): string => row?.cells[at]?.text ?? '';
const isCovered = (row: SheetRow, at: number) => row.cells[at]?.covered;
const hasNumber = ({ cells }: SheetRow): boolean =>
  cells.some(({ text }) => text.replace(/[\s.()-]/g, '').match(/\d{6}/));

/** The heading of a list, found by what its words mean. @returns undefined where no row is one */
export const findHeading = (rows: readonly SheetRow[]): Heading | undefined => {
  let best: { heading: Heading; score: number } | undefined;
  for (let at = 0; at < Math.min(rows.length, WITHIN); at++) {
    if (hasNumber(rows[at]!)) continue;
    const heading = headingAt(rows, at);
    const score = scoreOf(heading.labels);
    if (score > (best?.score ?? 0)) best = { heading, score };
  }
  return best?.heading;
};

/** Whether a row repeats the heading, as at the top of each printed page. */
export const repeatsHeading = ({ labels }: Heading, row: SheetRow): boolean => {
  const said = row.cells.filter(({ text, covered }) => text && !covered);
  return (
    said.length > 1 &&
    said.every(({ text }) => labels.some(({ upper, lower }) => text === upper || text === lower))
  );
};

const headingAt = (rows: readonly SheetRow[], at: number): Heading => {
  const row = rows[at]!;
  const below = rows[at + 1];
  const width = Math.max(row.cells.length, below?.cells.length ?? 0);
  const labelsOf = (one: SheetRow) =>
    Array.from(
      { length: width },
      (_, c): Label => ({
        upper: one.cells[c]?.covered === 'above' ? '' : textAt(one, c),
        lower: '',
      }),
    );
  let labels = labelsOf(row);
  let height = 1;
  for (let next = below; next && !hasNumber(next) && height < TALLEST; next = rows[at + height]) {
    const lower = lowerLabels(labels, next);
    // A title above a heading says nothing that the heading does not.
    if (!lower || scoreOf(lower) <= scoreOf(labelsOf(next))) break;
    labels = lower;
    height++;
  }
  return { at, rows: height, labels: height > 1 ? labels : labels.slice(0, row.cells.length) };
};

/** A name, a date and a number say all that they say, but for these parts. */
const PARTS: Partial<Record<ReadAs, readonly ReadAs[]>> = {
  fullName: ['familyName', 'givenName', 'fullName'],
  yearOfBirth: ['male', 'female', 'birthDay', 'birthMonth', 'birthYear', 'yearOfBirth'],
  gender: ['male', 'female'],
  // "Liên hệ" is a number, or a number and an address.
  phone: ['phone', 'email'],
  unit: ['unit', 'district', 'body'],
  district: ['unit', 'district'],
  body: ['unit', 'body'],
  position: ['position', 'teamRole', 'leader', 'deputy', 'mediator'],
  teamRole: ['leader', 'deputy', 'mediator'],
};

/** Whether a lower heading says a part of the upper one. What has no known meaning may have any parts. */
const isPart = (upper: Meaning | undefined, lower: Meaning): boolean =>
  upper === undefined || upper === null || (lower !== null && (PARTS[upper]?.includes(lower) ?? false));

const saidAt = (labels: readonly Label[], at: number): string | undefined =>
  labels[at] && (labels[at].lower || labels[at].upper);

/**
 * The labels with the row below as their lower part, if that row is a heading too: each of its words says a part of a
 * heading above it that covers several columns.
 */
const lowerLabels = (upper: readonly Label[], below: SheetRow): Label[] | undefined => {
  let said = 0;
  let group = '';
  const labels: Label[] = [];
  for (const [at, above] of upper.entries()) {
    const label = { upper: above.lower || above.upper, lower: '' };
    if (label.upper) group = label.upper;
    const lower = isCovered(below, at) ? '' : textAt(below, at);
    if (isCovered(below, at) === 'left' && labels.at(-1)?.lower) {
      labels.push(labels.at(-1)!);
      continue;
    }
    if (!lower) {
      labels.push(above);
      continue;
    }
    const [before, next] = [saidAt(upper, at - 1), saidAt(upper, at + 1)];
    const isAlone = label.upper !== '' && label.upper !== before && next !== '' && next !== label.upper;
    const meant = meaningOf(group);
    const meaning = meaningBelow(meant, lower);
    if (meaning === undefined || isAlone || !isPart(meant, meaning)) return undefined;
    said++;
    labels.push({ upper: group, lower });
  }
  return said > 1 ? labels : undefined;
};

/** How much of a list's columns the labels name; 0 where they are no heading. */
const scoreOf = (labels: readonly Label[]): number => {
  const meanings = new Set(labels.map(meaningOfLabel).filter((one) => one !== undefined));
  const named = ['fullName', 'familyName', 'phone'].some((one) => meanings.has(one as Meaning));
  return named && meanings.size > 1 ? meanings.size + (meanings.has('fullName') ? 1 : 0) : 0;
};
