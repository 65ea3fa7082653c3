import { newId } from '../../platform/keys/ids';
import { vietnamese } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getPlan } from './list';
import type { Plan } from './plan';
import { storePlan } from './store';

/**
 * Copies a plan to another year: the same rows under new ids, the year in its words replaced, without number
 * and date, since the new plan is not issued yet.
 * @throws Problem `plan-missing`, invalid `plan-year-taken`
 */
export const clonePlan = async (
  world: World,
  planId: string,
  year = vietnamese(world.now()).year,
  more: { id?: string; taskId?: (row: string) => string } = {},
): Promise<Plan> => {
  const old = await getPlan(world, planId);
  const withNewYear = (words: string) => words.replaceAll(String(old.year), String(year));
  return storePlan(
    world,
    {
      year,
      title: withNewYear(old.title),
      bases: old.bases,
      clonedFrom: old.id,
      tasks: old.tasks.map((task) => ({
        ...task,
        id: more.taskId?.(task.row) ?? newId('task', world.now()),
        words: withNewYear(task.words),
        ...(task.time && { time: withNewYear(task.time) }),
      })),
    },
    more,
  );
};
