import { saveAnswer } from '../inquiries/answer';
import { getInquiry, readByLink } from '../inquiries/read';
import type { World } from '../platform/world/world';
import { RECOMMENDATION, type Recommendation, type Said } from './recommendation';

/** What a body's link shows. @throws Problem as `readByLink` */
export const openRecommendation = (world: World, token: string): Promise<Recommendation> =>
  readByLink<Recommendation>(world, token, RECOMMENDATION);

/** The day belongs to a plan alone. */
const consistent = ({ by, ...said }: Said): Said =>
  said.outcome === 'planned' && by ? { ...said, by } : said;

/**
 * A body answers by its link, or changes its answer, until it is closed.
 * @throws Problem as `readByLink`; gone `inquiry-closed`; stale `inquiry-stale`
 */
export const answerRecommendation = async (
  world: World,
  token: string,
  version: number,
  said: Said,
): Promise<Recommendation> =>
  saveAnswer(world, await openRecommendation(world, token), {
    version,
    said: consistent(said),
    through: 'link',
  });

/** Staff enter an answer that came by phone or letter. @throws Problem gone `inquiry-closed`; stale */
export const enterRecommendationAnswer = async (
  world: World,
  id: string,
  { version, through }: { version: number; through: 'phone' | 'letter' },
  said: Said,
): Promise<Recommendation> =>
  saveAnswer(world, await getInquiry<Recommendation>(world, id, RECOMMENDATION), {
    version,
    said: consistent(said),
    through,
  });
