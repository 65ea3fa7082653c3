import type { Child, FC } from 'hono/jsx';
import type { CheckedNominee } from '../../../functions/events/nominations/pasting/check-pasted';
import type { FieldError } from '../../../functions/platform/problem/problem';
import { copy } from '../../copy/copy';
import { AskedPlaces } from '../../parts/rosters/asked-places';
import { AskedRows, isAsked } from '../../parts/rosters/asked-rows';
import type { CarriedList } from '../../parts/rosters/list-form';
import { ListReport } from '../../parts/rosters/list-report';
import { RowPages } from '../../parts/rosters/row-pages';
import { mistakesOf, RowsTable } from '../../parts/rosters/rows-table';
import { BUTTON, STEP } from '../../query';
import { Button } from '../../ui/form';
import { LinkPage } from './frame';
import { type Pasted, PasteForm, type Said, shownRows, wordsOf } from './pasted-rows';

/** Rows on a page. */
const PAGE = 100;

/** Which page of the rows is wanted, from 1. @param said "rows.2" */
export const shownBy = (said = ''): number => Math.max(1, Math.floor(Number(said.split('.')[1])) || 1);

interface PreviewProps extends Pasted {
  carried: CarriedList;
  /** Why the list cannot be read as its columns are. */
  unreadable: FieldError | undefined;
  rows: readonly CheckedNominee[];
  /** The page of the rows, from 1. */
  shown: number;
}

/** What the rows come to: how many can be named, and the quota as it will be. */
const Summary: FC<PreviewProps & { sent: number; known: number; good: number }> = ({
  c,
  view,
  rows,
  sent,
  known,
  good,
}): Child => {
  const t = copy(c.get('language')).nominations;
  return (
    <>
      <p>
        <strong>{t.previewCount(sent, rows.length - sent - known)}</strong>
        {known > 0 && ` ${t.knownCount(known)}`} {t.usedAfter(view.used + sent, view.quota)}
      </p>
      {good > view.left && <p class="notice lotus">{t.overQuota(view.left)}</p>}
    </>
  );
};

/** Every row with its mistakes; nothing is stored before this is confirmed. */
export const PastedPreview: FC<PreviewProps> = (props) => {
  const { c, view, rows, carried, unreadable, shown, read, choices } = props;
  const language = c.get('language');
  const t = copy(language).nominations;
  const good = rows.filter((r) => r.outcome === 'new');
  const known = rows.filter((r) => r.outcome === 'unchanged').length;
  const sent = good.slice(0, view.left);
  const within = new Set(sent.map(({ row }) => row));
  const asked = rows.filter((r) => r.outcome === 'refused').filter(isAsked);
  const said = (row: CheckedNominee): Said => {
    if (row.outcome === 'unchanged') return { outcome: { tag: 'tag grey', word: t.known }, words: [] };
    const notOk = { tag: 'tag lotus', word: t.notOk };
    if (row.outcome === 'refused') return { outcome: notOk, words: wordsOf(row, language) };
    if (!within.has(row.row)) return { outcome: notOk, words: [t.beyond] };
    return { outcome: { tag: 'tag', word: t.ok }, words: wordsOf({ errors: [], ...row }, language) };
  };
  const page = Math.min(shown, Math.max(1, Math.ceil(rows.length / PAGE)));
  const onPage = rows.slice((page - 1) * PAGE, page * PAGE);
  return (
    <LinkPage c={c} view={view} title={t.previewTitle} form={rows}>
      <h1>{t.previewTitle}</h1>
      {unreadable ? (
        <p class="notice lotus" role="alert">
          <strong>{mistakesOf([unreadable], language)}.</strong> {t.chooseColumn}
        </p>
      ) : (
        <Summary {...props} sent={sent.length} known={known} good={good.length} />
      )}
      <PasteForm
        c={c}
        of={carried}
        choices={{ basis: choices.basis, another: choices.another, places: choices.places }}
      >
        <RowsTable
          heads={{ row: t.row, person: t.person, outcome: t.check }}
          rows={shownRows(props, onPage, said)}
        />
        <RowPages
          language={language}
          group="rows"
          of={rows.length}
          shown={onPage.length}
          page={page}
          size={PAGE}
        />
        <AskedPlaces language={language} rows={rows.filter((r) => r.outcome === 'refused')} />
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
        <ListReport list={read} language={language} />
      </PasteForm>
    </LinkPage>
  );
};
