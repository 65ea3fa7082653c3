import type { CheckedNominee } from '../../../../functions/events/nominations/pasting/check-pasted';
import type { NominationView } from '../../../../functions/events/nominations/read';
import { isNamed } from '../../../../functions/events/registrations/nominees';
import type { Correction, Listed, OnSystem } from '../../../../functions/events/rosters/again/people';
import { type SentAgain, sentAgain } from '../../../../functions/events/rosters/again/sent-again';
import type { ListReading } from '../../../../functions/events/rosters/reading/list-reading';
import { type AgainAnswers, answerTo, otherNames, placesOf } from '../../rosters/again-answers';

/** What a list comes to once it was compared with the people whom the link named, and the answers were heard. */
export interface PastedAgain extends SentAgain {
  listed: ReadonlyMap<number, Listed>;
  /** The people who would be named but for the answers: each may take the place of a missing one. */
  newcomers: readonly Listed[];
  /** By the number of the row: whose name or phone it corrects, whose place its person takes. */
  corrected: ReadonlyMap<number, Correction>;
  exchanged: ReadonlyMap<number, OnSystem>;
  /** Rows that wait for an answer whether they are a person whom the link named. */
  open: ReadonlySet<number>;
}

/** The registered person of nearly the same name, if this link named them: others it may not correct. */
const alikeOf = (row: CheckedNominee, { nomination }: NominationView): Listed['alike'] =>
  row.outcome === 'refused' && row.alike?.nominationId === nomination.id ? row.alike : undefined;

const listedOf = (row: CheckedNominee, view: NominationView): Listed | undefined => {
  const alike = alikeOf(row, view);
  if (!row.person || (row.outcome === 'refused' && !alike)) return undefined;
  const { fullName, phone, yearOfBirth } = row.person;
  const known = 'registration' in row ? row.registration : undefined;
  return { row: row.row, fullName, phone, place: '', yearOfBirth, known, alike };
};

export const pastedAgain = (
  rows: readonly CheckedNominee[],
  view: NominationView,
  { answers, reading }: { answers: AgainAnswers; reading: Pick<ListReading, 'rows'> },
): PastedAgain => {
  const all = rows.flatMap((row) => listedOf(row, view) ?? []);
  const usable = new Set(all.map(({ row }) => row));
  const people = view.people.filter(isNamed);
  const onSystem = people.map((one): OnSystem => ({ ...one, place: '', byList: true }));
  const again = sentAgain(all, onSystem, otherNames(reading, usable));
  const answered = again.corrections.map((one) => ({ one, answer: answerTo(one, answers) }));
  const corrected = new Map(
    answered.flatMap(({ one, answer }) => (answer === 'same' ? [[one.row, one] as const] : [])),
  );
  const open = new Set(answered.flatMap(({ one, answer }) => (one.open && !answer ? [one.row] : [])));
  const newcomers = all.filter(({ row, known }) => !known && !corrected.has(row) && !open.has(row));
  const isNew = new Set(newcomers.map(({ row }) => row));
  const exchanged = new Map([...placesOf(answers, again.missing)].filter(([row]) => isNew.has(row)));
  return {
    ...again,
    listed: new Map(all.map((one) => [one.row, one])),
    newcomers,
    corrected,
    exchanged,
    open,
  };
};
