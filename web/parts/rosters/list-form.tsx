import type { FC } from 'hono/jsx';
import type { ListSource } from '../../../functions/events/rosters/open-list';
import { sheetsOfFile } from '../../../functions/events/rosters/reading/grid/read-file';
import type { Page } from '../../env';
import { type FieldSpec, type Fields, readFile } from '../../ui/form';

interface ListWords {
  list: string;
  hint: string;
  file: string;
  rows: number;
}

/** A list of people: pasted from a spreadsheet, or chosen as a file. Its form sends files. */
export const listFields = ({ list, hint, file, rows }: ListWords) =>
  ({
    list: { as: 'text-area', label: list, hint, rows },
    file: { as: 'file', label: file, accept: '.xlsx,.csv' },
  }) satisfies Record<string, FieldSpec>;

/** The sheets of the chosen file, or the pasted text. */
export const readPostedList = async (c: Page, fields: Fields<'list'>): Promise<ListSource> => {
  const file = await readFile(c);
  if (file && file.size > 0) return sheetsOfFile(new Uint8Array(await file.arrayBuffer()));
  return fields.list ?? '';
};

/** Whether there is a list at all. */
export const isEmptyList = (source: ListSource): boolean => typeof source === 'string' && !source.trim();

/** The list travels from page to page in the form: nothing is stored before it is confirmed. */
export const CarriedList: FC<{ list: string; more: Readonly<Record<string, string | undefined>> }> = ({
  list,
  more,
}) => (
  <>
    <textarea name="list" hidden>
      {list}
    </textarea>
    {Object.entries(more).map(([name, value]) => value && <input type="hidden" name={name} value={value} />)}
  </>
);
