import { accentsChange } from '../../../../functions/events/rosters/again/names';
import type { Correction, Listed, OnSystem } from '../../../../functions/events/rosters/again/people';
import { type SentAgain, sentAgain } from '../../../../functions/events/rosters/again/sent-again';
import type { PlannedRow } from '../../../../functions/events/rosters/plan-import';
import type { ListReading } from '../../../../functions/events/rosters/reading/list-reading';
import { type AgainAnswers, answerTo, otherNames, placesOf } from '../../../parts/rosters/again-answers';
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

/** How rows are planned once it is known whom they correct. */
type PlanCorrected = (corrects: ReadonlyMap<number, string>) => AsyncIterable<PlannedRow>;

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
  const places = new Set<string | undefined>();
  const phones = new Set<string>();
  const lookAtAnswered = (
    planned: PlannedRow,
    correction: Correction | undefined,
    corrected: PlannedRow | undefined,
  ): boolean => {
    const { row } = planned;
    const answer = correction && answerTo(correction, answers);
    if (correction && answer === 'same' && corrected?.outcome === 'refused') lookAt(seen, corrected, wanted);
    else if (correction && answer === 'same') {
      const person = withUnit(planned.person as Person, fallback);
      const also = corrected?.outcome === 'changed' ? { also: corrected } : {};
      lookAt(seen, { outcome: 'corrects', row, person, correction, ...also }, wanted);
    } else if (correction?.open && !answer) seen.open++;
    else return false;
    return true;
  };
  return {
    /** The units and bodies that the list names: of people who are registered, the ones on file. */
    places,
    /** The phones of people who are not recognised. */
    phones,
    take: (row: PlannedRow): void => {
      const listed = listedOf(row);
      if (row.person?.unitId || row.person?.bodyId) {
        const { unitId, bodyId } = 'registration' in row ? row.registration : row.person;
        places.add(unitId).add(bodyId);
      }
      if (listed) all.push(listed);
      if (listed && !listed.known) phones.add(listed.phone);
      if (mayBeMore(listed)) later.push(row);
      else lookAt(seen, row, wanted);
    },
    end: async (
      onSystem: readonly OnSystem[],
      reading: Pick<ListReading, 'rows'>,
      planCorrected: PlanCorrected,
    ): Promise<Again> => {
      const listed = new Map(all.map((one) => [one.row, one]));
      const again = sentAgain(all, onSystem, otherNames(reading, listed));
      const corrections = new Map(again.corrections.map((one) => [one.row, one]));
      const same = again.corrections.filter((one) => answerTo(one, answers) === 'same');
      const corrected = new Map<number, PlannedRow>();
      for await (const one of planCorrected(new Map(same.map(({ row, of }) => [row, of.id]))))
        corrected.set(one.row, one);
      const taken = placesOf(answers, again.missing);
      const newcomers: Listed[] = [];
      for (const one of later) {
        const { row } = one;
        if (lookAtAnswered(one, corrections.get(row), corrected.get(row))) continue;
        const person = withUnit(one.person as Person, fallback);
        // Said to be another person than the one of nearly the same name.
        const now: PlannedRow = one.outcome === 'refused' ? { row, person, outcome: 'new' } : one;
        if (now.outcome === 'new') newcomers.push(listed.get(row)!);
        const place = now.outcome === 'new' && taken.get(row);
        lookAt(seen, place ? { outcome: 'exchanges', row, person, place } : now, wanted);
      }
      return { ...again, listed, newcomers };
    },
  };
};

const withUnit = (person: Person, fallback: string | undefined): Person =>
  person.unitId || person.bodyId ? person : { ...person, unitId: fallback };
