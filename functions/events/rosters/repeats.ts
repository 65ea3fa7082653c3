import { compareNames, givenKey } from '../../platform/text/person-name';
import type { Identity, ReadRow } from './outcome';

/**
 * Refuses rows that repeat a person of a row above them, and asks about those that may do so: `row-twice`,
 * `other-person`, with the number of that row.
 * @param path the field that is blamed; empty for the row as a whole
 * @param another numbers of the rows whose person was said to be another one
 */
export const refuseRepeats = <P extends Identity>(
  rows: readonly ReadRow<P>[],
  { path, another }: { path: string; another?: ReadonlySet<number> },
): ReadRow<P>[] => {
  const above = new Map<string, { row: number; fullName: string }[]>();
  const beside = new Set<number>();
  const judged = rows.map((given) => {
    const { row, person } = given;
    if (!person) return given;
    const read = another?.has(row) ? { ...given, another: true } : given;
    const key = `${person.phone}|${givenKey(person.fullName)}`;
    const known = above.get(key) ?? [];
    const of = (kind: 'same' | 'alike') =>
      known.find(({ fullName }) => compareNames(fullName, person.fullName) === kind);
    const [same, alike] = [of('same'), of('alike')];
    if (same) return { ...read, errors: [{ path, code: 'row-twice', detail: { row: same.row } }] };
    above.set(key, [...known, { row, fullName: person.fullName }]);
    if (!alike) return read;
    if (!read.another)
      return { ...read, errors: [{ path, code: 'other-person', detail: { row: alike.row } }] };
    for (const one of known) beside.add(one.row);
    return read;
  });
  return judged.map((read) => (beside.has(read.row) ? { ...read, besideAnother: true } : read));
};
