import { accentsChange } from '../../../../functions/events/rosters/again/names';
import type { Correction, Listed, OnSystem } from '../../../../functions/events/rosters/again/people';
import { type SentAgain, sentAgain } from '../../../../functions/events/rosters/again/sent-again';
import type { PlannedRow } from '../../../../functions/events/rosters/plan-import';
import { type AgainAnswers, answerTo, placesOf } from '../../../parts/rosters/again-answers';
import { listedOf, lookAt, type Person, type Seen, type Wanted } from './look';

/** What is known of a list once it was compared with the people who are registered. */
export interface Again extends SentAgain {
  listed: ReadonlyMap<number, Listed>;
  /** The people who would be registered but for the answers: each may take the place of a missing one. */
  newcomers: readonly Listed[];
}

/** Rows on which the comparison with the registered people may tell more; the others are as they are planned. */
const mayBeMore = (listed: Listed | undefined): boolean =>
  listed !== undefined &&
  (!listed.known || accentsChange(listed.known.fullName, listed.fullName) !== undefined);

interface Looking {
  seen: Seen;
  wanted: Wanted;
  answers: AgainAnswers;
  /** The unit of new people who name none. */
  fallback?: string | undefined;
}

/** Takes the planned rows of a list one by one, then says what a list that is sent again corrects and leaves out. */
export const lookingAgain = ({ seen, wanted, answers, fallback }: Looking) => {
  const all: Listed[] = [];
  const later: PlannedRow[] = [];
  const lookAtAnswered = (planned: PlannedRow, correction: Correction | undefined): boolean => {
    const { row } = planned;
    const person = withUnit(planned.person as Person, fallback);
    const answer = correction && answerTo(correction, answers);
    if (correction && answer === 'same')
      lookAt(seen, { outcome: 'corrects', row, person, correction }, wanted);
    else if (correction?.open && !answer) seen.open++;
    else return false;
    return true;
  };
  return {
    take: (row: PlannedRow): void => {
      const listed = listedOf(row);
      if (listed) all.push(listed);
      if (mayBeMore(listed)) later.push(row);
      else lookAt(seen, row, wanted);
    },
    end: (onSystem: readonly OnSystem[]): Again => {
      const again = sentAgain(all, onSystem);
      const corrections = new Map(again.corrections.map((one) => [one.row, one]));
      const places = placesOf(answers, again.missing);
      const listed = new Map(all.map((one) => [one.row, one]));
      const newcomers: Listed[] = [];
      for (const planned of later) {
        const { row } = planned;
        if (lookAtAnswered(planned, corrections.get(row))) continue;
        const person = withUnit(planned.person as Person, fallback);
        // Said to be another person than the one of nearly the same name.
        const now: PlannedRow = planned.outcome === 'refused' ? { row, person, outcome: 'new' } : planned;
        if (now.outcome === 'new') newcomers.push(listed.get(row)!);
        const place = now.outcome === 'new' && places.get(row);
        lookAt(seen, place ? { outcome: 'exchanges', row, person, place } : now, wanted);
      }
      return { ...again, listed, newcomers };
    },
  };
};

const withUnit = (person: Person, fallback: string | undefined): Person =>
  person.unitId || person.bodyId ? person : { ...person, unitId: fallback };
