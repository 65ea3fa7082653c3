import { listBodies } from '../../directory/bodies/list';
import { references } from '../../directory/bodies/refer';
import { missing, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { getPlan } from './list';
import type { Plan, PlanUpdate, Task, TaskUpdate } from './plan';
import { saveText } from './texts';
import { withIndicators } from './with-indicators';

/**
 * Changes a plan's title and legal bases.
 * @throws Problem missing `plan-missing`; as `saveText`
 */
export const updatePlan = async (
  world: World,
  id: string,
  { title, bases, ...how }: PlanUpdate,
): Promise<Plan> => saveText(world, await getPlan(world, id), how, { title, bases });

/** @throws Problem missing `task-missing` */
export const taskIn = ({ tasks }: Pick<Plan, 'tasks'>, taskId: string): Task => {
  const task = tasks.find(({ id }) => id === taskId);
  if (!task) throw missing('task');
  return task;
};

/**
 * Changes the words of a task, who leads and coordinates it, its time and its indicators.
 * @throws Problem missing `plan-missing`, `task-missing`; invalid `body-unknown` at each unknown body,
 *   `indicator-unknown` at each unknown indicator; as `saveText`
 */
export const updateTask = async (
  world: World,
  { planId, taskId }: { planId: string; taskId: string },
  { version, reason, leadBodyIds, coordinatingBodyIds, indicators, ...said }: TaskUpdate,
): Promise<Plan> => {
  const plan = await getPlan(world, planId);
  const { id, row, indicators: before } = taskIn(plan, taskId);
  const { refer, unknown } = references(await listBodies(world, [...leadBodyIds, ...coordinatingBodyIds]));
  const task: Task = {
    id,
    row,
    ...said,
    ...withIndicators(indicators, before),
    lead: refer(leadBodyIds, (i) => `leadBodyIds.${i}`),
    coordinating: refer(coordinatingBodyIds, (i) => `coordinatingBodyIds.${i}`),
  };
  if (unknown.length) throw new Problem('invalid', 'invalid', {}, unknown);
  const tasks = plan.tasks.map((old) => (old.id === id ? task : old));
  return saveText(world, plan, { version, reason }, { tasks });
};
