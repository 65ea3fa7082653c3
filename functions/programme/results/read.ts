import type { World } from '../../platform/world/world';
import { resultKey, type TaskResult, taskResults } from './result';

/** The results of a plan's tasks, by task. One call. */
export const resultsOf = async (world: World, planId: string): Promise<Map<string, TaskResult>> => {
  const found = await world.db.all(taskResults, {
    where: 'pk = :id AND begins_with(sk, :task)',
    values: { ':id': planId, ':task': 'task#' },
  });
  return new Map(found.map((result) => [result.id, result]));
};

export const resultOf = (world: World, planId: string, taskId: string): Promise<TaskResult | undefined> =>
  world.db.get(taskResults, resultKey(planId, taskId), { consistent: true });
