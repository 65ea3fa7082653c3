import type { FC } from 'hono/jsx';
import type { ChosenSheet } from '../../../functions/events/rosters/reading/choose-sheet';
import type { LeftOut } from '../../../functions/events/rosters/reading/list-reading';
import { copy, type Language } from '../../copy/copy';

const FONT = { vni: 'VNI', tcvn3: '.Vn (TCVN3)' };
/** What needs no word: a heading is seen in the columns. */
const NOT_SAID = new Set<LeftOut['why']>(['heading', 'column-numbers']);
/** As many row numbers as a sentence takes. */
const MOST_NUMBERS = 20;

/** What was understood of a list, and all that was left out of it. */
export const ListReport: FC<{ list: ChosenSheet; language: Language }> = ({ list, language }) => {
  const t = copy(language).lists;
  const { reading } = list;
  const used = reading.columns.filter(({ heading, readAs, hidden }) => heading && readAs && !hidden);
  const isFilled = (at: number) => reading.rows.some(({ written }) => written[at]);
  const unused = reading.columns
    .filter(({ at, heading, readAs, hidden }) => (!readAs || hidden) && (heading || isFilled(at)))
    .map(({ at, heading, hidden }) => {
      const name = heading ? `“${heading}”` : t.nthColumn(at + 1);
      return hidden ? t.hiddenColumn(name) : name;
    });
  return (
    <section>
      {reading.headingRows.length === 0 ? (
        <p>{t.byPosition}</p>
      ) : (
        <p>
          {t.understood}: {used.map((c) => t.column(c.heading, t.columns[c.readAs!])).join('; ')}.
        </p>
      )}
      {unused.length > 0 && (
        <p>
          {t.unused}: {unused.join(', ')}.
        </p>
      )}
      {leftOutLines(list, language).map((line) => (
        <p>{line}</p>
      ))}
      {reading.oldFont && <p class="notice lotus">{t.oldFont(FONT[reading.oldFont])}</p>}
    </section>
  );
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
      const more = rows.length > MOST_NUMBERS ? ` … (${rows.length})` : '';
      const said = why === 'hidden' && reading.filtered ? t.filtered : t.leftOut[why];
      return t.rows(rows.slice(0, MOST_NUMBERS).join(', ') + more, said);
    }),
  ];
};
