import { invalid, Problem } from '../../platform/problem/problem';
import { iso, localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { PERCENT, TYPED } from '../plans/indicators';
import { getPlan } from '../plans/list';
import type { Task } from '../plans/plan';
import { mustBeInForce } from '../plans/texts';
import { taskIn } from '../plans/update';
import { resultOf } from './read';
import {
  type EntryInput,
  type FinishInput,
  MOST_ENTRIES,
  NO_RESULT,
  resultKey,
  type TaskResult,
  taskResults,
} from './result';

interface Of {
  planId: string;
  taskId: string;
  version: number;
}

/**
 * Reads the results of a task, lets `change` make the new ones, and saves them while the version is the one that was read.
 * @throws Problem missing `plan-missing`, `task-missing`; conflict `plan-withdrawn`; stale `result-stale`
 */
const save = async (
  world: World,
  { planId, taskId, version }: Of,
  change: (before: TaskResult, task: Task) => TaskResult,
): Promise<TaskResult> => {
  const plan = await getPlan(world, planId);
  mustBeInForce(plan);
  const task = taskIn(plan, taskId);
  const stored = await resultOf(world, planId, taskId);
  const empty = { ...resultKey(planId, taskId), id: taskId, entries: [], version: NO_RESULT, updatedAt: '' };
  const before: TaskResult = stored ?? empty;
  if (before.version !== version) throw new Problem('stale', 'result-stale');
  const { by: _by, ...changed } = change(before, task);
  const item: TaskResult = { ...changed, version: version + 1, updatedAt: iso(world.now()) };
  const written = await world.db.putIf(taskResults, item, {
    if: stored ? '#version = :version' : 'attribute_not_exists(pk)',
    ...(stored && { names: { '#version': 'version' }, values: { ':version': version } }),
  });
  if (!written.ok) throw new Problem('stale', 'result-stale');
  return item;
};

const mustBePast = (world: World, on: string): void => {
  if (on > localDate(world.now())) throw invalid('on', 'result-later');
};

/**
 * Enters the result of an indicator that cannot be counted. What was entered before stays; the latest day counts.
 * @throws Problem as `save`; invalid `indicator-unknown`, `indicator-counted` at `indicatorId`, `result-later` at `on`,
 *   `indicator-value-malformed` at `value`; conflict `results-full`
 */
export const enterResult = (
  world: World,
  { planId, taskId }: Omit<Of, 'version'>,
  { version, indicatorId, on, value, note }: EntryInput,
): Promise<TaskResult> =>
  save(world, { planId, taskId, version }, (before, { indicators = [] }) => {
    const indicator = indicators.find(({ id }) => id === indicatorId);
    if (!indicator) throw invalid('indicatorId', 'indicator-unknown');
    if (indicator.source !== TYPED) throw invalid('indicatorId', 'indicator-counted');
    mustBePast(world, on);
    if (indicator.unit === PERCENT && value > 100) throw invalid('value', 'indicator-value-malformed');
    if (before.entries.length >= MOST_ENTRIES) throw new Problem('conflict', 'results-full');
    const entry = {
      indicatorId,
      on,
      value,
      ...(note && { note }),
      at: iso(world.now()),
      who: world.db.actor,
    };
    return { ...before, entries: [...before.entries, entry] };
  });

/** Marks a task as done. @throws Problem as `save`; invalid `result-later` at `on` */
export const finishTask = (
  world: World,
  { planId, taskId }: Omit<Of, 'version'>,
  { version, on, note }: FinishInput,
): Promise<TaskResult> =>
  save(world, { planId, taskId, version }, (before) => {
    mustBePast(world, on);
    return { ...before, finished: { on, note, at: iso(world.now()), who: world.db.actor } };
  });

/** Takes back that a task is done. @throws Problem as `save` */
export const reopenTask = (world: World, of: Of): Promise<TaskResult> =>
  save(world, of, ({ finished: _finished, ...before }) => before);
