import type { FC } from 'hono/jsx';
import type { CandidateSeen } from '../../../../functions/participation/candidates';
import { shortDay } from '../../../../functions/platform/time/format-date';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { errorAt, type FormState, fieldId, messageOf } from '../../../ui/form';
import { Vi, viOn } from '../../../vietnamese';
import type { Desk } from '../desk';

/** The name of the boxes. */
export const CHOSEN = 'mediatorIds';

interface TableProps {
  c: Page;
  desk: Pick<Desk, 'hands'>;
  candidates: readonly CandidateSeen[];
  chosen: ReadonlySet<string>;
  form: FormState;
}

/** Mediators with a box for each who may be named. Behind a link no phone and no title of a class is shown. */
export const CandidateTable: FC<TableProps> = ({ c, desk, candidates, chosen, form }) => {
  const language = c.get('language');
  const t = copy(language).candidates;
  const error = errorAt(form, CHOSEN);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={t.title} id={fieldId(CHOSEN)}>
      {error && <p class="error-text">{messageOf(language, error)}</p>}
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.team}</th>
            <th scope="col">{t.last}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((one) => (
            <Row c={c} one={one} isChosen={chosen.has(one.mediator.id)} reader={desk.hands.filling.reader} />
          ))}
        </tbody>
      </table>
      {candidates.some(({ state }) => state === 'no-phone') && <p class="soft">{t.noPhone}</p>}
    </div>
  );
};

interface RowProps {
  c: Page;
  one: CandidateSeen;
  isChosen: boolean;
  reader: Desk['hands']['filling']['reader'];
}

const Row: FC<RowProps> = ({ c, one, isChosen, reader }) => {
  const language = c.get('language');
  const { candidates: t, person } = copy(language);
  const { mediator, team, last, lastEvent, state } = one;
  const id = `o-chon-${mediator.id}`;
  return (
    <tr>
      <th scope="row">
        {state === 'free' ? (
          <div class="check">
            <input type="checkbox" id={id} name={CHOSEN} value={mediator.id} checked={isChosen} />
            <label for={id} lang={viOn(language)}>
              {mediator.fullName}
            </label>
          </div>
        ) : (
          <>
            <span lang={viOn(language)}>{mediator.fullName}</span>
            <br />
            <span class={state === 'no-phone' ? 'tag sun' : 'tag grey'}>{t.states[state]}</span>
          </>
        )}
      </th>
      <td data-label={t.team}>
        <Vi language={language}>{team.name}</Vi>
        <br />
        <span class="soft small">{person.teamRoles[mediator.role]}</span>
      </td>
      <td data-label={t.last}>
        {last ? shortDay(last.day) : t.never}
        {reader && lastEvent && (
          <>
            <br />
            <span class="soft small">
              <Vi language={language}>{lastEvent.title}</Vi>
            </span>
          </>
        )}
      </td>
    </tr>
  );
};
