import { slipsBetween } from '../../../platform/text/near';
import { folded } from '../../../platform/text/vietnamese';

/**
 * Whether one name may be the other with a slip: a letter or two, a word left out, words in another order.
 * Accents are not looked at. Pure.
 * @example isSimilarName('Trần Thị Hoa', 'Trần Thi Hao') // true
 */
export const isSimilarName = (one: string, other: string): boolean => {
  const [a, b] = [folded(one), folded(other)].sort((x, y) => x.length - y.length) as [string, string];
  if (a === b) return true;
  const [few, many] = [a, b].map((name) => name.split(' ')) as [string[], string[]];
  if ([...few].sort().join(' ') === [...many].sort().join(' ')) return true;
  // A middle name that was left out; the family name and the given name stay.
  const sameEnds = few[0] === many[0] && few.at(-1) === many.at(-1);
  if (few.length >= 2 && sameEnds && few.every((word) => many.includes(word))) return true;
  return slipsBetween(few.join(''), many.join('')) !== undefined;
};
