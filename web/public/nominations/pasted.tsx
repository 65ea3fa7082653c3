import type { Child, FC } from 'hono/jsx';
import type { Unit } from '../../../functions/directory/units/unit';
import { inSentence } from '../../../functions/directory/units/words';
import type { NomineeInput } from '../../../functions/events/nominations/nominee';
import type { CheckedNominee } from '../../../functions/events/nominations/pasting/check-pasted';
import type { NominatedRow } from '../../../functions/events/nominations/pasting/nominate-rows';
import type { NominationView } from '../../../functions/events/nominations/read';
import type { ReadRow } from '../../../functions/events/rosters/outcome';
import type { ChosenSheet } from '../../../functions/events/rosters/reading/choose-sheet';
import { showPhone } from '../../../functions/platform/text/phone';
import { copy, type Language } from '../../copy/copy';
import type { Page } from '../../env';
import { inOneLine, personDetails } from '../../parts/registrations/person';
import { ANOTHER, AskedRows, answerOf, isAsked } from '../../parts/rosters/asked-rows';
import { CarriedList } from '../../parts/rosters/list-form';
import { ListReport } from '../../parts/rosters/list-report';
import { asWritten, RowsTable, type ShownRow, tally } from '../../parts/rosters/rows-table';
import { unitName } from '../../parts/units/levels';
import { BUTTON, STEP } from '../../query';
import { routes } from '../../routes';
import { Button, messageOf } from '../../ui/form';
import { FORM_ID } from '../../ui/form/display';
import { here } from '../../ui/layout';
import { Vi, viOn } from '../../vietnamese';
import { LinkPage, listPath, tokenOf } from './frame';

interface Pasted {
  c: Page;
  view: NominationView;
  units: readonly Unit[];
  list: string;
  read: ChosenSheet;
  basis: string;
  /** Rows whose people were said to be others than those of nearly the same name. */
  another: ReadonlySet<number>;
}

/** What is to be said of a row: its mistakes, or why it is left out. */
const wordsOf = (
  { errors, notes = [] }: Pick<ReadRow<NomineeInput>, 'errors' | 'notes'>,
  language: Language,
): string[] =>
  [...errors, ...notes].map((e) =>
    e.code === 'already-registered' ? copy(language).nominations.known : messageOf(language, e),
  );

/** All that was understood of a row, so that people can mend it before it is sent. */
const Understood: FC<Pick<Pasted, 'c' | 'view' | 'units'> & { nominee: NomineeInput }> = ({
  c,
  view,
  units,
  nominee,
}) => {
  const language = c.get('language');
  const t = copy(language);
  const { position, ...details } = personDetails(nominee, t);
  const from = nominee.unitId ? unitName(units, nominee.unitId) : view.nomination.name;
  const online = { label: t.person.how, value: nominee.online && t.person.online };
  return (
    <>
      <strong lang={viOn(language)}>{nominee.fullName}</strong>
      <br />
      <span class="nowrap">{showPhone(nominee.phone)}</span>
      <br />
      <Vi language={language}>
        {[position.value, position.value ? inSentence(from) : from].filter(Boolean).join(', ')}
      </Vi>
      <br />
      <span class="soft">{inOneLine([...Object.values(details), online])}</span>
    </>
  );
};

type Said = Pick<ShownRow, 'outcome' | 'words'>;

const shown = <R extends Pick<ReadRow<NomineeInput>, 'row' | 'person' | 'cells'>>(
  pasted: Pasted,
  rows: readonly R[],
  said: (row: R) => Said,
): ShownRow[] =>
  rows.map((row) => ({
    row: row.row,
    person: row.person ? <Understood {...pasted} nominee={row.person} /> : asWritten(row.cells ?? []),
    ...said(row),
  }));

const PasteAgain: FC<Pasted & { class?: string; children?: Child }> = ({
  c,
  list,
  basis,
  another,
  class: style,
  children,
}) => (
  <form
    id={FORM_ID}
    method="post"
    action={here(c, routes.nominationPaste(tokenOf(c)))}
    enctype="multipart/form-data"
    class={style}
  >
    <CarriedList list={list} more={{ basis, [ANOTHER]: answerOf(another) }} />
    {children}
  </form>
);

/** Every row with its mistakes; nothing is stored before this is confirmed. */
export const PastedPreview: FC<Pasted & { rows: readonly CheckedNominee[] }> = ({ rows, ...pasted }) => {
  const { c, view } = pasted;
  const language = c.get('language');
  const t = copy(language).nominations;
  const good = rows.filter((r) => r.outcome === 'new');
  const known = rows.filter((r) => r.outcome === 'unchanged').length;
  const sent = good.slice(0, view.left);
  const asked = rows.filter((r) => r.outcome === 'refused').filter(isAsked);
  const said = (row: CheckedNominee): Said => {
    if (row.outcome === 'unchanged') return { outcome: { tag: 'tag grey', word: t.known }, words: [] };
    const notOk = { tag: 'tag lotus', word: t.notOk };
    if (row.outcome === 'refused') return { outcome: notOk, words: wordsOf(row, language) };
    if (!sent.some((one) => one.row === row.row)) return { outcome: notOk, words: [t.beyond] };
    return { outcome: { tag: 'tag', word: t.ok }, words: wordsOf({ errors: [], ...row }, language) };
  };
  return (
    <LinkPage c={c} view={view} title={t.previewTitle} form={rows}>
      <h1>{t.previewTitle}</h1>
      <p>
        <strong>{t.previewCount(sent.length, rows.length - sent.length - known)}</strong>
        {known > 0 && ` ${t.knownCount(known)}`}
      </p>
      {good.length > view.left && <p class="notice lotus">{t.overQuota(view.left)}</p>}
      <RowsTable
        heads={{ row: t.row, person: t.person, outcome: t.check }}
        rows={shown(pasted, rows, said)}
      />
      <ListReport list={pasted.read} language={language} />
      <PasteAgain {...pasted}>
        <AskedRows language={language} rows={asked} />
        <p class="actions">
          {sent.length + asked.length > 0 && (
            <Button name={BUTTON.step} value={STEP.nominate}>
              {asked.length > 0 ? t.confirmAnswered : t.confirm(sent.length)}
            </Button>
          )}
          <Button kind="plain" name={BUTTON.step} value={STEP.edit}>
            {t.mend}
          </Button>
        </p>
      </PasteAgain>
    </LinkPage>
  );
};

/** What became of each row; one button goes on with the rows that there was no time for. */
export const PastedResult: FC<Pasted & { results: readonly NominatedRow[] }> = ({ results, ...pasted }) => {
  const { c, view } = pasted;
  const language = c.get('language');
  const t = copy(language).nominations;
  const count = tally(['registered', 'unchanged', 'refused', 'unsent'], results);
  const refused = { tag: 'tag lotus', word: t.notOk };
  const outcomes: Partial<Record<NominatedRow['outcome'], ShownRow['outcome']>> = {
    registered: { tag: 'tag', word: t.done },
    unchanged: { tag: 'tag grey', word: t.known },
    unsent: { tag: 'tag sun', word: t.unsent },
  };
  const said = (row: NominatedRow): Said => ({
    outcome: outcomes[row.outcome] ?? refused,
    words: row.outcome === 'refused' ? wordsOf(row, language) : [],
  });
  return (
    <LinkPage c={c} view={view} title={t.resultTitle} form={count.unsent > 0 && results}>
      <h1>{t.resultTitle}</h1>
      <p class="notice" role="status">
        {t.resultCount(count.registered, count.refused)}
        {count.unchanged > 0 && ` ${t.knownCount(count.unchanged)}`}
      </p>
      {count.unsent > 0 && (
        <PasteAgain {...pasted} class="notice lotus">
          <p>
            <strong>{t.unsentCount(count.unsent)}</strong> {t.unsentThen}
          </p>
          <Button name={BUTTON.step} value={STEP.nominate}>
            {t.goOn(count.unsent)}
          </Button>
        </PasteAgain>
      )}
      <RowsTable
        heads={{ row: t.row, person: t.person, outcome: t.result }}
        rows={shown(pasted, results, said)}
      />
      <p>
        <a class={count.unsent > 0 ? 'btn plain' : 'btn'} href={listPath(c)}>
          {t.backToList}
        </a>
      </p>
    </LinkPage>
  );
};
