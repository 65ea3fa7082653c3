import { bareHeading } from '../../../../platform/sheets/bare-heading';
import { plain } from '../../../../platform/text/text';
import type { ReadAs } from './read-as';
import { isOtherPhone, isPlainName, type Meaning, maySayMediator, meaningOf, plainnessOfUnit } from './words';

/** A column of a list and what it is read as; null where it is not used. */
export interface ListColumn {
  /** Its position, from 0. */
  at: number;
  heading: string;
  readAs: ReadAs | null;
  /** Hidden in the file. It is read only if a person asks for it. */
  hidden: boolean;
}

/** A heading of one row, or of several: the lowest one says a part of what the one above it says. */
export interface Label {
  upper: string;
  lower: string;
}

export const headingOf = ({ upper, lower }: Label): string =>
  [...new Set([upper, lower])].filter(Boolean).join(' · ');

const PARTS = new Set<Meaning | undefined>([
  ...(['male', 'female', 'birthDay', 'birthMonth', 'birthYear'] as const),
  ...(['leader', 'deputy', 'mediator'] as const),
]);

/** What a lower heading says below an upper one. */
export const meaningBelow = (upper: Meaning | undefined, lower: string): Meaning | undefined => {
  if (upper === 'phone' && isOtherPhone(lower)) return 'phone';
  const saysRole = upper === 'position' || upper === 'teamRole';
  return saysRole && maySayMediator(lower) ? 'mediator' : meaningOf(lower);
};

/** What a label means: the lower part, where it has a meaning of its own. */
export const meaningOfLabel = ({ upper, lower }: Label): Meaning | undefined => {
  const above = meaningOf(upper);
  if (!lower) return above;
  const below = meaningBelow(above, lower) ?? (above === 'phone' ? 'phone' : undefined);
  if (below === undefined) return above;
  // "Năm sinh | Nam, Nữ" without accents: a year is only below "Ngày sinh" with its days and months.
  if (below === 'birthYear' && above !== 'yearOfBirth') return 'male';
  if (below === 'fullName' && above === 'fullName' && bareHeading(lower) === 'ten') return 'givenName';
  if (PARTS.has(below) || above === undefined || above === below) return below;
  return above === null ? null : below;
};

/** Several columns may give these together; any other field is given by one alone. */
export const JOINED = new Set<ReadAs>(['familyName', 'givenName', 'fullName']);

/**
 * Decides for each column what it is read as, once all are known: "Tên" beside "Họ đệm" is the given name, of two
 * phones one is the person's own, of "Đơn vị" and "Địa chỉ" the first names the unit.
 * @param continuesName whether the cells below a column without heading go on with the name to its left
 */
export const columnsOf = (
  labels: readonly Label[],
  hidden: readonly number[],
  continuesName: (at: number) => boolean,
): ListColumn[] => {
  const columns = labels.map((label, at): ListColumn => {
    const heading = headingOf(label);
    return { at, heading, readAs: meaningOfLabel(label) ?? null, hidden: hidden.includes(at) };
  });
  const shown = columns.filter((column) => !column.hidden);
  const beside = tableBeside(shown);
  for (const column of shown.filter(({ at }) => at >= beside)) column.readAs = null;
  splitNames(shown, continuesName);
  wholeDates(shown);
  yearsOfBoth(shown);
  choosePhone(shown);
  chooseUnit(shown);
  const taken = new Set<ReadAs>();
  for (const column of shown) {
    const { readAs } = column;
    if (readAs && taken.has(readAs) && !JOINED.has(readAs) && readAs !== 'otherPhone') column.readAs = null;
    if (readAs) taken.add(readAs);
  }
  return columns;
};

/** Where another table with the same heading begins to the right: its columns say nothing of the first one's people. */
const tableBeside = (columns: readonly ListColumn[]): number => {
  const [first, ...others] = of(columns, 'fullName');
  const again = others.find(({ at, heading }) => heading === first!.heading && at > first!.at + 2);
  const phones = columns.filter(({ readAs, at }) => readAs === 'phone' && again && at > again.at);
  return again && phones.length ? again.at : Number.POSITIVE_INFINITY;
};

const of = (columns: readonly ListColumn[], readAs: ReadAs) => columns.filter((one) => one.readAs === readAs);

const splitNames = (columns: readonly ListColumn[], continuesName: (at: number) => boolean): void => {
  const [family] = of(columns, 'familyName');
  const [first, ...others] = of(columns, 'fullName').sort(
    (a, b) => Number(isPlainName(b.heading)) - Number(isPlainName(a.heading)) || a.at - b.at,
  );
  const names = first ? [first, ...others] : [];
  const given =
    names.find(({ heading }) => bareHeading(heading) === 'ten') ??
    names.find(({ heading }) => bareHeading(heading).endsWith(' ten'));
  if (family && given) {
    for (const name of names) name.readAs = name === given ? 'givenName' : null;
    return;
  }
  if (!first) return;
  for (const other of others) {
    const isGiven = bareHeading(other.heading) === 'ten' || other.heading === first.heading;
    const beside = maySayMediator(other.heading) ? 'mediator' : null;
    other.readAs = isGiven && other.at === first.at + 1 ? 'givenName' : beside;
  }
  const next = columns.find(({ at }) => at === first.at + 1);
  if (next && (next.heading === '' || next.readAs === 'givenName'))
    next.readAs = continuesName(next.at) ? 'givenName' : null;
};

/** "Ngày", "Tháng" and "Năm" are a date only together; "Năm" alone may be any year. */
const wholeDates = (columns: readonly ListColumn[]): void => {
  const parts = ['birthDay', 'birthMonth', 'birthYear'] as const;
  const [male] = of(columns, 'male');
  const lacksAccents = male && bareHeading(male.heading).endsWith('nam') && !of(columns, 'female').length;
  if (lacksAccents && of(columns, 'birthDay').length && of(columns, 'birthMonth').length)
    male.readAs = 'birthYear';
  const saysBirth = columns.some(({ readAs, heading }) => readAs === 'birthYear' && /sinh/i.test(heading));
  if (saysBirth || parts.every((part) => of(columns, part).length)) return;
  for (const part of parts) for (const column of of(columns, part)) column.readAs = null;
};

/** "Năm sinh (Nam/Nữ)" over two columns: the first has the years of men, the second those of women. */
const yearsOfBoth = (columns: readonly ListColumn[]): void => {
  for (const [i, column] of columns.entries()) {
    const next = columns[i + 1];
    if (column.readAs !== 'yearOfBirth' || !/\bnam\W+nu\b/.test(plain(column.heading))) continue;
    if (next?.at !== column.at + 1 || (next.heading && next.heading !== column.heading)) continue;
    column.readAs = 'male';
    next.readAs = 'female';
  }
};

const choosePhone = (columns: readonly ListColumn[]): void => {
  const phones = of(columns, 'phone');
  const own = phones.find(({ heading }) => !isOtherPhone(heading)) ?? phones[0];
  for (const phone of phones) if (phone !== own) phone.readAs = 'otherPhone';
};

const chooseUnit = (columns: readonly ListColumn[]): void => {
  const units = of(columns, 'unit').sort(
    (a, b) => plainnessOfUnit(a.heading) - plainnessOfUnit(b.heading) || a.at - b.at,
  );
  for (const unit of units.slice(1)) unit.readAs = null;
  for (const column of of(columns, 'positionAndUnit')) if (units.length) column.readAs = 'position';
};
