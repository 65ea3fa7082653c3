import { getEvents } from '../../events/event/get';
import { invalid } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { getPlan } from '../plans/list';
import type { BudgetInput } from './line';

/**
 * A line belongs to a task of its plan, and to an event that there is.
 * @throws Problem `plan-missing`; invalid `task-unknown` at `taskId`, `event-unknown` at `eventId`
 */
export const checkLine = async (
  world: World,
  planId: string,
  { taskId, eventId }: Pick<BudgetInput, 'taskId' | 'eventId'>,
): Promise<void> => {
  const plan = await getPlan(world, planId);
  if (!plan.tasks.some(({ id }) => id === taskId)) throw invalid('taskId', 'task-unknown');
  if (eventId && (await getEvents(world, [eventId])).size === 0) throw invalid('eventId', 'event-unknown');
};
