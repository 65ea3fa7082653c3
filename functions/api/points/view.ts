import * as z from 'zod';
import { POINT_SORTS, POINT_STATES, pointState, type RaisedPoint } from '../../points/point';
import { pointAge } from '../../points/register';
import { OUTCOMES } from '../../recommendations/recommendation';

/** What the person who raised it reads. */
export const OwnPoint = z
  .object({
    id: z.string(),
    sort: z.enum(POINT_SORTS),
    title: z.string(),
    words: z.string(),
    state: z.enum(POINT_STATES),
    createdAt: z.string(),
    eventId: z.string().optional(),
    eventTitle: z.string().optional(),
    outcomeWords: z.string().optional().describe('What the department answered'),
    bodyName: z.string().optional(),
    dueOn: z.string().optional().describe('The last day of an answer, inclusive'),
    answer: z
      .object({ outcome: z.enum(OUTCOMES), words: z.string(), position: z.string(), at: z.string() })
      .optional(),
    endWords: z.string().optional(),
  })
  .meta({ id: 'OwnPoint' });

/** What staff see. */
export const PointView = OwnPoint.extend({
  unitId: z.string().optional(),
  raisedBy: z.string().optional(),
  registrationId: z.string().optional().describe('The person who raised it; absent where staff entered it'),
  recommendationId: z.string().optional().describe('The recommendation as which it was passed on'),
  days: z.number().describe('From the day on which it was raised to today, or to its end'),
  version: z.number(),
}).meta({ id: 'Point' });

export const ownPointView = (one: RaisedPoint): z.output<typeof OwnPoint> => {
  const { point, recommendation } = one;
  const answer = recommendation?.answer;
  return {
    id: point.id,
    sort: point.sort,
    title: point.title,
    words: point.words,
    state: pointState(one),
    createdAt: point.createdAt,
    eventId: point.eventId,
    eventTitle: point.eventTitle,
    outcomeWords: point.outcomeWords,
    bodyName: recommendation?.bodyName,
    dueOn: recommendation?.dueOn,
    answer: answer && {
      outcome: answer.said.outcome,
      words: answer.said.words,
      position: answer.said.position,
      at: answer.at,
    },
    endWords: recommendation?.endWords,
  };
};

export const pointView = (one: RaisedPoint, now: number): z.output<typeof PointView> => ({
  ...ownPointView(one),
  unitId: one.point.unitId,
  raisedBy: one.point.raisedBy,
  registrationId: one.point.registrationId,
  recommendationId: one.recommendation?.id,
  days: pointAge(one, now),
  version: one.point.version,
});
