import type { World } from '../../platform/world/world';
import { type Indicator, PERCENT, TYPED } from '../plans/indicators';
import type { Plan, Task } from '../plans/plan';
import { resultOf, resultsOf } from '../results/read';
import { type Finished, latestEntry, type TaskResult } from '../results/result';
import { COUNTS } from './counts';
import { type Facts, type KnownFacts, readFacts } from './facts';

export interface IndicatorProgress extends Indicator {
  reached: number;
  isReached: boolean;
}

/** How far a task is. */
export interface TaskProgress {
  task: Task;
  indicators: IndicatorProgress[];
  /** Every indicator has reached its goal; false where there are none. */
  isReached: boolean;
  finished?: Finished | undefined;
  result?: TaskResult | undefined;
}

/** Rounded down: 99.6 per cent has not reached 100. */
const percentOf = (n: number, of = 0): number => (of > 0 ? Math.floor((100 * n) / of) : 0);

const reachedOf = (task: Task, indicator: Indicator, facts: Facts, result?: TaskResult): number => {
  const { source, unit, id } = indicator;
  if (source === TYPED) return latestEntry(result?.entries ?? [], id)?.value ?? 0;
  const { n, of } = COUNTS[source](task, facts);
  return unit === PERCENT ? percentOf(n, of) : n;
};

/**
 * How far a task is: what is counted is counted from the records, what is typed is the latest entry. Every page and
 * document that shows results uses this. Pure.
 */
export const progressOf = (task: Task, facts: Facts, result?: TaskResult): TaskProgress => {
  const indicators = (task.indicators ?? []).map((indicator) => {
    const reached = reachedOf(task, indicator, facts, result);
    return { ...indicator, reached, isReached: reached >= indicator.goal };
  });
  return {
    task,
    indicators,
    isReached: indicators.length > 0 && indicators.every(({ isReached }) => isReached),
    finished: result?.finished,
    result,
  };
};

/**
 * The progress of every task of a plan, in the plan's order.
 * @param known what the caller has read already
 */
export const readProgress = async (
  world: World,
  plan: Plan,
  known: KnownFacts = {},
): Promise<TaskProgress[]> => {
  const [facts, results] = await Promise.all([readFacts(world, plan, known), resultsOf(world, plan.id)]);
  return plan.tasks.map((task) => progressOf(task, facts, results.get(task.id)));
};

/** The progress of one task of a plan. Reads what this task counts alone. */
export const readTaskProgress = async (
  world: World,
  plan: Plan,
  task: Task,
  known: KnownFacts = {},
): Promise<TaskProgress> => {
  const [facts, result] = await Promise.all([
    readFacts(world, { ...plan, tasks: [task] }, known),
    resultOf(world, plan.id, task.id),
  ]);
  return progressOf(task, facts, result);
};
