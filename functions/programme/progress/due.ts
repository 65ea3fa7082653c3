import { listBodies } from '../../directory/bodies/list';
import { DAY, instant, localDate, ms, vietnamese } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { listPlans } from '../plans/list';
import type { Plan, Task } from '../plans/plan';
import { daysOf } from '../plans/task-time';
import { readProgress, type TaskProgress } from './progress';

/** How many days before its last day a task is listed as due soon. */
const SOON = 14;

export type Due = 'late' | 'soon';

/** Where the last day of a task lies, by the calendar of Vietnam. On the last day itself it is not late. Pure. */
const dueOf = (lastDay: string, now: number): Due | undefined => {
  const today = localDate(now);
  if (lastDay < today) return 'late';
  return ms(instant(lastDay)!) - ms(instant(today)!) <= SOON * DAY ? 'soon' : undefined;
};

/** Whether a task that is neither done nor reached is late or due soon. Pure. */
const dueIn = (
  { task, isReached, finished }: Pick<TaskProgress, 'task' | 'isReached' | 'finished'>,
  year: number,
  now: number,
): Due | undefined => {
  const days = daysOf(task.time, year);
  return days && !isReached && !finished ? dueOf(days.lastDay, now) : undefined;
};

/** The same for a task of a plan that is to be carried out: a draft and a withdrawn plan bind no one. Pure. */
export const dueNow = (plan: Plan, progress: TaskProgress, now: number): Due | undefined =>
  plan.number && !plan.withdrawn ? dueIn(progress, plan.year, now) : undefined;

/** A task that is late or due soon. */
export interface DueTask extends TaskProgress {
  plan: Plan;
  lastDay: string;
  due: Due;
}

/** Bodies of an area lead these tasks. One call. */
const ledFrom = async (world: World, tasks: readonly Task[], units: ReadonlySet<string>) => {
  const bodies = await listBodies(
    world,
    tasks.flatMap(({ lead }) => lead.map(({ id }) => id)),
  );
  const own = new Set(bodies.filter(({ unitId }) => unitId && units.has(unitId)).map(({ id }) => id));
  return tasks.filter(({ lead }) => lead.some(({ id }) => own.has(id)));
};

/** The plans that are to be carried out: issued ones of this year and of the year before. */
const bindingPlans = async (world: World): Promise<Plan[]> => {
  const { year } = vietnamese(world.now());
  const plans = await listPlans(world);
  return plans.filter((plan) => plan.number && !plan.withdrawn && [year, year - 1].includes(plan.year));
};

/**
 * The tasks of issued plans that are late or due within two weeks, the earliest first. One call while there are none by
 * their dates; then what `readProgress` reads for these tasks.
 * @param units an officer's area: the tasks that bodies of it lead
 */
export const dueTasks = async (world: World, units?: ReadonlySet<string>): Promise<DueTask[]> => {
  const now = world.now();
  const found = await Promise.all(
    (await bindingPlans(world)).map(async (plan) => {
      const byDate = plan.tasks.filter(
        (task) => dueIn({ task, isReached: false, finished: undefined }, plan.year, now) !== undefined,
      );
      if (byDate.length === 0) return [];
      const tasks = units ? await ledFrom(world, byDate, units) : byDate;
      if (tasks.length === 0) return [];
      return (await readProgress(world, { ...plan, tasks })).flatMap((progress): DueTask[] => {
        const due = dueNow(plan, progress, now);
        return due
          ? [{ ...progress, plan, due, lastDay: daysOf(progress.task.time, plan.year)!.lastDay }]
          : [];
      });
    }),
  );
  return found.flat().sort((a, b) => a.lastDay.localeCompare(b.lastDay));
};
