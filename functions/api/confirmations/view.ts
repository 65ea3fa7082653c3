import * as z from 'zod';
import { type Confirmation, Confirmed } from '../../confirmations/confirmation';
import type { TeamPeople } from '../../confirmations/people';
import { proposalsOf } from '../../confirmations/proposals';
import { daysLate } from '../../inquiries/days';
import { INQUIRY_STATES, THROUGH } from '../../inquiries/inquiry';
import { ROLES_IN_TEAM } from '../../register/mediators/traits';

const facts = {
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  year: z.number(),
  bodyName: z.string(),
  dueOn: z.string().describe('The last day of the answer, inclusive'),
  status: z.enum(INQUIRY_STATES),
  daysLate: z.number(),
  version: z.number(),
};
const Person = z.object({ id: z.string(), fullName: z.string(), role: z.enum(ROLES_IN_TEAM) });
const Team = z.object({ id: z.string(), name: z.string(), people: z.array(Person) });

/** One of the list: who confirmed and who is late, without people. */
export const ConfirmBrief = z.object(facts).meta({ id: 'ConfirmBrief' });
export const ConfirmView = z
  .object({
    ...facts,
    words: z.string().optional(),
    againWords: z.string().optional(),
    endWords: z.string().optional(),
    teams: z.array(Team).describe('The teams and mediators of the register now; none once it has ended'),
    answer: Confirmed.extend({
      n: z.number(),
      turn: z.number(),
      at: z.string(),
      through: z.enum(THROUGH),
    }).optional(),
    proposals: z
      .array(z.object({ key: z.string(), isDone: z.boolean() }))
      .describe('What the answer proposes to change, and whether the register has it'),
  })
  .meta({ id: 'Confirmation' });

export const briefView = (one: Confirmation, now: number): z.output<typeof ConfirmBrief> => ({
  id: one.id,
  unitId: one.about.unitId,
  unitName: one.about.unitName,
  year: one.about.year,
  bodyName: one.bodyName,
  dueOn: one.dueOn,
  status: one.status,
  daysLate: daysLate(one, now),
  version: one.version,
});

/** @param list the people of now; a link that has ended shows none */
export const confirmView = (
  one: Confirmation,
  list: readonly TeamPeople[],
  now: number,
): z.output<typeof ConfirmView> => ({
  ...briefView(one, now),
  words: one.about.words,
  againWords: one.againWords,
  endWords: one.endWords,
  teams: list.map(({ team, people }) => ({
    id: team.id,
    name: team.name,
    people: people.map(({ id, fullName, role }) => ({ id, fullName, role })),
  })),
  answer: one.answer && {
    n: one.answer.n,
    turn: one.answer.turn,
    at: one.answer.at,
    through: one.answer.through,
    ...one.answer.said,
  },
  proposals: proposalsOf(one, list).map(({ key, isDone }) => ({ key, isDone })),
});
