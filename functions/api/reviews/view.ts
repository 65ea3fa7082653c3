import * as z from 'zod';
import { INQUIRY_STATES, THROUGH } from '../../inquiries/inquiry';
import { GAPS } from '../../register/gaps/gaps';
import { Decision } from '../../register/teams/decision';
import { reviewLate } from '../../reviews/register';
import type { Review } from '../../reviews/review';

const Lacking = z.object({
  id: z.string(),
  name: z.string(),
  members: z.number().describe('Recognised mediators'),
  women: z.number(),
  gaps: z.array(z.enum(GAPS)),
});

/** What staff and the commune see of a review. */
export const ReviewView = z
  .object({
    id: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    bodyName: z.string(),
    words: z.string().optional(),
    teams: z.number().describe('The teams of the commune when it was asked'),
    lacking: z.array(Lacking).describe('Those below the requirements when it was asked'),
    dueOn: z.string().describe('The last day of the answer, inclusive'),
    status: z.enum(INQUIRY_STATES),
    daysLate: z.number().describe('Without an answer, or without a decision after the day that it named'),
    againWords: z.string().optional(),
    endWords: z.string().optional(),
    decision: Decision.optional(),
    answer: z
      .object({
        n: z.number(),
        turn: z.number(),
        at: z.string(),
        through: z.enum(THROUGH),
        words: z.string(),
        by: z.string(),
        position: z.string(),
      })
      .optional(),
    version: z.number(),
  })
  .meta({ id: 'TeamReview' });

export const reviewView = (r: Review, now: number): z.output<typeof ReviewView> => ({
  id: r.id,
  unitId: r.about.unitId,
  unitName: r.about.unitName,
  bodyName: r.bodyName,
  words: r.about.words,
  teams: r.about.teams,
  lacking: r.about.lacking.map((team) => ({ ...team, gaps: [...team.gaps] })),
  dueOn: r.dueOn,
  status: r.status,
  daysLate: reviewLate(r, now),
  againWords: r.againWords,
  endWords: r.endWords,
  decision: r.about.decision,
  answer: r.answer && {
    n: r.answer.n,
    turn: r.answer.turn,
    at: r.answer.at,
    through: r.answer.through,
    ...r.answer.said,
  },
  version: r.version,
});
