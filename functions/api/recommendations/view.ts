import * as z from 'zod';
import { daysLate } from '../../inquiries/days';
import { INQUIRY_STATES, THROUGH } from '../../inquiries/inquiry';
import { OUTCOMES, type Recommendation, SORTS } from '../../recommendations/recommendation';
import { ageOf } from '../../recommendations/register';

const Answered = z.object({
  n: z.number(),
  turn: z.number().describe('Asked again, it has a new turn: an older answer is to the older question'),
  outcome: z.enum(OUTCOMES),
  words: z.string(),
  by: z.string().optional(),
  position: z.string(),
  at: z.string(),
  through: z.enum(THROUGH),
});

/** What a body sees by its link. */
export const OpenRecommendation = z
  .object({
    id: z.string(),
    sort: z.enum(SORTS),
    title: z.string(),
    words: z.string(),
    bodyName: z.string(),
    dueOn: z.string().describe('The last day of an answer, inclusive'),
    topic: z.string().optional(),
    eventTitle: z.string().optional(),
    raisedBy: z.string().optional(),
    status: z.enum(INQUIRY_STATES),
    againWords: z.string().optional(),
    endWords: z.string().optional(),
    daysLate: z.number(),
    answer: Answered.optional(),
    version: z.number(),
  })
  .meta({ id: 'OpenRecommendation' });

/** What staff see. */
export const RecommendationView = OpenRecommendation.extend({
  bodyId: z.string(),
  eventId: z.string().optional(),
  taskId: z.string().optional().describe('The task of the plan that it belongs to'),
  ageInDays: z.number(),
  turn: z.number(),
  createdAt: z.string(),
}).meta({ id: 'Recommendation' });

export const openView = (r: Recommendation, now: number): z.output<typeof OpenRecommendation> => {
  const { about, answer } = r;
  return {
    id: r.id,
    sort: about.sort,
    title: r.title,
    words: about.words,
    bodyName: r.bodyName,
    dueOn: r.dueOn,
    topic: about.topic,
    eventTitle: about.eventTitle,
    raisedBy: about.raisedBy,
    status: r.status,
    againWords: r.againWords,
    endWords: r.endWords,
    daysLate: daysLate(r, now),
    answer: answer && {
      n: answer.n,
      turn: answer.turn,
      ...answer.said,
      at: answer.at,
      through: answer.through,
    },
    version: r.version,
  };
};

export const view = (r: Recommendation, now: number): z.output<typeof RecommendationView> => ({
  ...openView(r, now),
  bodyId: r.bodyId,
  eventId: r.about.eventId,
  taskId: r.about.taskId,
  ageInDays: ageOf(r, now),
  turn: r.turn,
  createdAt: r.createdAt,
});
