import type { FC } from 'hono/jsx';
import { roomForList } from '../../../../functions/events/nominations/pasting/list-room';
import type { NominatedRow } from '../../../../functions/events/nominations/pasting/nominate-rows';
import { copy } from '../../../copy/copy';
import { BUTTON, STEP } from '../../../query';
import { Button } from '../../../ui/form';
import { RowsTable, tally } from '../../rosters/rows-table';
import { listPath } from '../desk';
import { outcomeTag, wordsOf } from '../row-words';
import { type Pasted, PasteForm, type Said, shownRows } from './pasted-rows';

/** What became of each row; one button goes on with the rows that there was no time for. */
export const PastedResult: FC<Pasted & { results: readonly NominatedRow[] }> = ({ results, ...pasted }) => {
  const { c, desk, read, choices } = pasted;
  const language = c.get('language');
  const { nominations: t, lists } = copy(language);
  const count = tally(
    ['registered', 'reserved', 'unchanged', 'refused', 'unsent', 'corrected', 'exchanged'],
    results,
  );
  const said = (row: NominatedRow): Said => ({
    outcome: outcomeTag(row.outcome, language),
    words: row.outcome === 'refused' ? wordsOf(row, language) : [],
  });
  const { basis, keepsReserve, another, places, corrects, instead } = choices;
  const carried = { ...read.asText, basis, keepsReserve, another, places, corrects, instead };
  const beyond = results.filter(({ errors: [error] }) => error?.code === 'quota-full').length;
  // The list fills the reserve only as far as it had places before.
  const spare = Math.min(beyond, roomForList(desk).reserve);
  return (
    <desk.Frame c={c} desk={desk} title={t.resultTitle} form={count.unsent > 0 && results}>
      <p class="notice" role="status">
        {count.registered + count.refused > 0 || count.reserved === 0
          ? t.resultCount(count.registered, count.refused)
          : ''}
        {count.reserved > 0 && ` ${t.reservedCount(count.reserved)}`}
        {count.unchanged > 0 && ` ${t.knownCount(count.unchanged)}`}
        {count.corrected > 0 && ` ${lists.again.correctCount(count.corrected)}`}
        {count.exchanged > 0 && ` ${lists.again.exchangeCount(count.exchanged)}`}
      </p>
      {count.unsent > 0 && (
        <PasteForm c={c} desk={desk} of={{ list: read.text }} choices={carried} class="notice lotus">
          <p>
            <strong>{t.unsentCount(count.unsent)}</strong> {t.unsentThen}
          </p>
          <Button name={BUTTON.step} value={STEP.nominate}>
            {t.goOn(count.unsent)}
          </Button>
        </PasteForm>
      )}
      {count.unsent === 0 && spare > 0 && (
        <PasteForm
          c={c}
          desk={desk}
          of={{ list: read.text }}
          choices={{ ...carried, keepsReserve: true }}
          class="notice"
        >
          <p>
            <strong>{t.beyondRows(beyond)}.</strong> {t.reserveLead}
          </p>
          <Button kind="plain" name={BUTTON.step} value={STEP.nominate}>
            {t.keepReserve(spare)}
          </Button>
        </PasteForm>
      )}
      <RowsTable
        heads={{ row: t.row, person: t.person, outcome: t.result }}
        rows={shownRows(pasted, results, said)}
      />
      <p>
        <a class={count.unsent > 0 ? 'btn plain' : 'btn'} href={listPath(desk)}>
          {t.backToList}
        </a>
      </p>
    </desk.Frame>
  );
};
