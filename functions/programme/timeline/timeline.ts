import type { EventInList } from '../../events/event/event';
import { listAll } from '../../events/event/list';
import { instant, iso, localMonth } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getPlan } from '../plans/list';
import type { Plan, Task } from '../plans/plan';
import { daysOf, type TaskDays } from '../plans/task-time';

/** The events of a task that begin in one month. */
export interface TimelineMonth {
  /** 1–12 */
  month: number;
  /** The plan's words set the task in this month. */
  planned: boolean;
  held: number;
  /** Drafts as well as published events that are not over. */
  coming: number;
}

export interface TimelineRow {
  task: Task;
  /** Absent where the plan's words name no time that can be read. */
  days?: TaskDays;
  months: TimelineMonth[];
  /** Events that begin after the plan's year. */
  later: number;
}

/** The events among which those of a plan are: of its year, and half a year more for what is late. */
export const eventsOfPlan = (world: World, { year }: Pick<Plan, 'year'>): Promise<EventInList[]> =>
  listAll(world, { from: instant(`${year}-01-01`)!, to: instant(`${year + 1}-07-01`)! });

/** Cancelled events count nowhere; postponed events have no date that holds. */
const counts = ({ status }: EventInList) => status === 'published' || status === 'draft';

/**
 * The year of a plan: for each task the months that the plan sets, and its events by month, counted from the events
 * themselves. @param now as in `World.now`
 */
export const timelineOf = (plan: Plan, events: readonly EventInList[], now: number): TimelineRow[] =>
  plan.tasks.map((task) => {
    const days = daysOf(task.time, plan.year);
    const own = events.filter((event) => event.taskId === task.id && counts(event));
    const months = Array.from({ length: 12 }, (_, i) => {
      const month = `${plan.year}-${String(i + 1).padStart(2, '0')}`;
      const here = own.filter((event) => localMonth(event.startsAt) === month);
      const held = here.filter((event) => event.status === 'published' && event.endsAt < iso(now)).length;
      return { month: i + 1, planned: isPlanned(days, month), held, coming: here.length - held };
    });
    const later = own.filter((event) => localMonth(event.startsAt) > `${plan.year}-12`).length;
    return { task, ...(days && { days }), months, later };
  });

/** A deadline without a first day is in the month of the deadline. */
const isPlanned = (days: TaskDays | undefined, month: string): boolean =>
  days !== undefined &&
  (days.firstDay ?? days.lastDay).slice(0, 7) <= month &&
  month <= days.lastDay.slice(0, 7);

/**
 * A plan with its year. Its calls do not grow with the number of tasks.
 * @throws Problem missing `plan-missing`
 */
export const getTimeline = async (
  world: World,
  planId: string,
): Promise<{ plan: Plan; rows: TimelineRow[] }> => {
  const plan = await getPlan(world, planId);
  return { plan, rows: timelineOf(plan, await eventsOfPlan(world, plan), world.now()) };
};
