import { putTombstones } from '../events/person/forgotten';
import type { Db } from '../platform/store/db';
import { type ForgettingNote, forgettingKey, forgettings } from './forgetting';

/**
 * Begins everything anew that was forgotten, in tables that are restored: the people who were forgotten since that
 * moment are in them again. The notes lie beside the tables. The clock of the system that works on these tables does
 * the rest.
 * @param dueAt from when the clock may begin
 * @returns how many people
 */
export const replayForgotten = async (
  db: Db,
  notes: readonly ForgettingNote[],
  dueAt: string,
): Promise<number> => {
  for (const note of notes) {
    await putTombstones({ db }, note.hashes, note.at);
    await db.put(forgettings, {
      ...note,
      ...forgettingKey(note.sk),
      state: 'running',
      count: 0,
      open: 'forgetting',
      dueAt,
    });
  }
  return notes.length;
};
