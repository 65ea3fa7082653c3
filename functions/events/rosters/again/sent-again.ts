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
 */
export const sentAgain = (listed: readonly Listed[], onSystem: readonly OnSystem[]): SentAgain => {
  const named = new Set(listed.flatMap(({ known, alike }) => [known?.id, alike?.id].filter(Boolean)));
  const absent = onSystem.filter(({ id }) => !named.has(id));
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

/** A person who is recognised, and whose name has other accents in the list. */
const renamed = ({ row, fullName, known }: Listed): Correction | undefined => {
  const change = known && accentsChange(known.fullName, fullName);
  return change && { row, of: known, what: 'name', sure: change === 'gained', open: false };
};

/** A person of nearly the same name on the same phone. */
const asked = ({ row, alike }: Listed): Correction | undefined =>
  alike && { row, of: alike, what: 'name', sure: false, open: true };
