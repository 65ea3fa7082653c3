import type { FC } from 'hono/jsx';
import type { NamedRow, PastedRow } from '../../functions/nominations/paste';
import type { NominationView } from '../../functions/nominations/read';
import { showPhone } from '../../functions/phone';
import { isNamed } from '../../functions/registrations/nominees';
import { plain } from '../../functions/text';
import type { Unit } from '../../functions/units/unit';
import { copy, type Language } from '../copy';
import type { Page } from '../env';
import { routes } from '../routes';
import { Button, ErrorSummary, type FormState, messageOf, TextArea } from '../ui/form';
import { here } from '../ui/layout';
import { BasisField } from './person-fields';
import { LinkPage, tokenOf } from './public-frame';
import { unitName } from './read-nominee';

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
              accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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

/** What is to be said of a row before anything is written, and whether it will be sent. */
export interface CheckedRow extends PastedRow {
  words: string[];
  good: boolean;
}

/** A row's mistakes in words that name what is meant. */
const mistakes = (row: PastedRow, language: Language): string[] =>
  row.errors.map((e) => messageOf(language, e.path === 'yearOfBirth' ? { code: 'year-malformed' } : e));

const keyOf = (name: string, phone: string) => `${phone}|${plain(name)}`;

/** Looks at the rows beside the list and beside each other: mistakes, repeats, unknown units. */
export const checkRows = (
  rows: readonly PastedRow[],
  view: NominationView,
  units: readonly Unit[],
  language: Language,
): CheckedRow[] => {
  const t = copy(language).nominations;
  const known = new Set(view.people.filter(isNamed).map((r) => keyOf(r.fullName, r.phone)));
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const { nominee } = row;
    if (!nominee) return { ...row, good: false, words: mistakes(row, language) };
    const key = keyOf(nominee.fullName, nominee.phone);
    const before = seen.get(key);
    if (known.has(key)) return { ...row, good: false, words: [t.known] };
    if (before !== undefined) return { ...row, good: false, words: [t.twice(before)] };
    seen.set(key, row.row);
    const unread = row.unit && !nominee.unitId ? unitName(units, view.nomination.unitId ?? '') : '';
    return { ...row, good: true, words: unread ? [t.unitUnknown(unread)] : [] };
  });
};

interface RowsProps {
  c: Page;
  rows: readonly PastedRow[];
  view: NominationView;
  units: readonly Unit[];
  label: string;
  /** The word for a row that is well. */
  yes: string;
  said: (row: PastedRow, i: number) => { good: boolean; words: readonly string[] };
}

/** Three columns, so that a phone shows them whole: the row, the person, what is to be said. */
const Rows: FC<RowsProps> = ({ c, rows, view, units, label, yes, said }) => {
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
          const { good, words } = said(row, i);
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
                      nominee.unitId ? unitName(units, nominee.unitId) : view.nomination.name,
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </>
                ) : (
                  row.cells.filter(Boolean).join(', ')
                )}
              </td>
              <td>
                <span class={good ? 'tag' : 'tag lotus'}>{good ? yes : t.notOk}</span> {words.join('. ')}
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

/** Every row with what is wrong in it; nothing is written before this is confirmed. */
export const PreviewPage: FC<PreviewProps> = ({ c, view, rows, units, list, basis }) => {
  const t = copy(c.get('language')).nominations;
  const good = rows.filter((r) => r.good).length;
  const send = Math.min(good, view.left);
  const action = here(c, routes.nominationPaste(tokenOf(c)));
  return (
    <LinkPage c={c} view={view} title={t.previewTitle}>
      <h1>{t.previewTitle}</h1>
      <p>
        <strong>{t.previewCount(good, rows.length - good)}</strong>
      </p>
      {good > view.left && <p class="notice lotus">{t.overQuota(view.left)}</p>}
      <Rows
        c={c}
        rows={rows}
        view={view}
        units={units}
        label={t.check}
        yes={t.ok}
        said={(_, i) => rows[i]!}
      />
      <form method="post" action={action}>
        <textarea name="list" hidden>
          {list}
        </textarea>
        <input type="hidden" name="basis" value={basis} />
        <p class="actions">
          {send > 0 && (
            <Button name="buoc" value="cu">
              {t.confirm(send)}
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

/** What became of each row. */
export const ResultPage: FC<{
  c: Page;
  view: NominationView;
  results: readonly NamedRow[];
  units: readonly Unit[];
}> = ({ c, view, results, units }) => {
  const language = c.get('language');
  const t = copy(language).nominations;
  const named = results.filter((r) => r.outcome === 'named').length;
  const wordsOf = (row: NamedRow): string[] => {
    const { outcome, code, detail } = row;
    if (outcome === 'named') return [];
    if (code === 'already-registered') return [t.known];
    return row.errors.length ? mistakes(row, language) : [messageOf(language, { code: code!, detail })];
  };
  return (
    <LinkPage c={c} view={view} title={t.resultTitle}>
      <h1>{t.resultTitle}</h1>
      <p class="notice" role="status">
        {t.resultCount(named, results.length - named)}
      </p>
      <Rows
        c={c}
        rows={results}
        view={view}
        units={units}
        label={t.result}
        yes={t.done}
        said={(_, i) => ({ good: results[i]!.outcome === 'named', words: wordsOf(results[i]!) })}
      />
      <p>
        <a class="btn" href={here(c, routes.nomination(tokenOf(c)))}>
          {t.backToList}
        </a>
      </p>
    </LinkPage>
  );
};
