import { saveAnswer } from '../inquiries/answer';
import type { EnteredThrough, Through } from '../inquiries/inquiry';
import { getInquiry, readByLink } from '../inquiries/read';
import type { World } from '../platform/world/world';
import { type Planned, REVIEW, type Review } from './review';

export const getReview = (world: World, id: string): Promise<Review> => getInquiry<Review>(world, id, REVIEW);

/** A review by its link. @throws Problem as `readByLink` */
export const openReview = (world: World, token: string): Promise<Review> =>
  readByLink<Review>(world, token, REVIEW);

interface Answering {
  version: number;
  said: Planned;
}

/** After the day that the commune names, a decision is expected. */
const saveReply = (world: World, review: Review, how: Answering & { through: Through }): Promise<Review> =>
  saveAnswer(world, review, { ...how, expectedBy: how.said.by });

/** The commune says what it will do, or changes that. @throws Problem as `readByLink`; gone `inquiry-closed`; stale */
export const answerReview = async (world: World, token: string, answering: Answering): Promise<Review> =>
  saveReply(world, await openReview(world, token), { ...answering, through: 'link' });

/** Staff enter an answer that came by phone or letter. @throws Problem gone `inquiry-closed`; stale `inquiry-stale` */
export const enterReviewAnswer = async (
  world: World,
  id: string,
  answering: Answering & { through: EnteredThrough },
): Promise<Review> => saveReply(world, await getReview(world, id), answering);
