import * as z from 'zod';
import { saysNone } from '../../events/rosters/reading/values/none';
import { readPhone } from '../../events/rosters/reading/values/phone';
import { readGender, readRole } from '../../events/rosters/reading/values/words';
import { readYear } from '../../events/rosters/reading/values/year';
import { parse } from '../../platform/input/parse';
import { type FieldError, Problem } from '../../platform/problem/problem';
import type { TableRow } from '../../platform/sheets/headed-table';
import { typedDate } from '../../platform/time/typed';
import { MediatorInput } from '../mediators/mediator';
import { BeginInput } from '../mediators/steps';
import type { MediatorColumn } from './columns';

/** A mediator as a row says them, without the team. */
const Person = MediatorInput.omit({ teamId: true });
const RowInput = z.strictObject({ ...Person.shape, begin: BeginInput });
export type RowInput = z.output<typeof RowInput>;

/** The decision that recognised the people of a list, for rows that name none. */
export interface DefaultDecision {
  number?: string | undefined;
  on?: string | undefined;
}

export interface ReadMediator {
  input?: RowInput;
  /** What the cell says of the ethnic origin; it is kept with a consent alone. */
  ethnicity?: string;
  errors: readonly FieldError[];
  /** What a person should see of cells that were read in part. */
  notes: readonly FieldError[];
}

/** "Số 12/QĐ-UBND, ngày 01/02/2021" in one cell. */
const ONE_CELL =
  /^(.+?)[\s,;(]*(?:ngày\s*)?(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})\)?$/iu;

/** "QĐ số 12/QĐ-UBND": the number begins behind these words. */
const BEFORE_NUMBER = /^(?:(?:qđ|quyết định)\s+)?(?:số\s*:?\s*)?(?=\S*\d)/iu;

const decisionIn = ({ number, on }: TableRow<MediatorColumn>['cells'], given: DefaultDecision) => {
  const both = number && !on ? ONE_CELL.exec(number.normalize('NFC')) : null;
  const [said, day] = both ? [both[1], both[2]] : [number, on];
  const isNone = !said || saysNone(said);
  return {
    number: isNone ? given.number : said.replace(BEFORE_NUMBER, ''),
    on: day ? typedDate(day) : (given.on ?? ''),
  };
};

/** Reads the cells of one row. What is wrong is said of each cell; nothing is guessed. Pure. */
export const readMediatorRow = (
  { cells }: TableRow<MediatorColumn>,
  given: DefaultDecision,
): ReadMediator => {
  const notes: FieldError[] = [];
  const said = (text: string | undefined) => (text && !saysNone(text) ? text : undefined);
  const phone = said(cells.phone) === undefined ? undefined : readPhone(cells.phone!);
  const year = said(cells.yearOfBirth) === undefined ? undefined : readYear(cells.yearOfBirth!);
  const gender = said(cells.gender) === undefined ? undefined : readGender(cells.gender!);
  // A list with one column "Chức vụ" writes the role into it.
  const role = [cells.role, cells.position].flatMap((text) => (text ? (readRole(text).value ?? []) : []))[0];
  const position = [cells.position, cells.role].find((text) => said(text) && !readRole(text!).value);
  for (const read of [phone, year, gender]) notes.push(...(read?.notes ?? []));
  const { number, on } = decisionIn(cells, given);
  const ethnicity = said(cells.ethnicity);
  try {
    const input = parse(RowInput, {
      fullName: cells.fullName ?? '',
      phone: phone?.value,
      gender: gender?.value,
      yearOfBirth: year?.value,
      qualification: said(cells.qualification),
      role,
      position,
      begin: { state: 'recognised', number, on },
    });
    return { input, ...(ethnicity && { ethnicity }), errors: phone?.error ? [phone.error] : [], notes };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { errors: [...error.fields, ...(phone?.error ? [phone.error] : [])], notes };
  }
};
