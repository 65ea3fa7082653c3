import { end } from '../inquiries/change';
import { Problem } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import { mustHaveCome } from '../register/teams/decision';
import { getReview } from './answer';
import { type DecideInput, REVIEW, type Review } from './review';

/**
 * Ends a review with the decision by which the teams were strengthened.
 * @throws Problem conflict `review-not-answered`, `inquiry-over`; stale `inquiry-stale`; invalid `day-ahead` at
 *   `decision.on`
 */
export const decideReview = async (
  world: World,
  id: string,
  { version, decision, words }: DecideInput,
): Promise<Review> => {
  const review = await getReview(world, id);
  if (review.status === 'asked') throw new Problem('conflict', 'review-not-answered');
  mustHaveCome(world, decision.on, 'decision.on');
  const ending = { as: 'closed', words, about: { ...review.about, decision } } as const;
  return end<Review>(world, { id, kind: REVIEW, version }, ending);
};

/** Takes a review back; a unit that was told of it is told the reason. @throws Problem conflict `inquiry-over`; stale */
export const withdrawReview = (
  world: World,
  id: string,
  { version, words }: { version: number; words: string },
): Promise<Review> => end<Review>(world, { id, kind: REVIEW, version }, { as: 'withdrawn', words });
