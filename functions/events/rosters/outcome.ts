import type { FieldError, Problem } from '../../platform/problem/problem';
import type { Particulars } from '../person/person-fields';
import type { Registration } from '../registrations/registration';
import type { ReadPlace } from './places/place-reader';

/** What a person is recognised by, and where they belong. */
export type Identity = Pick<Particulars, 'fullName' | 'phone'> & Partial<Pick<Particulars, 'unitId'>>;

/** One row of a list, as it was read. */
export interface ReadRow<P> {
  /** Its number in the list, from 1. */
  row: number;
  /** Absent where a cell cannot be read. */
  person?: P;
  /** Why the row is refused. An error of the row as a whole has an empty path. */
  errors: readonly FieldError[];
  /** What a person should look at, although the row can be used: a cell that was left out, a second number. */
  notes?: readonly FieldError[];
  /** The row as it was written, where it cannot be read. */
  cells?: readonly string[];
  /** What the row says of its place, where it may be another one for a person on file. */
  place?: Pick<ReadPlace, 'named' | 'refused' | 'note'>;
  /** The sender said that this is not the person of nearly the same name on the same phone. */
  another?: boolean;
  /** The same was said of a row below, which may be written first. */
  besideAnother?: boolean;
  /**
   * The sender said that this is the person of that registration, with a corrected name or phone. `UNANSWERED`: it was
   * asked about and not answered, so it is not written if it is a new person.
   */
  corrects?: string;
  /** The registration whose place the person takes, as the sender said. */
  instead?: string;
}

export const UNANSWERED = '?';

/**
 * What will be done with a row that can be used.
 * @typeParam P the person as the row describes them
 * @typeParam W the person as they will be written
 */
export type Accepted<P, W = P> =
  | { outcome: 'new'; person: W }
  /** `fields`: where the row differs from the record. */
  | { outcome: 'changed'; person: P; correction: W; registration: Registration; fields: readonly string[] }
  | { outcome: 'unchanged'; person: P; registration: Registration }
  /** Was registered, then cancelled, declined or replaced. */
  | { outcome: 'left'; person: P; registration: Registration };

export interface RefusedRow<P> extends ReadRow<P> {
  outcome: 'refused';
  cells: readonly string[];
  /** A registered person on the same phone who may be the same one: why the row is asked about. */
  alike?: Registration;
}

/** What will be done with a row, decided before anything is written. */
export type CheckedRow<P, W = P> =
  | (Pick<ReadRow<P>, 'row' | 'notes' | 'instead'> & { apart?: boolean } & Accepted<P, W>)
  | RefusedRow<P>;

/** What was done with a row. `exchanged`: the person has taken the place of another. `unsent`: there was no time, or the answer was lost; sending it again is safe. */
export interface WrittenRow<P> extends ReadRow<P> {
  outcome: 'registered' | 'exchanged' | 'corrected' | 'unchanged' | 'left' | 'refused' | 'unsent';
  registration?: Pick<Registration, 'id' | 'status' | 'code'>;
}

/** An error that concerns the row as a whole. */
export const ofWholeRow = (code: string, detail?: Problem['detail']): FieldError => ({
  path: '',
  code,
  ...(detail && { detail }),
});
