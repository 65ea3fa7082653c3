/** One line of the table: what was promised and what was measured. */
export interface Row {
  what: string;
  target: string;
  measured: string;
  /** `undefined` where it cannot be measured yet. */
  pass: boolean | undefined;
  note?: string;
}

export const row = (what: string, target: string, measured: string, pass?: boolean, note?: string): Row => ({
  what,
  target,
  measured,
  pass,
  ...(note && { note }),
});

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export const print = (rows: readonly Row[]): void => {
  const verdict = (r: Row) => (r.pass === undefined ? '–' : r.pass ? 'pass' : 'FAIL');
  const cells = [
    ['what', 'at most', 'measured', ''],
    ...rows.map((r) => [r.what, r.target, r.measured, verdict(r)]),
  ];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...cells.map((c) => c[i]!.length)));
  cells.forEach((line, i) => {
    console.log(`| ${line.map((cell, j) => cell.padEnd(widths[j]!)).join(' | ')} |`);
    if (i === 0) console.log(`|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|`);
  });
  for (const r of rows) if (r.note) console.log(`\n${r.what}: ${r.note}`);
};
