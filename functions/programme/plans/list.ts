import { invalid, missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Plan, planKey, programmeTable, type Task } from './plan';

/** Every plan, the latest year first. One call. */
export const listPlans = async (world: World): Promise<Plan[]> => {
  const plans = await world.db.all(programmeTable, { where: 'pk = :pk', values: { ':pk': 'plan' } });
  return plans.sort((a, b) => b.year - a.year);
};

/** @throws Problem missing `plan-missing` */
export const getPlan = async (world: World, id: string): Promise<Plan> => {
  const plan = await world.db.get(programmeTable, planKey(id), { consistent: true });
  if (!plan) throw missing('plan');
  return plan;
};

/** A task of any plan, with the plan's id and year. */
export const findTask = async (
  world: World,
  taskId: string,
): Promise<{ task: Task; planId: string; year: number } | undefined> => {
  for (const plan of await listPlans(world)) {
    const task = plan.tasks.find((t) => t.id === taskId);
    if (task) return { task, planId: plan.id, year: plan.year };
  }
  return undefined;
};

/** What is tied to a task names one that there is. @throws Problem invalid `task-unknown` at `taskId` */
export const checkTask = async (world: World, taskId: string | undefined): Promise<void> => {
  if (taskId && !(await findTask(world, taskId))) throw invalid('taskId', 'task-unknown');
};
