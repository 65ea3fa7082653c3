import { sameName } from '../../platform/keys/person-key';
import { plain } from '../../platform/text/text';
import type { Identity, ReadRow } from './outcome';

interface Refusal {
  /** The field that is blamed; empty for the row as a whole. */
  path: string;
  /** Whether a row is refused as well if only accents tell its name from a row above, on the same phone. */
  namesakesToo?: boolean;
}

/** Refuses rows that repeat a person of a row above them. */
export const refuseRepeats = <P extends Identity>(
  rows: readonly ReadRow<P>[],
  { path, namesakesToo = false }: Refusal,
): ReadRow<P>[] => {
  const above = new Map<string, { row: number; fullName: string }[]>();
  return rows.map((read) => {
    const { row, person } = read;
    if (!person) return read;
    const key = `${person.phone}|${plain(person.fullName)}`;
    const alike = above.get(key) ?? [];
    const first = alike.find(({ fullName }) => sameName(fullName, person.fullName));
    if (first) return { ...read, errors: [{ path, code: 'row-twice', detail: { row: first.row } }] };
    if (namesakesToo && alike.length) return { ...read, errors: [{ path, code: 'other-person' }] };
    above.set(key, [...alike, { row, fullName: person.fullName }]);
    return read;
  });
};
