import type { FC } from 'hono/jsx';
import type { MediatorsInput, PickedRow } from '../../../../functions/participation/nominate-mediators';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { BUTTON, BY, STEP } from '../../../query';
import { Button } from '../../../ui/form';
import { staffOn } from '../../../ui/form/account';
import { viOn } from '../../../vietnamese';
import { RowsTable, tally } from '../../rosters/rows-table';
import { type Desk, listPath } from '../desk';
import { outcomeTag, wordsOf } from '../row-words';
import { CHOSEN } from './candidate-table';

interface ResultProps {
  c: Page;
  desk: Desk;
  input: MediatorsInput;
  results: readonly PickedRow[];
}

/** What became of each mediator who was picked. */
export const PickedResult: FC<ResultProps> = ({ c, desk, input, results }) => {
  const language = c.get('language');
  const t = copy(language).nominations;
  const count = tally(['registered', 'reserved', 'unchanged', 'refused', 'unsent'], results);
  return (
    <desk.Frame c={c} desk={desk} title={t.resultTitle} form={count.unsent > 0 && results}>
      <p class="notice" role="status">
        {t.resultCount(count.registered, count.refused)}
        {count.reserved > 0 && ` ${t.reservedCount(count.reserved)}`}
        {count.unchanged > 0 && ` ${t.knownCount(count.unchanged)}`}
      </p>
      {count.unsent > 0 && <SendOn c={c} desk={desk} input={input} unsent={count.unsent} />}
      <RowsTable
        heads={{ row: t.row, person: t.person, outcome: t.result }}
        rows={results.map((row) => ({
          row: row.row,
          person: <strong lang={viOn(language)}>{row.person?.fullName ?? row.cells?.[0] ?? '–'}</strong>,
          outcome: outcomeTag(row.outcome, language),
          words: row.outcome === 'refused' ? wordsOf(row, language) : [],
        }))}
      />
      <p>
        <a class={count.unsent > 0 ? 'btn plain' : 'btn'} href={listPath(desk)}>
          {t.backToList}
        </a>
      </p>
    </desk.Frame>
  );
};

/** One button goes on with the people who were not reached in time. */
const SendOn: FC<Omit<ResultProps, 'results'> & { unsent: number }> = ({ c, desk, input, unsent }) => {
  const t = copy(c.get('language')).nominations;
  const by = staffOn(c);
  return (
    <form method="post" action={desk.paths.mediators} class="notice lotus">
      {by && <input type="hidden" name={BY} value={by} />}
      {input.mediatorIds.map((id) => (
        <input type="hidden" name={CHOSEN} value={id} />
      ))}
      <input type="hidden" name="basis" value={input.basis} />
      {input.online !== undefined && (
        <input type="hidden" name="online" value={input.online ? 'yes' : 'no'} />
      )}
      {input.reserve && <input type="hidden" name="reserve" value="on" />}
      <p>
        <strong>{t.unsentCount(unsent)}</strong> {t.unsentThen}
      </p>
      <Button name={BUTTON.step} value={STEP.nominate}>
        {t.goOn(unsent)}
      </Button>
    </form>
  );
};
