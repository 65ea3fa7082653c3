import type { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import type { NominatedRow } from '../../../functions/events/nominations/pasting/nominate-rows';
import type { ReadRow } from '../../../functions/events/rosters/outcome';
import { copy, type Language } from '../../copy/copy';
import { messageOf } from '../../ui/form';
import type { ShownRow } from '../rosters/rows-table';

/** What is to be said of a row: its mistakes, or why it is left out. */
export const wordsOf = (
  { errors, notes = [] }: Pick<ReadRow<NomineeInput>, 'errors' | 'notes'>,
  language: Language,
): string[] =>
  [...errors, ...notes].map((e) =>
    e.code === 'already-registered' ? copy(language).nominations.known : messageOf(language, e),
  );

/** What became of a row, in a word with a colour. */
export const outcomeTag = (
  outcome: NominatedRow['outcome'],
  language: Language,
): NonNullable<ShownRow['outcome']> => {
  const { nominations: t, lists } = copy(language);
  const tags: Partial<Record<NominatedRow['outcome'], NonNullable<ShownRow['outcome']>>> = {
    registered: { tag: 'tag', word: t.done },
    reserved: { tag: 'tag sky', word: t.reserveWord },
    unchanged: { tag: 'tag grey', word: t.known },
    corrected: { tag: 'tag sky', word: lists.again.corrects },
    exchanged: { tag: 'tag sky', word: lists.again.exchanges },
    unsent: { tag: 'tag sun', word: t.unsent },
  };
  return tags[outcome] ?? { tag: 'tag lotus', word: t.notOk };
};
