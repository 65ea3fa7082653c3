import type { FC } from 'hono/jsx';
import type { ListChoices } from '../../../functions/events/rosters/read-list';
import type { ReadAs } from '../../../functions/events/rosters/reading/headings/read-as';
import { type Copy, copy } from '../../copy/copy';
import { type Posted, valueAt } from '../../ui/form';
import { answeredPlaces, PLACES, placesToCarry } from './asked-places';
import { ANOTHER, answeredRows, answerOf } from './asked-rows';

/** Names of the fields by which a form says how its list is to be read. */
export const FIELD = {
  sheet: 'sheet',
  /** The sheet whose columns the form shows. */
  columnsOf: 'columnsOf',
  /** Followed by the position of the column, from 0. */
  column: 'column.',
  hidden: 'withHidden',
  oldFont: 'oldFont',
  /** Followed by the number of a row: the registration that it corrects. */
  same: 'same.',
  /** Followed by the id of a registration: the row whose person takes its place. */
  instead: 'instead.',
} as const;

/** Values of `FIELD.oldFont`. */
export const FONT = { convert: 'convert', keep: 'keep' } as const;

/** What a column may be chosen to be, in the order of a person's own list. */
export const READ_AS = Object.keys(copy('vi').lists.columns) as (keyof Copy['lists']['columns'])[];

/** As many columns as a sheet is read of. */
const MOST_COLUMNS = 100;

/** What a form says of its list. Without it, the list is read as it is understood. */
export const choicesIn = ({ typed }: Pick<Posted, 'typed'>): ListChoices => {
  const said = (name: string) => valueAt({ values: typed }, name);
  const sheet = said(FIELD.sheet);
  const isOfSheet = (said(FIELD.columnsOf) ?? '') === (sheet ?? '');
  const columns = Array.from({ length: MOST_COLUMNS }, (_, at) => readAsOf(said(FIELD.column + at)));
  const hasColumns = isOfSheet && columns.some((readAs) => readAs !== undefined);
  return {
    another: answeredRows(typed),
    places: answeredPlaces(typed),
    ...(sheet && { sheet }),
    ...(hasColumns && { columns }),
    ...(said(FIELD.hidden) && { withHidden: true }),
    ...(said(FIELD.oldFont) === FONT.keep && { keepOldFont: true }),
  };
};

const readAsOf = (text: string | undefined): ReadAs | null | undefined =>
  text === '' ? null : READ_AS.find((one) => one === text);

/** The same choices in another form, unseen. */
export const CarriedChoices: FC<{ choices: ListChoices }> = ({ choices }) => {
  const { another, corrects, instead, places, columns, withHidden, keepOldFont, sheet } = choices;
  const fields: [string, string | undefined | false][] = [
    [ANOTHER, another && answerOf(another)],
    [PLACES, places && placesToCarry(places)],
    [FIELD.sheet, sheet],
    [FIELD.columnsOf, columns && sheet],
    [FIELD.hidden, withHidden && 'on'],
    [FIELD.oldFont, keepOldFont && FONT.keep],
    ...[...(corrects ?? [])].map(([row, id]): [string, string] => [FIELD.same + row, id]),
    ...[...(instead ?? [])].map(([row, id]): [string, string] => [FIELD.instead + id, String(row)]),
  ];
  return (
    <>
      {fields.map(([name, value]) => value && <input type="hidden" name={name} value={value} />)}
      {columns?.map(
        (readAs, at) =>
          readAs !== undefined && <input type="hidden" name={FIELD.column + at} value={readAs ?? ''} />,
      )}
    </>
  );
};
