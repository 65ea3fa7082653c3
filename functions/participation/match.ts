import { compareNames } from '../platform/text/person-name';
import type { Link } from './participation';

/** A mediator who may be the person of a registration. */
export interface Candidate {
  id: string;
  fullName: string;
  /** They have the phone of the registration; else they are a mediator of its commune. */
  hasPhone: boolean;
}

/**
 * The mediators to which a registration is linked or offered. Pure. One mediator of the same phone and name is the person. Where the
 * phone agrees and the names are alike, or two records fit, an organizer decides; so for one of the same name in the
 * commune whose phone is another one or not known.
 */
export const linksOf = (
  fullName: string,
  candidates: readonly Candidate[],
): Map<string, Exclude<Link, 'refused'>> => {
  const compared = candidates.map((one) => ({ ...one, names: compareNames(one.fullName, fullName) }));
  const ofPhone = compared.filter(({ hasPhone }) => hasPhone);
  // Records that were merged have one id.
  const [same, second] = new Map(
    ofPhone.flatMap((one) => (one.names === 'same' ? [[one.id, one] as const] : [])),
  ).values();
  if (same && !second) return new Map([[same.id, 'linked']]);
  const alike = ofPhone.filter(({ names }) => names !== 'different');
  const offered = alike.length > 0 ? alike : compared.filter(({ names }) => names === 'same');
  return new Map(offered.map(({ id }) => [id, 'offered'] as const));
};
