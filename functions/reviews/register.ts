import { lateBy } from '../inquiries/days';
import { listInquiries } from '../inquiries/list';
import type { World } from '../platform/world/world';
import type { VisitScope } from '../visits/may';
import { REVIEW, type Review } from './review';

/** Days by which a review is late: without an answer after the last day, or without a decision after the day that the unit named. */
export const reviewLate = ({ status, dueOn, answer }: Review, now: number): number => {
  if (status === 'asked') return lateBy(dueOn, now);
  return status === 'answered' && answer ? lateBy(answer.said.by, now) : 0;
};

export const REVIEW_STATES = ['late', 'asked', 'answered', 'closed', 'withdrawn'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** The reviews of a state, the latest ones first, then the newest. Pure. */
export const inReviews = (all: readonly Review[], state: ReviewState | undefined, now: number): Review[] =>
  all
    .filter((r) => !state || (state === 'late' ? reviewLate(r, now) > 0 : r.status === state))
    .sort((a, b) => reviewLate(b, now) - reviewLate(a, now) || b.createdAt.localeCompare(a.createdAt));

/** The reviews in a scope: officers see those of their area, as with visits. One call. */
export const readReviews = async (world: World, { sees }: Pick<VisitScope, 'sees'>): Promise<Review[]> =>
  (await listInquiries<Review>(world, REVIEW)).filter(sees);
