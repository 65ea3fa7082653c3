import { changeInquiry } from '../inquiries/change';
import { getInquiry } from '../inquiries/read';
import type { World } from '../platform/world/world';
import { checkTask } from '../programme/plans/list';
import { RECOMMENDATION, type Recommendation, type TieInput } from './recommendation';

/**
 * Ties a recommendation to another task of the plan, or to none; also one that is closed.
 * @throws Problem missing `inquiry-missing`; invalid `task-unknown` at `taskId`; stale `inquiry-stale`
 */
export const tieRecommendation = async (
  world: World,
  id: string,
  { version, taskId }: TieInput,
): Promise<Recommendation> => {
  const { about } = await getInquiry<Recommendation>(world, id, RECOMMENDATION);
  await checkTask(world, taskId);
  const { taskId: _before, ...rest } = about;
  return changeInquiry<Recommendation>(world, id, version, { about: { ...rest, ...(taskId && { taskId }) } });
};
