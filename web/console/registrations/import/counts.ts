import type { ImportedRow } from '../../../../functions/events/rosters/write-row';

/** The fields of the form in which an import travels on: the next row, and the counts so far. */
export const FROM = 'tu';
export const COUNTS = 'dem';

const NAMES = ['registered', 'waiting', 'corrected', 'unchanged', 'left', 'refused'] as const;

/** What became of the rows so far; the form carries it from portion to portion. */
export type Counts = Record<(typeof NAMES)[number], number>;

export const countsFrom = (text = ''): Counts => {
  const said = text.split('.').map((n) => Math.max(0, Math.floor(Number(n)) || 0));
  return Object.fromEntries(NAMES.map((name, i) => [name, said[i] ?? 0])) as Counts;
};

export const countsText = (counts: Counts): string => NAMES.map((name) => counts[name]).join('.');

export const countIn = (counts: Counts, row: ImportedRow): void => {
  if (row.outcome !== 'unsent') counts[row.outcome]++;
  if (row.outcome === 'registered' && row.registration?.status === 'waitlisted') counts.waiting++;
};
