import type { FC } from 'hono/jsx';
import type { Correction, Listed, OnSystem } from '../../../functions/events/rosters/again/people';
import type { SentAgain } from '../../../functions/events/rosters/again/sent-again';
import { showPhone } from '../../../functions/platform/text/phone';
import { copy, type Language } from '../../copy/copy';
import { freshForm, type Option, Select } from '../../ui/form';
import { type AgainAnswers, answerTo, OTHER } from './again-answers';
import { FIELD } from './choices';

/** As many questions, missing people and substitutes as a page shows. */
const MOST = { corrections: 100, missing: 50, substitutes: 30 };

export interface AgainProps {
  language: Language;
  again: SentAgain;
  answers: AgainAnswers;
  /** The people of the list by the number of their row. */
  listed: ReadonlyMap<number, Listed>;
  /** The people who would be registered: each may take the place of a missing person. */
  newcomers: readonly Listed[];
}

/** What a list that is sent again corrects, and which registered people are missing from it. Stands within the form that sends the list on. */
export const SentAgainFields: FC<AgainProps> = (props) => (
  <>
    <Corrections {...props} />
    <Missing {...props} />
  </>
);

const Corrections: FC<AgainProps> = ({ language, again: { corrections }, answers, listed }) => {
  const t = copy(language).lists.again;
  if (corrections.length === 0) return null;
  const shown = corrections.slice(0, MOST.corrections);
  const rest = corrections.slice(MOST.corrections);
  const open = rest.filter((one) => one.open && answerTo(one, answers) === undefined).length;
  return (
    <fieldset class="form">
      <legend>{t.title}</legend>
      <p class="soft">{t.lead}</p>
      {shown.map((one) => (
        <Question one={one} listed={listed.get(one.row)!} language={language} answers={answers} />
      ))}
      {rest.map((one) => {
        const answer = answerTo(one, answers);
        const value = answer === 'same' ? one.of.id : answer === 'other' ? OTHER : '';
        return (value || one.open) && <input type="hidden" name={FIELD.same + one.row} value={value} />;
      })}
      {open > 0 && <p>{t.more(open)}</p>}
    </fieldset>
  );
};

const Question: FC<{ one: Correction; listed: Listed; language: Language; answers: AgainAnswers }> = ({
  one,
  listed,
  language,
  answers,
}) => {
  const { lists, nominations } = copy(language);
  const t = lists.again;
  const { of, row } = one;
  const answer = answerTo(one, answers);
  const value = answer === 'same' ? of.id : answer === 'other' ? OTHER : '';
  const phones = [of.phone, listed.phone].map(showPhone) as [string, string];
  const same = one.what === 'phone' ? t.phone(...phones) : t.name(of.fullName, listed.fullName);
  // A recognised person cannot be another; the name on file stays where nothing is chosen.
  const options: Option[] = [
    { value: of.id, label: same },
    ...(one.open ? [{ value: OTHER, label: t.other }] : []),
  ];
  return (
    <Select
      form={freshForm(language, { [FIELD.same + row]: value })}
      name={FIELD.same + row}
      label={`${nominations.row} ${row}: ${listed.fullName}, ${showPhone(listed.phone)}`}
      hint={t.was(of.fullName, showPhone(of.phone))}
      empty={one.open ? t.choose : t.keepName(of.fullName)}
      options={options}
    />
  );
};

const Missing: FC<AgainProps> = ({ language, again: { missing }, answers, newcomers }) => {
  const t = copy(language).lists.again;
  if (missing.length === 0) return null;
  const shown = missing.slice(0, MOST.missing);
  return (
    <fieldset class="form">
      <legend>{t.missingTitle(missing.length)}</legend>
      {newcomers.length > 0 && <p class="soft">{t.missingLead}</p>}
      {newcomers.length > 0 ? (
        shown.map((one) => (
          <Select
            form={freshForm(language, {
              [FIELD.instead + one.id]: answers.instead.get(one.id)?.toString(),
            })}
            name={FIELD.instead + one.id}
            label={t.instead(one.fullName, showPhone(one.phone))}
            empty={t.nobody}
            options={substitutesFor(one, newcomers, answers).map(({ row, fullName }) => ({
              value: String(row),
              label: t.row(row, fullName),
            }))}
          />
        ))
      ) : (
        <ul>
          {shown.map(({ fullName, phone }) => (
            <li>
              {fullName}, <span class="nowrap">{showPhone(phone)}</span>
            </li>
          ))}
        </ul>
      )}
      {missing.length > shown.length && <p>{t.missingMore(missing.length - shown.length)}</p>}
    </fieldset>
  );
};

/** The people of the same place first; the one who was chosen is among them. */
const substitutesFor = (
  { id, place }: OnSystem,
  newcomers: readonly Listed[],
  { instead }: AgainAnswers,
): Listed[] => {
  const chosen = instead.get(id);
  const rank = (one: Listed) => (one.row === chosen ? 0 : one.place === place ? 1 : 2);
  return newcomers.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST.substitutes);
};
