import type { Correction, OnSystem } from '../../../functions/events/rosters/again/people';
import { UNANSWERED } from '../../../functions/events/rosters/outcome';
import type { ListChoices } from '../../../functions/events/rosters/read-list';
import type { ListReading } from '../../../functions/events/rosters/reading/list-reading';
import type { Posted, Values } from '../../ui/form';
import { choicesIn, FIELD } from './choices';

/** The answer "this is another person"; "the same" is the id of the registration. */
export const OTHER = 'other';

/** What a person said of the rows that may be corrections, and of the people who are missing. */
export interface AgainAnswers {
  /** By the number of the row: the id of the registration that it corrects, `OTHER`, or nothing. */
  same: ReadonlyMap<number, string>;
  /** By the id of a registration: the row whose person takes its place. */
  instead: ReadonlyMap<string, number>;
}

const textsBehind = (typed: Values, prefix: string): [string, string][] =>
  Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), [value].flat()[0] ?? ''] as const] : [],
  ) as [string, string][];

export const againAnswers = ({ typed }: Pick<Posted, 'typed'>): AgainAnswers => ({
  same: new Map(textsBehind(typed, FIELD.same).map(([row, said]) => [Number(row), said])),
  instead: new Map(
    textsBehind(typed, FIELD.instead).flatMap(([id, row]) =>
      Number(row) > 0 ? [[id, Number(row)] as const] : [],
    ),
  ),
});

/** What a form says of its list, with the answers: what is written. */
export const choicesToWrite = (sent: Pick<Posted, 'typed'>): ListChoices => {
  const choices = choicesIn(sent);
  const { same, instead } = againAnswers(sent);
  const answered = [...same];
  const others = answered.flatMap(([row, said]) => (said === OTHER ? [row] : []));
  return {
    ...choices,
    another: new Set([...(choices.another ?? []), ...others]),
    corrects: new Map(
      answered.filter(([, said]) => said !== OTHER).map(([row, said]) => [row, said || UNANSWERED]),
    ),
    instead: new Map([...instead].map(([id, row]) => [row, id])),
  };
};

export type Answer = 'same' | 'other' | undefined;

/** The answer to a correction: what was said, or else what is certain. */
export const answerTo = ({ row, of, sure }: Correction, { same }: AgainAnswers): Answer => {
  const said = same.get(row);
  if (said === undefined) return sure ? 'same' : undefined;
  return said === of.id ? 'same' : said === OTHER ? 'other' : undefined;
};

/** A row that was chosen for two people, or that is a correction itself. */
export const chosenTwice = ({ instead, same }: AgainAnswers): number | undefined => {
  const rows = [...instead.values()];
  const isCorrection = (row: number) => Boolean(same.get(row)) && same.get(row) !== OTHER;
  return rows.find((row, i) => rows.indexOf(row) !== i || isCorrection(row));
};

/** The names in the rows of a list that are not among these. */
export const otherNames = (
  { rows }: Pick<ListReading, 'rows'>,
  usable: { has(row: number): boolean },
): string[] => rows.flatMap(({ row, cells }) => (usable.has(row) || !cells.fullName ? [] : [cells.fullName]));

/** Whose place each row takes. */
export const placesOf = ({ instead }: AgainAnswers, missing: readonly OnSystem[]): Map<number, OnSystem> =>
  new Map(
    missing.flatMap((one) => {
      const row = instead.get(one.id);
      return row === undefined ? [] : [[row, one] as const];
    }),
  );
