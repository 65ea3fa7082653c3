import { newId } from '../../platform/keys/ids';
import { vietnamese } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { issuePlan } from './issue';
import { getPlan } from './list';
import type { Plan } from './plan';

/**
 * Takes a plan over into another year: the same rows under new ids, the years in its words moved on, no
 * number and no date, since the new one is yet to be issued.
 * @throws Problem `plan-missing`, invalid `plan-year-taken`
 */
export const clonePlan = async (
  world: World,
  planId: string,
  year = vietnamese(world.now()).year,
  more: { id?: string; taskId?: (row: string) => string } = {},
): Promise<Plan> => {
  const old = await getPlan(world, planId);
  const movedOn = (words: string) => words.replaceAll(String(old.year), String(year));
  return issuePlan(
    world,
    {
      year,
      title: movedOn(old.title),
      clonedFrom: old.id,
      tasks: old.tasks.map((task) => ({
        ...task,
        id: more.taskId?.(task.row) ?? newId('task', world.now()),
        words: movedOn(task.words),
        ...(task.time && { time: movedOn(task.time) }),
      })),
    },
    more,
  );
};
