import type { Child, FC } from 'hono/jsx';
import type { FieldError } from '../../../functions/platform/problem/problem';
import type { Language } from '../../copy/copy';
import { messageOf } from '../../ui/form';

/** One row of a list as a page shows it. */
export interface ShownRow {
  /** Its number in the list, so that people find it there. */
  row: number;
  person: Child;
  /** What became of it, in a word with a colour. */
  outcome?: { tag: string; word: string };
  /** More words, e.g. its mistakes. */
  words: readonly string[];
}

interface RowsTableProps {
  heads: { row: string; person: string; outcome: string };
  rows: readonly ShownRow[];
}

/** The rows that were read. On a phone each becomes a paragraph. */
export const RowsTable: FC<RowsTableProps> = ({ heads, rows }) => (
  <table class="stacked">
    <thead>
      <tr>
        <th scope="col" class="num">
          {heads.row}
        </th>
        <th scope="col">{heads.person}</th>
        <th scope="col">{heads.outcome}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ row, person, outcome, words }) => (
        <tr>
          <th scope="row" class="num" data-label={heads.row}>
            {row}
          </th>
          <td>{person}</td>
          <td>
            {outcome && <span class={outcome.tag}>{outcome.word}</span>} {words.join('. ')}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** A row that could not be read, as it was written. */
export const asWritten = (cells: readonly string[]): string => cells.filter(Boolean).join(', ');

/** The mistakes of a row, in words. */
export const mistakesOf = (errors: readonly FieldError[], language: Language): string[] =>
  errors.map((e) => messageOf(language, e));

/** How many rows came to each outcome. */
export const tally = <K extends string>(outcomes: readonly K[], rows: readonly { outcome: K }[]) =>
  Object.fromEntries(
    outcomes.map((outcome) => [outcome, rows.filter((r) => r.outcome === outcome).length]),
  ) as Record<K, number>;
