import { newId } from '../../platform/keys/ids';
import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { listPlans } from './list';
import { type Plan, programmeTable, type Task } from './plan';

/** A plan before it is stored. */
export type PlanContent = Pick<Plan, 'year' | 'title' | 'number' | 'issuedOn' | 'clonedFrom'> & {
  tasks: readonly Task[];
};

/**
 * Stores a year's plan with its tasks. A year has one plan.
 * @throws Problem invalid `plan-year-taken` at `year`
 */
export const issuePlan = async (
  world: World,
  { tasks, ...content }: PlanContent,
  more: { id?: string } = {},
): Promise<Plan> => {
  if ((await listPlans(world)).some((p) => p.year === content.year)) throw invalid('year', 'plan-year-taken');
  const now = iso(world.now());
  const id = more.id ?? newId('plan', world.now());
  const plan: Plan = {
    pk: 'plan',
    sk: id,
    id,
    ...content,
    tasks: [...tasks],
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const written = await world.db.putIf(programmeTable, plan, { if: 'attribute_not_exists(pk)' });
  if (!written.ok) throw new Error(`plan ${id} exists already`);
  return plan;
};
