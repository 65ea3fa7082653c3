import { compareNames, nameWords } from '../../../platform/text/person-name';
import { hasAccents, plain } from '../../../platform/text/vietnamese';
import { isSimilarName } from '../../registrations/register/similar-name';

/** Whether all words of one name stand in the other, in their order, behind the same family name: "Em", "Em Út". */
export const isLongerName = (a: string, b: string): boolean => {
  const [few, many] = [a, b].map(wordsOf).sort((x, y) => x.length - y.length) as [string[], string[]];
  if (few.length < 2 || few.length === many.length || few[0] !== many[0]) return false;
  let at = 0;
  for (const word of many) if (word === few[at]) at++;
  return at === few.length;
};

const wordsOf = (name: string): string[] => nameWords(name).map(plain);

/** Whether one name on a phone may be the other, corrected: a letter, an accent, a word. */
export const isNearName = (a: string, b: string): boolean =>
  compareNames(a, b) !== 'different' || isSimilarName(a, b) || isLongerName(a, b);

/**
 * How the accents of a name differ that is the same but for them. A list without any accents says nothing about them.
 * @returns `gained` where each word that differs has accents only in the list, `other` where one has lost or changed them
 */
export const accentsChange = (recorded: string, listed: string): 'gained' | 'other' | undefined => {
  const [before, after] = [nameWords(recorded), nameWords(listed)];
  if (!hasAccents(listed) || before.length !== after.length) return undefined;
  const pairs = before.map((word, i) => [word, after[i]!] as const).filter(([a, b]) => a !== b);
  if (pairs.length === 0 || pairs.some(([a, b]) => plain(a) !== plain(b))) return undefined;
  return pairs.every(([a]) => !hasAccents(a)) ? 'gained' : 'other';
};
