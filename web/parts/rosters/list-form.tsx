import type { FC } from 'hono/jsx';
import { readSheet } from '../../../functions/events/rosters/sheet';
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

/** The first sheet of the chosen file, or the pasted text. */
export const readPostedList = async (c: Page, fields: Fields<'list'>): Promise<string> => {
  const file = await readFile(c);
  if (file && file.size > 0) return readSheet(new Uint8Array(await file.arrayBuffer()));
  return fields.list ?? '';
};

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
