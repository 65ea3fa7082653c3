import { type ForgetReason, privacyTable } from '../events/person/forgotten';
import { table } from '../platform/store/table';
import type { Person } from './person/gather';

/** A person who is being forgotten, or was. Once it is done it holds ids, hashes and numbers, and nothing personal. */
export interface Forgetting {
  pk: 'forgetting';
  /** The id. */
  sk: string;
  /** The account that decided it. */
  who: string;
  reason: ForgetReason;
  at: string;
  /** The registrations of the person, and the hashes by which they are known again. */
  ids: readonly string[];
  /** Their records in the register; notes of before it have none. */
  mediatorIds?: readonly string[];
  hashes: readonly string[];
  /** Until it is done: what tells the person in a text. */
  person?: Person;
  /** `again`: all was removed once, and is looked at once more. */
  state: 'running' | 'again' | 'done';
  /** The step that comes next; absent at the beginning. */
  next?: string;
  /** The events whose signed letters may name the person: a human looks at them. */
  events?: readonly string[];
  /** How many things lost what they said of the person. */
  count: number;
  doneAt?: string;
  /** Index key while there is something left to do. */
  open?: 'forgetting';
  /** From when the clock may carry it on. */
  dueAt?: string;
  by?: string;
}

export const forgettings = table<Forgetting>(privacyTable);
export const forgettingKey = (id: string) => ({ pk: 'forgetting' as const, sk: id });

/** What is kept of it beside the tables, so that a restore of the tables repeats it. */
export type ForgettingNote = Pick<
  Forgetting,
  'sk' | 'who' | 'reason' | 'at' | 'ids' | 'mediatorIds' | 'hashes'
>;

const FOLDER = 'forgotten';
export const noteKey = (id: string): string => `${FOLDER}/${id}.json`;
export const NOTES = `${FOLDER}/`;
