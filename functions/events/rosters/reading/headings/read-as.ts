import type { PERSON_FIELDS } from '../../../person/person-fields';

/** What a row of a list may say of a person. */
export type Column = keyof typeof PERSON_FIELDS | 'unit' | 'district' | 'body' | 'attendance';

/** A column that holds a part of what a row says; the parts are joined. */
export type Part =
  | 'familyName'
  | 'givenName'
  | 'birthDay'
  | 'birthMonth'
  | 'birthYear'
  /** The column "Nam", or "Nữ": a mark says the gender, a year says both. */
  | 'male'
  | 'female'
  /** The column "Tổ trưởng", "Tổ phó" or "Hòa giải viên": a mark says the role. */
  | 'leader'
  | 'deputy'
  | 'mediator'
  | 'age'
  | 'positionAndUnit'
  /** Used where the first number is missing. */
  | 'otherPhone';

/** What a column of a list is read as. */
export type ReadAs = Column | Part;
