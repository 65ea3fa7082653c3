import type { FieldError } from '../../platform/problem/problem';
import { PERSON_FIELDS } from '../person/person-fields';
import type { RowCells } from './reading/rows/parts';
import { saysNone } from './reading/values/none';
import { readPhone } from './reading/values/phone';
import type { Read } from './reading/values/value';
import { readEmail, readGender, readRole, readYes } from './reading/values/words';
import { readAge, readYear } from './reading/values/year';

type PersonColumn = keyof typeof PERSON_FIELDS;

/** The fields whose cells are not taken as they are. What is not understood is left out and said, never guessed. */
const READERS: Partial<Record<PersonColumn, (cell: string) => Read<unknown>>> = {
  email: readEmail,
  gender: readGender,
  yearOfBirth: readYear,
  teamRole: readRole,
  interpreter: (cell) => readYes('interpreter', cell),
};
/** A mark in these columns says something, if not always what. */
const MARKED: ReadonlySet<string> = new Set<PersonColumn>(['interpreter', 'gender']);
const OTHERS = (Object.keys(PERSON_FIELDS) as PersonColumn[]).filter(
  (name) => name !== 'fullName' && name !== 'phone',
);

export interface ReadParticulars {
  given: Record<string, unknown>;
  /** What refuses the row: only a name and a phone are needed. */
  errors: readonly FieldError[];
  notes: readonly FieldError[];
}

/**
 * A row's cells as `Particulars` takes them. The place is read elsewhere (`places.ts`).
 * @param exact the list is a file of our own: "-" is a text that a person typed
 */
export const readParticulars = (cells: RowCells, exact: boolean): ReadParticulars => {
  const phone = readPhone(cells.phone ?? '');
  const given: Record<string, unknown> = {
    fullName: cells.fullName ?? '',
    ...(phone.value && { phone: phone.value }),
  };
  const notes = [...phone.notes];
  for (const name of OTHERS) {
    const cell = cells[name];
    const isMark = MARKED.has(name) && /^(x+|[✓✔☑√])$/i.test(cell ?? '');
    if (!cell || (!exact && !isMark && saysNone(cell))) continue;
    const read = READERS[name]?.(cell) ?? { value: cell, notes: [] };
    if (read.value !== undefined) given[name] = read.value;
    notes.push(...read.notes);
  }
  if (cells.age && given.yearOfBirth === undefined && !saysNone(cells.age)) {
    const read = readAge(cells.age);
    if (read.value !== undefined) given.yearOfBirth = read.value;
    notes.push(...read.notes);
  }
  return { given, errors: phone.error ? [phone.error] : [], notes };
};
