import type { FC } from 'hono/jsx';
import type { ChosenSheet } from '../../../functions/events/rosters/reading/choose-sheet';
import type { ReadAs } from '../../../functions/events/rosters/reading/headings/read-as';
import type { LeftOut } from '../../../functions/events/rosters/reading/list-reading';
import { showCount } from '../../../functions/platform/text/count';
import { copy, type Language } from '../../copy/copy';
import { BUTTON, STEP } from '../../query';
import { Button } from '../../ui/form';
import { ReadAsFields, SheetFields } from './read-as';

/** What needs no word: a heading is seen in the columns. */
const NOT_SAID = new Set<LeftOut['why']>(['heading', 'column-numbers']);
/** As many row numbers as a sentence takes. */
const MOST_NUMBERS = 20;

interface ListReportProps {
  list: ChosenSheet;
  language: Language;
  /** What this kind of list has no use for. */
  without?: readonly ReadAs[];
}

/**
 * What was understood of a list, with a choice wherever it was understood by a rule, and all that was left out of it.
 * Stands within the form that sends the list on.
 */
export const ListReport: FC<ListReportProps> = ({ list, language, without }) => {
  const t = copy(language).lists;
  const { reading } = list;
  const unused = unusedColumns(list, language);
  return (
    <section>
      <h2 id="cac-cot">{t.understood}</h2>
      {reading.headingRows.length === 0 && <p>{t.byPosition}</p>}
      <p class="soft">{t.columnsThen}</p>
      <ReadAsFields list={list} language={language} without={without} />
      <SheetFields list={list} language={language} />
      <ul class="plain-list">
        {unused.length > 0 && (
          <li>
            {t.unused}: {unused.join(', ')}.
          </li>
        )}
        {leftOutLines(list, language).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="actions">
        <Button kind="plain" name={BUTTON.step} value={STEP.preview}>
          {t.readAgain}
        </Button>
      </p>
    </section>
  );
};

const unusedColumns = ({ reading }: ChosenSheet, language: Language): string[] => {
  const t = copy(language).lists;
  return reading.columns
    .filter(({ at, heading, readAs, hidden }) => {
      const isRead = readAs && (!hidden || reading.withHidden);
      return !isRead && (heading || reading.rows.some(({ written }) => written[at]));
    })
    .map(({ at, heading, hidden }) => {
      const name = heading ? `“${heading}”` : t.nthColumn(at + 1);
      return hidden && !reading.withHidden ? t.hiddenColumn(name) : name;
    });
};

const leftOutLines = ({ sheets, reading }: ChosenSheet, language: Language): string[] => {
  const t = copy(language).lists;
  const others = sheets.filter(({ name }) => name !== reading.sheet);
  const names = others.map(({ name, hidden }) => (hidden ? t.hiddenSheet(name) : name)).join(', ');
  const kinds = [...new Set(reading.leftOut.map(({ why }) => why))].filter((why) => !NOT_SAID.has(why));
  return [
    ...(others.length ? [`${t.sheet(reading.sheet)} ${t.otherSheets(names)}`] : []),
    ...kinds.map((why) => {
      const rows = reading.leftOut.filter((one) => one.why === why).map(({ row }) => row);
      const more = rows.length > MOST_NUMBERS ? ` … (${showCount(rows.length)})` : '';
      const said = why === 'hidden' && reading.filtered ? t.filtered : t.leftOut[why];
      return t.rows(rows.slice(0, MOST_NUMBERS).join(', ') + more, said);
    }),
  ];
};
