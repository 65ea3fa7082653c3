import { distance } from 'fastest-levenshtein';

/** How many letters may be added, lost or changed before it is another name. */
const slipsIn = (length: number): number => (length < 10 ? 1 : 2);

/** Two letters that follow one another were typed in the wrong order: one slip, not two. */
const isSwapped = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

/**
 * How many slips lead from one text to the other: 0 for the same.
 * @returns undefined where there are more than the length of the texts allows
 */
export const slipsBetween = (a: string, b: string): number | undefined => {
  if (a === b) return 0;
  const most = slipsIn(Math.min(a.length, b.length));
  if (Math.abs(a.length - b.length) > most) return undefined;
  if (isSwapped(a, b)) return 1;
  const slips = distance(a, b);
  return slips <= most ? slips : undefined;
};
