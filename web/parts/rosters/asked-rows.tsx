import type { FC } from 'hono/jsx';
import type { FieldError } from '../../../functions/platform/problem/problem';
import type { Language } from '../../copy/copy';
import { copy } from '../../copy/copy';
import { Checkbox, freshForm, messageOf, type Values } from '../../ui/form';
import { asWritten } from './rows-table';

/** The field by which a form says of rows that their people are others than those of nearly the same name. */
export const ANOTHER = 'another';

/** A row about which only the person who made the list knows. */
export interface AskedRow {
  row: number;
  cells: readonly string[];
  errors: readonly FieldError[];
}

/** Whether nothing but the question keeps a row out. */
export const isAsked = ({ errors }: Pick<AskedRow, 'errors'>): boolean =>
  errors.length > 0 && errors.every(({ code }) => code === 'other-person');

/** The rows that were answered, from ticks or from a page before: "5", or "5 9". */
export const answeredRows = (typed: Values): Set<number> =>
  new Set(
    [typed[ANOTHER]]
      .flat()
      .flatMap((text) => text?.match(/\d+/g) ?? [])
      .map(Number),
  );

/** The answer as it travels on. */
export const answerOf = (rows: ReadonlySet<number>): string | undefined => [...rows].join(' ') || undefined;

/** One box for each row: ticked means another person. Stands within the form that sends the list on. */
export const AskedRows: FC<{ language: Language; rows: readonly AskedRow[] }> = ({ language, rows }) => {
  const t = copy(language).nominations;
  if (rows.length === 0) return null;
  return (
    <fieldset>
      <legend>{t.askedRows}</legend>
      <p class="soft">{t.askedRowsThen}</p>
      {rows.map(({ row, cells, errors }) => (
        <Checkbox
          form={freshForm(language)}
          name={ANOTHER}
          value={String(row)}
          label={
            <>
              <strong>
                {t.row} {row}: {asWritten(cells)}
              </strong>
              {`. ${errors.map((error) => messageOf(language, error)).join('. ')} `}
              {t.another}
            </>
          }
        />
      ))}
    </fieldset>
  );
};
