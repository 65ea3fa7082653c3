import type { Child, FC } from 'hono/jsx';
import type { CheckedNominee } from '../../../../functions/events/nominations/pasting/check-pasted';
import { placeRows, roomForList } from '../../../../functions/events/nominations/pasting/list-room';
import type { FieldError } from '../../../../functions/platform/problem/problem';
import { copy } from '../../../copy/copy';
import { BUTTON, STEP } from '../../../query';
import { Button } from '../../../ui/form';
import { SentAgainFields } from '../../rosters/again';
import type { AgainAnswers } from '../../rosters/again-answers';
import { AskedPlaces } from '../../rosters/asked-places';
import { AskedRows, isAsked } from '../../rosters/asked-rows';
import type { CarriedList } from '../../rosters/list-form';
import { ListReport } from '../../rosters/list-report';
import { RowPages } from '../../rosters/row-pages';
import { mistakesOf, RowsTable } from '../../rosters/rows-table';
import { type PastedAgain, pastedAgain } from './pasted-again';
import { type Pasted, PasteForm, shownRows } from './pasted-rows';
import { verdictOf } from './pasted-verdict';
import { ReserveOffer } from './reserve-offer';

/** Rows on a page. */
const PAGE = 100;

/** Which page of the rows is wanted, from 1. @param said "rows.2" */
export const shownBy = (said = ''): number => Math.max(1, Math.floor(Number(said.split('.')[1])) || 1);

interface PreviewProps extends Pasted {
  carried: CarriedList;
  /** Why the list cannot be read as its columns are. */
  unreadable: FieldError | undefined;
  /** Why nothing was written. */
  errors: readonly FieldError[];
  rows: readonly CheckedNominee[];
  answers: AgainAnswers;
  /** The page of the rows, from 1. */
  shown: number;
}

interface Sums {
  /** New people for whom the quota has a seat, those beyond it, and those whom the link named before. */
  sent: number;
  beyond: number;
  known: number;
  again: PastedAgain;
}

/** What the rows come to: how many can be named, and the quota as it will be. */
const Summary: FC<PreviewProps & Sums> = ({ c, desk, rows, sent, beyond, known, again }): Child => {
  const { nominations: t, lists } = copy(c.get('language'));
  const { corrected, exchanged, open } = again;
  const done = sent + beyond + known + corrected.size + exchanged.size;
  return (
    <>
      <p>
        <strong>{t.previewCount(sent, rows.length - done - open.size, beyond)}</strong>
        {known > 0 && ` ${t.knownCount(known)}`}
        {corrected.size > 0 && ` ${lists.again.correctCount(corrected.size)}`}
        {exchanged.size > 0 && ` ${lists.again.exchangeCount(exchanged.size)}`}
        {open.size > 0 && ` ${lists.again.openCount(open.size)}`} {t.usedAfter(desk.used + sent, desk.quota)}
      </p>
      {beyond > 0 && (
        <p class="notice lotus">
          {t.overQuota(sent, beyond)}
          {again.missing.length > 0 && ` ${t.exchangeBelow}`}
        </p>
      )}
    </>
  );
};

/** Every row with its mistakes; nothing is stored before this is confirmed. */
export const PastedPreview: FC<PreviewProps> = (props) => {
  const { c, desk, rows, carried, unreadable, errors, shown, read, choices, answers } = props;
  const language = c.get('language');
  const t = copy(language).nominations;
  const again = pastedAgain(rows, desk, { answers, reading: read.reading });
  const { corrected, exchanged, open, newcomers } = again;
  const fresh = newcomers.filter(({ row }) => !exchanged.has(row));
  const room = roomForList(desk);
  const places = placeRows(
    fresh.map(({ row }) => row),
    room,
  );
  const sent = Math.min(fresh.length, room.seats);
  const beyond = fresh.length - sent;
  const spare = Math.min(beyond, room.reserve);
  const keepsReserve = choices.keepsReserve === true;
  const known = rows.filter((r) => r.outcome === 'unchanged' && !corrected.has(r.row)).length;
  const asked = rows
    .filter((r) => r.outcome === 'refused')
    .filter((r) => isAsked(r) && !again.listed.has(r.row));
  const said = verdictOf({ again, places, keepsReserve, language });
  const page = Math.min(shown, Math.max(1, Math.ceil(rows.length / PAGE)));
  const onPage = rows.slice((page - 1) * PAGE, page * PAGE);
  const questions = asked.length + open.size;
  const writes = sent + corrected.size + exchanged.size;
  return (
    <desk.Frame c={c} desk={desk} title={t.previewTitle} form={rows}>
      {[...errors, ...(unreadable ? [unreadable] : [])].map((error) => (
        <p class="notice lotus" role="alert">
          <strong>{mistakesOf([error], language)}.</strong> {error === unreadable && t.chooseColumn}
        </p>
      ))}
      {!unreadable && <Summary {...props} sent={sent} beyond={beyond} known={known} again={again} />}
      <PasteForm
        c={c}
        desk={desk}
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
        <SentAgainFields language={language} again={again} answers={answers} {...again} />
        <ReserveOffer language={language} beyond={beyond} room={spare} ticked={keepsReserve} />
        <p class="actions">
          {writes + spare + questions + (fresh.length > 0 ? again.missing.length : 0) > 0 && (
            <Button name={BUTTON.step} value={STEP.nominate}>
              {questions + spare > 0 || writes !== sent || writes === 0 ? t.confirmAnswered : t.confirm(sent)}
            </Button>
          )}
          <Button kind="plain" name={BUTTON.step} value={STEP.edit}>
            {t.mend}
          </Button>
        </p>
        <ListReport list={read} language={language} />
      </PasteForm>
    </desk.Frame>
  );
};
