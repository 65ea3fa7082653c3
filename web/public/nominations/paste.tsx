import type { FC } from 'hono/jsx';
import type { Unit } from '../../../functions/directory/units/unit';
import { inSentence } from '../../../functions/directory/units/words';
import type { NomineeInput } from '../../../functions/events/nominations/nominate';
import type { CheckedRow } from '../../../functions/events/nominations/pasting/check-pasted';
import type { NamedRow } from '../../../functions/events/nominations/pasting/nominate-rows';
import type { PastedRow } from '../../../functions/events/nominations/pasting/read-pasted';
import type { NominationView } from '../../../functions/events/nominations/read';
import { showPhone } from '../../../functions/platform/text/phone';
import { copy, type Language } from '../../copy/copy';
import type { Page } from '../../env';
import { BasisField } from '../../parts/nominations/nominee-fields';
import { unitName } from '../../parts/nominations/read-nominee';
import { routes } from '../../routes';
import { Button, ErrorSummary, type FormState, messageOf, TextArea } from '../../ui/form';
import { here } from '../../ui/layout';
import { LinkPage, tokenOf } from './frame';

/** Where the list is pasted, or an Excel file chosen. */
export const PastePage: FC<{ c: Page; view: NominationView; form: FormState }> = ({ c, view, form }) => {
  const t = copy(c.get('language')).nominations;
  const fileError = form.errors.find((e) => e.path === 'file');
  return (
    <LinkPage c={c} view={view} title={t.pasteTitle}>
      <div class="form">
        <ErrorSummary form={form} />
        <h1>{t.pasteTitle}</h1>
        <p>{t.pasteLead}</p>
        <form
          method="post"
          action={here(c, routes.nominationPaste(tokenOf(c)))}
          enctype="multipart/form-data"
          novalidate
        >
          <TextArea form={form} name="list" label={t.list} hint={t.pasteColumns} rows={10} />
          <div class={fileError ? 'field invalid' : 'field'}>
            <label for="o-file">{t.file}</label>
            {fileError && (
              <p class="error-text" id="o-file-loi">
                {messageOf(form.language, fileError)}
              </p>
            )}
            <input
              type="file"
              id="o-file"
              name="file"
              accept=".xlsx,.csv"
              aria-describedby={fileError ? 'o-file-loi' : undefined}
            />
          </div>
          <BasisField c={c} form={form} many />
          <Button name="buoc" value="xem">
            {t.preview}
          </Button>
        </form>
      </div>
    </LinkPage>
  );
};

type Judged = Pick<CheckedRow, 'code' | 'detail'> & PastedRow;

/** What is to be said of a row: its mistakes, in words that name what is meant, or why it is left out. */
const wordsOf = (row: Judged, language: Language): string[] => {
  const t = copy(language).nominations;
  if (row.errors.length) return row.errors.map((e) => messageOf(language, e));
  if (!row.code) return [];
  return [row.code === 'already-registered' ? t.known : messageOf(language, { ...row, code: row.code })];
};

interface RowsProps {
  c: Page;
  rows: readonly PastedRow[];
  view: NominationView;
  units: readonly Unit[];
  label: string;
  said: (i: number) => { tag: string; word: string; words: readonly string[] };
}

/** Whatever else was understood of a row: what nobody sees before it is sent, nobody mends. */
const detailsOf = (nominee: NomineeInput, language: Language): string => {
  const { nominations: t, registrations } = copy(language);
  return [
    nominee.teamName,
    nominee.teamRole && registrations.teamRoles[nominee.teamRole],
    nominee.gender && registrations.genders[nominee.gender],
    nominee.yearOfBirth && t.bornIn(nominee.yearOfBirth),
    nominee.email,
    nominee.interpreter && t.interpreter,
    nominee.access,
    nominee.online && registrations.online,
  ]
    .filter(Boolean)
    .join(' · ');
};

/** Three columns, so that a phone shows them whole: the row, the person, what is to be said. */
const Rows: FC<RowsProps> = ({ c, rows, view, units, label, said }) => {
  const t = copy(c.get('language')).nominations;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" class="num">
            {t.row}
          </th>
          <th scope="col">{t.person}</th>
          <th scope="col">{label}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => {
          const { tag, word, words } = said(i);
          const { nominee } = row;
          return (
            <tr>
              <th scope="row" class="num">
                {row.row}
              </th>
              <td>
                {nominee ? (
                  <>
                    <strong>{nominee.fullName}</strong>
                    <br />
                    <span class="nowrap">{showPhone(nominee.phone)}</span>
                    <br />
                    {[
                      nominee.position,
                      (nominee.position ? inSentence : String)(
                        nominee.unitId ? unitName(units, nominee.unitId) : view.nomination.name,
                      ),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                    <br />
                    <span class="soft">{detailsOf(nominee, c.get('language'))}</span>
                  </>
                ) : (
                  row.cells.filter(Boolean).join(', ')
                )}
              </td>
              <td>
                <span class={tag}>{word}</span> {words.join('. ')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

interface PreviewProps {
  c: Page;
  view: NominationView;
  rows: readonly CheckedRow[];
  units: readonly Unit[];
  list: string;
  basis: string;
}

/** The list and its ground, carried from page to page: nothing is kept before it is sure. */
const Carried: FC<{ list: string; basis: string }> = ({ list, basis }) => (
  <>
    <textarea name="list" hidden>
      {list}
    </textarea>
    <input type="hidden" name="basis" value={basis} />
  </>
);

interface PreviewProps {
  c: Page;
  view: NominationView;
  rows: readonly CheckedRow[];
  units: readonly Unit[];
  list: string;
  basis: string;
}

/** Every row with what is wrong in it; nothing is written before this is confirmed. */
export const PreviewPage: FC<PreviewProps> = ({ c, view, rows, units, list, basis }) => {
  const language = c.get('language');
  const t = copy(language).nominations;
  const good = rows.filter((r) => r.outcome === 'new');
  const known = rows.filter((r) => r.outcome === 'known').length;
  const sent = good.slice(0, view.left);
  const said = (row: CheckedRow) => {
    if (row.outcome === 'known') return { tag: 'tag grey', word: t.known, words: [] };
    if (row.outcome === 'refused') return { tag: 'tag lotus', word: t.notOk, words: wordsOf(row, language) };
    if (!sent.includes(row)) return { tag: 'tag lotus', word: t.notOk, words: [t.beyond] };
    return { tag: 'tag', word: t.ok, words: [] };
  };
  return (
    <LinkPage c={c} view={view} title={t.previewTitle}>
      <h1>{t.previewTitle}</h1>
      <p>
        <strong>{t.previewCount(sent.length, rows.length - sent.length - known)}</strong>
        {known > 0 && ` ${t.knownCount(known)}`}
      </p>
      {good.length > view.left && <p class="notice lotus">{t.overQuota(view.left)}</p>}
      <Rows c={c} rows={rows} view={view} units={units} label={t.check} said={(i) => said(rows[i]!)} />
      <form method="post" action={here(c, routes.nominationPaste(tokenOf(c)))} enctype="multipart/form-data">
        <Carried list={list} basis={basis} />
        <p class="actions">
          {sent.length > 0 && (
            <Button name="buoc" value="cu">
              {t.confirm(sent.length)}
            </Button>
          )}
          <Button kind="plain" name="buoc" value="sua">
            {t.mend}
          </Button>
        </p>
      </form>
    </LinkPage>
  );
};

interface ResultProps extends Omit<PreviewProps, 'rows'> {
  results: readonly NamedRow[];
}

/** What became of each row; one button goes on with those that there was no time for. */
export const ResultPage: FC<ResultProps> = ({ c, view, results, units, list, basis }) => {
  const language = c.get('language');
  const t = copy(language).nominations;
  const count = (outcome: NamedRow['outcome']) => results.filter((r) => r.outcome === outcome).length;
  const [named, known, unsent] = [count('named'), count('known'), count('unsent')];
  const said = (row: NamedRow) => {
    if (row.outcome === 'named') return { tag: 'tag', word: t.done, words: [] };
    if (row.outcome === 'known') return { tag: 'tag grey', word: t.known, words: [] };
    if (row.outcome === 'unsent') return { tag: 'tag sun', word: t.unsent, words: [] };
    return { tag: 'tag lotus', word: t.notOk, words: wordsOf(row, language) };
  };
  return (
    <LinkPage c={c} view={view} title={t.resultTitle}>
      <h1>{t.resultTitle}</h1>
      <p class="notice" role="status">
        {t.resultCount(named, count('refused'))}
        {known > 0 && ` ${t.knownCount(known)}`}
      </p>
      {unsent > 0 && (
        <form
          method="post"
          action={here(c, routes.nominationPaste(tokenOf(c)))}
          enctype="multipart/form-data"
          class="notice lotus"
        >
          <p>
            <strong>{t.unsentCount(unsent)}</strong> {t.unsentThen}
          </p>
          <Carried list={list} basis={basis} />
          <Button name="buoc" value="cu">
            {t.goOn(unsent)}
          </Button>
        </form>
      )}
      <Rows c={c} rows={results} view={view} units={units} label={t.result} said={(i) => said(results[i]!)} />
      <p>
        <a class={unsent > 0 ? 'btn plain' : 'btn'} href={here(c, routes.nomination(tokenOf(c)))}>
          {t.backToList}
        </a>
      </p>
    </LinkPage>
  );
};
