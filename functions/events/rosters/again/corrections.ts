import { compareNames, nameWords } from '../../../platform/text/person-name';
import { plain } from '../../../platform/text/vietnamese';
import { isLongerName, isNearName } from './names';
import type { Correction, Listed, OnSystem } from './people';

/** As many digits as a slip changes. */
const SLIP = 2;

/** Whether one number may be the other with a slip: a digit or two changed, or two neighbours swapped. */
export const isNearPhone = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((digit, i) => digit !== b[i]).length <= SLIP;

/** Of more people with one name and place, or with one phone, none can be told to be meant; nor can any be asked about. */
const MOST_NAMESAKES = 20;

interface Candidate {
  correction: Correction;
  /** The lower, the more likely. */
  rank: number;
}

/**
 * Which people of a list are registered already, although no registration was recognised as theirs: with another phone or
 * nearly this name. Only people who are not on the list themselves can be meant.
 * @param missing the registered people who are not on the list
 * @param strangers the people of the list who are not registered
 */
export const findCorrections = (missing: readonly OnSystem[], strangers: readonly Listed[]): Correction[] => {
  const phoneOf = ({ phone }: Pick<OnSystem, 'phone'>) => phone;
  return oneForEach([
    ...pairs(missing, strangers, phoneOf).flatMap(([old, listed]) => namedAnew(old, listed) ?? []),
    ...pairs(missing, strangers, nameAndPlace).flatMap(([old, listed]) => calledElsewhere(old, listed) ?? []),
  ]);
};

/** Registered and listed people with one key, where they are few. */
const pairs = (
  missing: readonly OnSystem[],
  strangers: readonly Listed[],
  keyOf: (person: Pick<OnSystem, 'fullName' | 'phone' | 'place'>) => string,
): [OnSystem, Listed][] => {
  const registered = groupedBy(missing, keyOf);
  return [...groupedBy(strangers, keyOf)].flatMap(([key, listed]) => {
    const old = registered.get(key) ?? [];
    if (old.length > MOST_NAMESAKES || listed.length > MOST_NAMESAKES) return [];
    return listed.flatMap((one) => old.map((other): [OnSystem, Listed] => [other, one]));
  });
};

const nameAndPlace = ({ fullName, place }: Pick<OnSystem, 'fullName' | 'place'>): string =>
  `${nameWords(fullName).map(plain).join(' ')}|${place}`;

/** The same phone, and nearly the same name. */
const namedAnew = (old: OnSystem, listed: Listed): Candidate | undefined => {
  if (!isNearName(old.fullName, listed.fullName) || bornOtherwise(old, listed)) return undefined;
  // Recognised already, were they one person.
  if (compareNames(old.fullName, listed.fullName) === 'same') return undefined;
  const sure = old.byList && isLongerName(old.fullName, listed.fullName);
  return { rank: 0, correction: { row: listed.row, of: old, what: 'name', sure, open: true } };
};

/** The same name and place, and another phone: the same person, or a namesake. */
const calledElsewhere = (old: OnSystem, listed: Listed): Candidate | undefined => {
  if (old.phone === listed.phone || compareNames(old.fullName, listed.fullName) !== 'same') return undefined;
  if (bornOtherwise(old, listed)) return undefined;
  const isLikely = isNearPhone(old.phone, listed.phone) || bornTheSame(old, listed);
  // Of the people who registered by themselves many have namesakes.
  if (!isLikely && !old.byList) return undefined;
  return {
    rank: isLikely ? 1 : 2,
    correction: { row: listed.row, of: old, what: 'phone', sure: isLikely && old.byList, open: true },
  };
};

const bornTheSame = (a: Pick<OnSystem, 'yearOfBirth'>, b: Pick<Listed, 'yearOfBirth'>): boolean =>
  a.yearOfBirth !== undefined && a.yearOfBirth === b.yearOfBirth;
const bornOtherwise = (a: Pick<OnSystem, 'yearOfBirth'>, b: Pick<Listed, 'yearOfBirth'>): boolean =>
  a.yearOfBirth !== undefined && b.yearOfBirth !== undefined && a.yearOfBirth !== b.yearOfBirth;

/** One correction for a row and for a person: the likeliest. Where there were several, none is certain. */
const oneForEach = (candidates: readonly Candidate[]): Correction[] => {
  const ofRow = groupedBy(candidates, ({ correction }) => String(correction.row));
  const ofPerson = groupedBy(candidates, ({ correction }) => correction.of.id);
  const taken = new Set<string>();
  return [...candidates]
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ correction }): Correction[] => {
      const [row, person] = [`row ${correction.row}`, correction.of.id];
      if (taken.has(row) || taken.has(person)) return [];
      taken.add(row).add(person);
      const isOnly = ofRow.get(String(correction.row))!.length + ofPerson.get(person)!.length === 2;
      return [{ ...correction, sure: correction.sure && isOnly }];
    })
    .sort((a, b) => a.row - b.row);
};

const groupedBy = <T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
};
