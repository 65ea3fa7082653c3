import * as z from 'zod';
import { PERSON_FIELDS } from '../../events/person/person-fields';
import { BASES } from '../../events/registrations/registration';
import type { ListOptions, ListSource } from '../../events/rosters/open-list';
import type { ReadAs } from '../../events/rosters/reading/headings/read-as';
import { idOf, optional } from '../../platform/input/fields';
import { type FieldError, Problem } from '../../platform/problem/problem';
import { sheetsOfFile } from '../../platform/sheets/read-file';

/** What a column may be read as beside a field of a person. */
const OTHERS: Record<Exclude<ReadAs, keyof typeof PERSON_FIELDS>, true> = {
  familyName: true,
  givenName: true,
  otherPhone: true,
  unit: true,
  district: true,
  body: true,
  positionAndUnit: true,
  male: true,
  female: true,
  birthDay: true,
  birthMonth: true,
  birthYear: true,
  leader: true,
  deputy: true,
  mediator: true,
  age: true,
  attendance: true,
};
const NAMES = Object.keys({ ...PERSON_FIELDS, ...OTHERS }) as [ReadAs, ...ReadAs[]];
/** What a column is read as; null where it is not used. */
export const readAs = z.enum(NAMES).nullable();

/** What `readList` answered of the columns may come back as it is. */
const Columns = z
  .array(z.union([readAs, z.object({ readAs }).transform((column) => column.readAs)]))
  .max(500);

/** A part of a form is text, so a list in it is written as JSON. */
const columnsText = z
  .string()
  .max(100_000, 'too-long')
  .transform((text, context) => {
    try {
      return Columns.parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: 'columns-malformed' });
      return z.NEVER;
    }
  });

const rowNumbers = z
  .string()
  .max(100_000, 'too-long')
  .regex(/^[\d\s,]*$/, 'malformed')
  .transform((text) => new Set(text.match(/\d+/g)?.map(Number)));

/** A list of people as a form sends it. */
export const ListBody = z
  .strictObject({
    file: optional(z.file()).describe('.xlsx or .csv'),
    text: optional(z.string()).describe('Pasted from a spreadsheet, in the place of a file'),
    sheet: optional(z.string().max(200)).describe('The sheet of the file, where several hold people'),
    columns: optional(columnsText).describe(
      'JSON: what each column is read as, in their order, as `readList` answers it; null is not used',
    ),
    unitId: optional(idOf('unt')).describe('The unit of new people of a list that names no units'),
    basis: optional(z.enum(BASES)).describe('`paper` where absent: they signed, and the account attests it'),
    another: optional(rowNumbers).describe(
      'Numbers of rows with the verdict `clash` whose people are others, who share the phone: `5 9`',
    ),
    nonce: optional(z.string().min(8).max(64)).describe(
      'Random: the same list sent twice with it is one import',
    ),
  })
  .superRefine(({ file, text }, context) => {
    if (!file === !text) context.addIssue({ code: 'custom', path: ['file'], message: 'file-or-text' });
  });
export type ListBody = z.output<typeof ListBody>;

export const sourceOf = async ({ file, text = '' }: ListBody): Promise<ListSource> =>
  file ? sheetsOfFile(new Uint8Array(await file.arrayBuffer())) : text;

export const optionsOf = ({
  sheet,
  columns,
  another,
}: ListBody): ListOptions & { another?: Set<number> } => ({
  sheet,
  columns,
  ...(another && { another }),
});

/** What is wrong with a list, at the field that it came in. */
export const atFieldOf = ({ file }: ListBody, errors: readonly FieldError[]): FieldError[] =>
  errors.map((error) => (error.path === 'list' ? { ...error, path: file ? 'file' : 'text' } : error));

/** The same for a list that is refused. */
export const atItsField = async <T>(body: ListBody, read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.kind, error.code, error.detail, atFieldOf(body, error.fields));
  }
};
