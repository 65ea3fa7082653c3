import type { FC } from 'hono/jsx';
import { placeAsked, type SuggestedPlace } from '../../../functions/events/rosters/places/asked-place';
import type { PlaceAnswers } from '../../../functions/events/rosters/places/place-reader';
import type { FieldError } from '../../../functions/platform/problem/problem';
import { copy, type Language } from '../../copy/copy';
import { BUTTON, STEP } from '../../query';
import { Button, freshForm, Radios, type Values } from '../../ui/form';

/** The field by which a form says which unit or body a text of the list means. */
export const PLACES = 'noi-ghi';

/** As many different texts as a person answers at once; the others follow when these are answered. */
const MOST_ASKED = 30;
const MOST_NUMBERS = 12;

interface AskedPlace {
  said: string;
  places: readonly SuggestedPlace[];
  rows: number[];
}

/** The texts that may mean several places, each once, with the rows that have it. */
const askedPlaces = (rows: readonly { row: number; errors: readonly FieldError[] }[]): AskedPlace[] => {
  const asked = new Map<string, AskedPlace>();
  for (const { row, errors } of rows)
    for (const error of errors) {
      const question = placeAsked(error);
      if (!question) continue;
      const known = asked.get(question.said) ?? { ...question, rows: [] };
      known.rows.push(row);
      asked.set(question.said, known);
    }
  return [...asked.values()];
};

/** An answer as the form sends it: the id, then the text that it is for. */
const answerFor = (id: string, said: string) => `${id} ${said}`;

/** What was answered, from choices or from a page before. A choice of none is no answer. */
export const answeredPlaces = (typed: Values): Map<string, string> => {
  const sent = Object.entries(typed)
    .filter(([name]) => name === PLACES || name.startsWith(`${PLACES}.`))
    .flatMap(([, value]) => [value].flat().flatMap((text) => text?.split(/\r?\n/) ?? []));
  return new Map(
    sent.flatMap((text): [string, string][] => {
      const [, id, said] = /^((?:unt|bod)_\w+) (.+)$/.exec(text) ?? [];
      return id && said ? [[said, id]] : [];
    }),
  );
};

/** The answers as they travel on. */
export const placesToCarry = (answers: PlaceAnswers): string | undefined =>
  [...answers].map(([said, id]) => answerFor(id, said)).join('\n') || undefined;

interface AskedPlacesProps {
  language: Language;
  rows: readonly { row: number; errors: readonly FieldError[] }[];
}

/**
 * Asks of each text that names no unit or body exactly which one is meant, once for all rows that have it. Stands
 * within the form that sends the list on; its button shows the list again.
 */
export const AskedPlaces: FC<AskedPlacesProps> = ({ language, rows }) => {
  const t = copy(language).lists;
  const asked = askedPlaces(rows);
  if (asked.length === 0) return null;
  return (
    <section>
      <h2>{t.askedPlaces}</h2>
      <p class="soft">{t.askedPlacesThen}</p>
      {asked.slice(0, MOST_ASKED).map(({ said, places, rows: numbers }, i) => (
        <Radios
          form={freshForm(language)}
          name={`${PLACES}.${i}`}
          label={
            <>
              <strong>“{said}”</strong>{' '}
              {t.inRows(
                numbers.slice(0, MOST_NUMBERS).join(', ') + (numbers.length > MOST_NUMBERS ? ', …' : ''),
                numbers.length,
              )}
            </>
          }
          options={[
            ...places.map(({ id, label }) => ({ value: answerFor(id, said), label: t.isIt(label) })),
            { value: '', label: t.noneOfThese },
          ]}
        />
      ))}
      {asked.length > MOST_ASKED && <p>{t.moreTexts(asked.length - MOST_ASKED)}</p>}
      <Button kind="plain" name={BUTTON.step} value={STEP.preview}>
        {t.useForAll}
      </Button>
    </section>
  );
};
