import type { FC } from 'hono/jsx';
import type { ListSource, OpenedList } from '../../../functions/events/rosters/open-list';
import { sheetsOfFile } from '../../../functions/platform/sheets/read-file';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { type FieldSpec, type FormState, type Posted, readFile, type Values, valueAt } from '../../ui/form';

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
    [BOOK]: { as: 'custom' },
  }) satisfies Record<string, FieldSpec>;

/** A file that was sent before, in the characters of a form: a browser does not send it again by itself. */
const BOOK = 'book';

/** A list as a form sends it. */
export interface PostedList {
  source: ListSource;
  /** The file that it was read from. */
  bytes?: Uint8Array;
}

/**
 * The sheets of the chosen file, or the pasted text, or the sheets of the file that was sent before.
 * @throws Problem invalid at `file`
 */
export const readPostedList = async (c: Page, sent: Posted<'list' | typeof BOOK>): Promise<PostedList> => {
  const { list, book } = sent.fields;
  const file = await readFile(c);
  if (file && file.size > 0) return ofFile(new Uint8Array(await file.arrayBuffer()));
  if (list || !book) return { source: list ?? '' };
  return ofFile(new Uint8Array(Buffer.from(book, 'base64')));
};

const ofFile = async (bytes: Uint8Array): Promise<PostedList> => ({
  source: await sheetsOfFile(bytes),
  bytes,
});

/** What a form shows again: a browser forgets the file that was chosen, the form does not. */
export const withFile = <T extends Posted>(sent: T, { bytes }: PostedList): void => {
  if (bytes) sent.typed[BOOK] = base64(bytes);
};

/** The file that a refused form was sent with. */
export const KeptFile: FC<{ form: FormState }> = ({ form }) => {
  const book = valueAt(form, BOOK);
  return book ? (
    <>
      <input type="hidden" name={BOOK} value={book} />
      <p class="soft">{copy(form.language).lists.fileKept}</p>
    </>
  ) : null;
};

/** What was sent, with the list as text to be mended by hand. */
export const asText = (typed: Values, text: string): Values => ({ ...typed, list: text, [BOOK]: undefined });

/** Whether there is a list at all. */
export const isEmptyList = ({ source }: PostedList): boolean => typeof source === 'string' && !source.trim();

/** A list on its way from page to page: as text, or as the file where another choice may read more of it. */
export type CarriedList = { list: string } | { book: string };

/** The list travels in the form, since nothing is stored before it is confirmed: as light as its choices allow. */
export const carriedList = ({ bytes }: PostedList, { text, sheets, reading }: OpenedList): CarriedList => {
  const others = sheets.filter(({ name, people }) => people > 0 && name !== reading.sheet);
  const isWhole = !others.length && !reading.hidden.rows && !reading.hidden.columns;
  return bytes && !isWhole ? bookOf(bytes) : { list: text };
};

export const bookOf = (bytes: Uint8Array): CarriedList => ({ book: base64(bytes) });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The list in the form that sends it on. */
export const Carried: FC<{ of: CarriedList; more: Readonly<Record<string, string | undefined>> }> = ({
  of,
  more,
}) => (
  <>
    {'book' in of ? (
      <input type="hidden" name={BOOK} value={of.book} />
    ) : (
      <textarea name="list" hidden>
        {/* A browser drops the first line break of a text area, and rows keep their numbers by empty lines. */}
        {of.list.startsWith('\n') ? `\n${of.list}` : of.list}
      </textarea>
    )}
    {Object.entries(more).map(([name, value]) => value && <input type="hidden" name={name} value={value} />)}
  </>
);
