const widths = (letters: string, each: readonly number[]): Record<string, number> =>
  Object.fromEntries([...letters].map((letter, i) => [letter, each[i]!]));

/** Widths of Times bold by letter, in thousandths of the size (Adobe's metrics of Times-Bold). */
const TIMES_BOLD: Record<string, number> = {
  ...widths(
    'abcdefghijklmnopqrstuvwxyz',
    [
      500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556,
      500, 722, 500, 500, 444,
    ],
  ),
  ...widths(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    [
      722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722,
      722, 1000, 722, 722, 667,
    ],
  ),
  ' ': 250,
  '-': 333,
  ',': 250,
  '.': 250,
};
const USUAL = 500;

/** The width of a bold line in twentieths of a point: the rule under a line is drawn as long as the line. */
export const textWidth = (text: string, halfPoints: number): number => {
  const withoutAccents = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  const thousandths = [...withoutAccents].reduce((sum, letter) => sum + (TIMES_BOLD[letter] ?? USUAL), 0);
  return Math.round((thousandths * halfPoints * 10) / 1_000);
};
