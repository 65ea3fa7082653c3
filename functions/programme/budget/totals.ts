import type { BudgetLine } from './line';

type Counted = Pick<BudgetLine, 'estimate' | 'actual'>;

export interface Totals {
  estimate: number;
  actual: number;
  lines: number;
  /** How many lines do not say yet what was spent. */
  open: number;
}

export const totalsOf = (lines: readonly Counted[]): Totals => ({
  estimate: lines.reduce((sum, { estimate }) => sum + estimate, 0),
  actual: lines.reduce((sum, { actual = 0 }) => sum + actual, 0),
  lines: lines.length,
  open: lines.filter(({ actual }) => actual === undefined).length,
});

/** The totals of each group, in the order in which the groups come. Lines without a key are in none. */
export const totalsBy = <L extends Counted, K extends string>(
  lines: readonly L[],
  keyOf: (line: L) => K | undefined,
): Map<K, Totals> => {
  const groups = new Map<K, L[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return new Map([...groups].map(([key, group]) => [key, totalsOf(group)]));
};

/** How what was spent compares with the estimate. `unknown`: no line says what was spent. */
export interface Difference {
  kind: 'unknown' | 'over' | 'under' | 'equal';
  /** Never negative. */
  by: number;
}

export const differenceOf = ({ estimate, actual, lines, open }: Totals): Difference => {
  if (open === lines) return { kind: 'unknown', by: 0 };
  const by = Math.abs(actual - estimate);
  return { kind: actual > estimate ? 'over' : actual < estimate ? 'under' : 'equal', by };
};
