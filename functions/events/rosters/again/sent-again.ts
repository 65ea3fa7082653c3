import { nameWords } from '../../../platform/text/person-name';
import { plain } from '../../../platform/text/vietnamese';
import { findCorrections } from './corrections';
import { accentsChange } from './names';
import type { Correction, Listed, OnSystem } from './people';

export interface SentAgain {
  /** Rows that may correct a registered person. */
  corrections: readonly Correction[];
  /** People who came by a list before and are not on this one, however written. */
  missing: readonly OnSystem[];
}

/**
 * Compares a list with the people who are registered: who was left out of it, and whose name or phone it corrects.
 * @param onSystem the active registrations that the list may speak of
 * @param unusable names in rows that cannot be used: a person of such a name may be on the list
 */
export const sentAgain = (
  listed: readonly Listed[],
  onSystem: readonly OnSystem[],
  unusable: readonly string[] = [],
): SentAgain => {
  const named = new Set(listed.flatMap(({ known, alike }) => [known?.id, alike?.id].filter(Boolean)));
  const perhaps = new Set(unusable.map(inPlainWords));
  const absent = onSystem.filter(
    ({ id, fullName }) => !named.has(id) && !perhaps.has(inPlainWords(fullName)),
  );
  const corrections = [
    ...listed.flatMap((one) => renamed(one) ?? asked(one) ?? []),
    ...findCorrections(
      absent,
      listed.filter(({ known, alike }) => !known && !alike),
    ),
  ].sort((a, b) => a.row - b.row);
  const meant = new Set(corrections.map(({ of }) => of.id));
  return { corrections, missing: absent.filter(({ id, byList }) => byList && !meant.has(id)) };
};

const inPlainWords = (name: string): string => nameWords(name).map(plain).join(' ');

/** A person who is recognised, and whose name has other accents in the list. */
const renamed = ({ row, fullName, known }: Listed): Correction | undefined => {
  const change = known && accentsChange(known.fullName, fullName);
  return change && { row, of: known, what: 'name', sure: change === 'gained', open: false };
};

/** A person of nearly the same name on the same phone. */
const asked = ({ row, alike }: Listed): Correction | undefined =>
  alike && { row, of: alike, what: 'name', sure: false, open: true };
