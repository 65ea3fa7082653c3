import type { Body } from '../../../directory/bodies/body';
import { lineage } from '../../../directory/units/list';
import type { Unit } from '../../../directory/units/unit';
import { unitLine } from '../../../directory/units/words';
import type { FieldError } from '../../../platform/problem/problem';

/** Errors that a person can answer by choosing a place, where there are any to choose from. */
type AskedCode = 'unit-unknown' | 'unit-ambiguous' | 'unit-split' | 'body-unknown';

/** A place that may be meant. */
export interface SuggestedPlace {
  id: string;
  label: string;
}

/** A unit with what it lies in, so that two of one name can be told apart. */
export const suggestedUnit = (inForce: readonly Unit[], { id }: Unit): SuggestedPlace => ({
  id,
  label: unitLine(lineage(inForce, id)),
});

export const suggestedBody = ({ id, name }: Body): SuggestedPlace => ({ id, label: name });

/**
 * The error of a text that may mean one of several places: it carries them, so that a page can ask.
 * @param said all that the row says of its place; the answer is kept by it
 */
export const askedPlace = (code: AskedCode, said: string, places: readonly SuggestedPlace[]): FieldError => {
  const [first] = places;
  if (!first) return { path: 'unitId', code, detail: { said } };
  const labels = places.map(({ label }) => label);
  return {
    path: 'unitId',
    code,
    detail: {
      said,
      units: labels.join('; '),
      example: first.label,
      ids: places.map(({ id }) => id).join(' '),
      labels: labels.join('\n'),
    },
  };
};

/** The question in an error, if it is one: the text, and the places that it may mean. */
export const placeAsked = ({
  detail,
}: FieldError): { said: string; places: SuggestedPlace[] } | undefined => {
  if (!detail?.ids) return undefined;
  const labels = String(detail.labels).split('\n');
  const ids = String(detail.ids).split(' ');
  return { said: String(detail.said), places: ids.map((id, i) => ({ id, label: labels[i] ?? id })) };
};
