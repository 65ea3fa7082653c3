import * as z from 'zod';
import { daysLate } from '../../inquiries/days';
import { INQUIRY_STATES, THROUGH } from '../../inquiries/inquiry';
import { type Asked, STANCES } from '../../programme/appeals/appeal';
import { APPEAL_STATES, type AppealWithAnswers, stateOf } from '../../programme/appeals/read';
import { appealTotals } from '../../programme/appeals/totals';
import { PLEDGE_KINDS } from '../../programme/pledges/pledge';

const Need = z
  .object({
    kind: z.enum(PLEDGE_KINDS),
    words: z.string(),
    amount: z.number().describe('Of money in đồng; of other kinds a count'),
    measure: z.string().optional(),
  })
  .meta({ id: 'Need' });

const Answered = z.object({
  n: z.number(),
  stance: z.enum(STANCES),
  gifts: z.array(z.object({ need: z.number(), amount: z.number(), words: z.string().optional() })),
  by: z.string().optional(),
  words: z.string().optional(),
  position: z.string(),
  at: z.string(),
  through: z.enum(THROUGH),
});

/** What a body sees by its link. */
export const AskedView = z
  .object({
    id: z.string(),
    appealId: z.string(),
    title: z.string(),
    words: z.string(),
    needs: z.array(Need),
    bodyId: z.string(),
    bodyName: z.string(),
    eventTitle: z.string().optional(),
    unitName: z.string().optional(),
    dueOn: z.string().describe('The last day of an answer, inclusive'),
    daysLate: z.number(),
    status: z.enum(INQUIRY_STATES),
    answer: Answered.optional(),
    taken: z.boolean().describe('Its gifts are pledges'),
    endWords: z.string().optional(),
    version: z.number(),
  })
  .meta({ id: 'AppealOf' });

export const askedView = (one: Asked, now: number): z.output<typeof AskedView> => {
  const { about, answer } = one;
  return {
    id: one.id,
    appealId: about.appealId,
    title: one.title,
    words: about.words,
    needs: [...about.needs],
    bodyId: one.bodyId,
    bodyName: one.bodyName,
    eventTitle: about.eventTitle,
    unitName: about.unitName,
    dueOn: one.dueOn,
    daysLate: daysLate(one, now),
    status: one.status,
    answer: answer && { n: answer.n, ...answer.said, at: answer.at, through: answer.through },
    taken: about.taken ?? false,
    endWords: one.endWords,
    version: one.version,
  };
};

const Totals = z.object({
  kind: z.enum(PLEDGE_KINDS),
  measure: z.string().optional(),
  asked: z.number(),
  offered: z.number().describe('In answers that are no pledges yet'),
  promised: z.number(),
  received: z.number(),
});

export const AppealView = z
  .object({
    id: z.string(),
    title: z.string(),
    words: z.string(),
    needs: z.array(Need),
    eventId: z.string().optional(),
    unitId: z.string().optional(),
    dueOn: z.string(),
    state: z.enum(APPEAL_STATES),
    sentAt: z.string().optional(),
    closedAt: z.string().optional(),
    closeWords: z.string().optional(),
    totals: z.array(Totals).describe('By kind and unit of measure'),
    asked: z.array(AskedView),
    pledgeIds: z.array(z.string()),
    version: z.number(),
    createdAt: z.string(),
  })
  .meta({ id: 'Appeal' });

export const appealView = (one: AppealWithAnswers, now: number): z.output<typeof AppealView> => {
  const { appeal, asked, pledges } = one;
  return {
    id: appeal.id,
    title: appeal.title,
    words: appeal.words,
    needs: appeal.needs,
    eventId: appeal.eventId,
    unitId: appeal.unitId,
    dueOn: appeal.dueOn,
    state: stateOf(one, now),
    sentAt: appeal.sentAt,
    closedAt: appeal.closedAt,
    closeWords: appeal.closeWords,
    totals: appealTotals(one),
    asked: asked.map((a) => askedView(a, now)),
    pledgeIds: pledges.map(({ id }) => id),
    version: appeal.version,
    createdAt: appeal.createdAt,
  };
};
