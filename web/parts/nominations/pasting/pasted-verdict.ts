import type { CheckedNominee } from '../../../../functions/events/nominations/pasting/check-pasted';
import type { RowPlace } from '../../../../functions/events/nominations/pasting/list-room';
import type { Correction } from '../../../../functions/events/rosters/again/people';
import { showPhone } from '../../../../functions/platform/text/phone';
import { copy, type Language } from '../../../copy/copy';
import { wordsOf } from '../row-words';
import type { PastedAgain } from './pasted-again';
import type { Said } from './pasted-rows';

interface VerdictProps {
  again: PastedAgain;
  /** Where the new people go. */
  places: ReadonlyMap<number, RowPlace>;
  /** Those beyond the quota are to be kept in reserve. */
  keepsReserve: boolean;
  language: Language;
}

/** What will be done with a row, in a word with a colour, and what is to be said of it. */
export const verdictOf = ({ again, places, keepsReserve, language }: VerdictProps) => {
  const { nominations: t, lists } = copy(language);
  const { corrected, exchanged, open, listed } = again;
  const notOk = { tag: 'tag lotus', word: t.notOk };
  return (row: CheckedNominee): Said => {
    const [correction, place] = [corrected.get(row.row), exchanged.get(row.row)];
    const isRefused = row.outcome === 'refused' && !listed.has(row.row);
    if (isRefused) return { outcome: notOk, words: wordsOf(row, language) };
    const notes = wordsOf({ errors: [], ...(row.notes && { notes: row.notes }) }, language);
    if (correction)
      return {
        outcome: { tag: 'tag sky', word: lists.again.corrects },
        words: [changeOf(correction, row, language)],
      };
    if (place)
      return {
        outcome: { tag: 'tag sky', word: lists.again.exchanges },
        words: [lists.again.takesPlaceOf(place.fullName), ...notes],
      };
    if (open.has(row.row)) return { outcome: { tag: 'tag sun', word: t.askedTag }, words: [] };
    if (row.outcome === 'unchanged') return { outcome: { tag: 'tag grey', word: t.known }, words: [] };
    const goesTo = places.get(row.row);
    if (goesTo === 'seat') return { outcome: { tag: 'tag', word: t.ok }, words: notes };
    if (goesTo === 'reserve' && keepsReserve)
      return { outcome: { tag: 'tag sky', word: t.reserveWord }, words: notes };
    const beyond = { tag: 'tag sun', word: t.beyond };
    return { outcome: beyond, words: goesTo === 'reserve' ? [t.mayReserve] : [t.reserveFull] };
  };
};

/** "Sửa tên … thành …" */
const changeOf = ({ what, of }: Correction, { person }: CheckedNominee, language: Language): string => {
  const t = copy(language).lists.again;
  return what === 'phone'
    ? t.phoneWords(showPhone(of.phone), showPhone(person?.phone ?? ''))
    : t.nameWords(of.fullName, person?.fullName ?? '');
};
