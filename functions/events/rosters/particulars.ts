import type { FieldError } from '../../platform/problem/problem';
import { plain } from '../../platform/text/text';
import type { ListRow } from './rows';

const GENDER: Record<string, string> = {
  nu: 'female',
  female: 'female',
  nam: 'male',
  male: 'male',
  khac: 'other',
  other: 'other',
};
const ROLE: Record<string, string> = {
  'to truong': 'leader',
  'to pho': 'deputy',
  'pho to truong': 'deputy',
  'hoa giai vien': 'mediator',
  'thanh vien': 'mediator',
  'to vien': 'mediator',
  khong: 'none',
};

/** What a row says of a person, as `Particulars` takes it; where they come from is read apart. */
export interface SaidOf {
  given: Record<string, unknown>;
  /** Words that mean nothing here are named, never guessed at: nobody would see the guess. */
  errors: FieldError[];
}

export const particularsIn = ({
  unit: _unit,
  district: _district,
  body: _body,
  // A unit's own list says it; an office's list goes by the hall.
  attendance: _attendance,
  ...said
}: ListRow['said']): SaidOf => {
  const { phone, gender, yearOfBirth, teamRole, interpreter, ...text } = said;
  const errors: FieldError[] = [];
  const read = <T>(path: string, code: string, cell: string | undefined, value?: T) => {
    if (cell && value === undefined) errors.push({ path, code, detail: { said: cell } });
    return value === undefined ? {} : { [path]: value };
  };
  const given = {
    ...text,
    phone: phone ? restoreZero(phone) : '',
    fullName: said.fullName ?? '',
    ...read('gender', 'gender-unknown', gender, gender && GENDER[plain(gender)]),
    ...read('yearOfBirth', 'birth-unreadable', yearOfBirth, yearOfBirth && yearIn(yearOfBirth)),
    ...read('teamRole', 'role-unknown', teamRole, teamRole && ROLE[plain(teamRole)]),
    ...(interpreter && { interpreter: !plain(interpreter).startsWith('khong') }),
  };
  return { given, errors };
};

/** Excel drops the zero that a phone number begins with. */
const restoreZero = (phone: string): string => {
  const digits = phone.replace(/\D/g, '');
  return /^[35789]\d{8}$/.test(digits) ? `0${digits}` : phone;
};

const YEAR = /^\d{4}$/;
/** As people write a day or a month, or as Excel and our own reading of its files write a day. */
const DAY = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/;
const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;

/** The year of "1968" or of a day that there was; a day that there was not is a slip, whose year nobody knows. */
const yearIn = (typed: string): number | undefined => {
  if (YEAR.test(typed)) return Number(typed);
  const [, d = '1', m, y] = DAY.exec(typed) ?? [];
  const [, year = y, month = m, day = d] = ISO_DAY.exec(typed) ?? [];
  // A day too many runs over into another month.
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 ? Number(year) : undefined;
};
