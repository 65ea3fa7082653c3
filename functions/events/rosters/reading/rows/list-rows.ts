import type { FieldError } from '../../../../platform/problem/problem';
import type { Cell, SheetRow } from '../../../../platform/sheets/sheet';
import type { ListColumn } from '../headings/columns';
import type { ReadAs } from '../headings/read-as';
import { saysNone } from '../values/none';
import { note } from '../values/value';
import { unitsOfBlocks } from './blocks';
import { isDitto } from './ditto';
import type { ListRow } from './list-row';
import { joined, type PartCells } from './parts';
import type { SortedRow } from './sort-rows';

/** What a row says, cell by cell. */
export const textsOf = ({ cells }: SheetRow): string[] =>
  cells.map(({ text, covered }) => (covered === 'left' ? '' : text));

/** Where words for none are as good as an empty cell before the rows are compared. */
const PLACES = new Set<ReadAs>(['unit', 'district', 'body']);

interface Reading {
  used: readonly ListColumn[];
  exact: boolean;
  isHeaded: boolean;
  /** Texts in an old font, as they were written, by their cell. */
  was: ReadonlyMap<Cell, string>;
}

/** The people among the rows of a list, with what is repeated or written once for several of them. */
export const listRows = (
  sorted: readonly SortedRow[],
  { used, exact, isHeaded, was }: Reading,
): ListRow[] => {
  const above: string[] = [];
  const rows = sorted.flatMap((one): ListRow[] => {
    if (one.kind !== 'person') return [];
    const parts: Partial<Record<ReadAs, string[]>> = {};
    const notes: FieldError[] = [];
    for (const { at, readAs } of used) {
      const cell = one.row.cells[at];
      if (!readAs || !cell) continue;
      if (was.has(cell)) notes.push(note(fieldOf(readAs), 'old-font', { said: was.get(cell)! }));
      if (cell.uncalculated) notes.push(note(fieldOf(readAs), 'formula-empty'));
      const repeated = !exact && readAs !== 'fullName' && isDitto(cell.text);
      const text = cell.covered === 'left' ? '' : repeated ? (above[at] ?? '') : cell.text;
      above[at] = text;
      const isNone = PLACES.has(readAs) && saysNone(text);
      if (text && !isNone) parts[readAs] = [...(parts[readAs] ?? []), text];
    }
    const cells = joined(parts as PartCells);
    const { unit, district, teamName } = one.group;
    const own = cells.unit || cells.district || cells.body;
    const whole = {
      ...cells,
      ...(!own && unit && { unit }),
      ...(!own && district && { district }),
      ...(!cells.teamName && teamName && { teamName }),
    };
    return [{ row: one.row.row, written: textsOf(one.row), cells: whole, notes }];
  });
  return exact || !isHeaded ? rows : unitsOfBlocks(rows);
};

const FIELD: Partial<Record<ReadAs, string>> = {
  familyName: 'fullName',
  givenName: 'fullName',
  otherPhone: 'phone',
  birthDay: 'yearOfBirth',
  birthMonth: 'yearOfBirth',
  birthYear: 'yearOfBirth',
  age: 'yearOfBirth',
  leader: 'teamRole',
  deputy: 'teamRole',
  mediator: 'teamRole',
  male: 'gender',
  female: 'gender',
  unit: 'unitId',
  district: 'unitId',
  body: 'bodyId',
  attendance: 'online',
  positionAndUnit: 'position',
};
const fieldOf = (readAs: ReadAs): string => FIELD[readAs] ?? readAs;
