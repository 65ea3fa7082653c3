import { plain } from '../../../platform/text/text';

/** How many letters may be added, lost, changed or swapped before it is another name. */
const slipsIn = (length: number) => (length < 10 ? 1 : 2);

/** The Damerau-Levenshtein distance (optimal string alignment) of two short texts. */
const distance = (a: string, b: string): number => {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : change;
      row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, change, swap));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
};

/**
 * Whether one name may be the other with a slip: a letter or two, a word left out, words in another order.
 * Accents are not looked at. Pure.
 * @example isSimilarName('Trần Thị Hoa', 'Trần Thi Hao') // true
 */
export const isSimilarName = (one: string, other: string): boolean => {
  const [a, b] = [plain(one), plain(other)].sort((x, y) => x.length - y.length) as [string, string];
  if (a === b) return true;
  const [few, many] = [a, b].map((name) => name.split(' ')) as [string[], string[]];
  if ([...few].sort().join(' ') === [...many].sort().join(' ')) return true;
  // A middle name that was left out; the family name and the given name stay.
  const sameEnds = few[0] === many[0] && few.at(-1) === many.at(-1);
  if (few.length >= 2 && sameEnds && few.every((word) => many.includes(word))) return true;
  const [x, y] = [few.join(''), many.join('')];
  return y.length - x.length <= 2 && distance(x, y) <= slipsIn(x.length);
};
