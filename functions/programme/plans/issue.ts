import { newId } from '../../platform/keys/ids';
import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { listPlans } from './list';
import { type Plan, programmeTable, type Task } from './plan';

export type PlanWords = Pick<Plan, 'year' | 'title' | 'number' | 'issuedOn' | 'clonedFrom'> & {
  tasks: readonly Task[];
};

/**
 * Keeps a year's plan with its tasks. A year has one.
 * @throws Problem invalid `plan-year-taken` on `year`
 */
export const issuePlan = async (
  world: World,
  { tasks, ...words }: PlanWords,
  more: { id?: string } = {},
): Promise<Plan> => {
  if ((await listPlans(world)).some((p) => p.year === words.year)) throw invalid('year', 'plan-year-taken');
  const now = iso(world.now());
  const id = more.id ?? newId('plan', world.now());
  const plan: Plan = {
    pk: 'plan',
    sk: id,
    id,
    ...words,
    tasks: [...tasks],
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  await world.db.put(programmeTable, plan, { if: 'attribute_not_exists(pk)' });
  return plan;
};
