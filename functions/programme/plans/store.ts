import { newId, newToken } from '../../platform/keys/ids';
import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { listPlans } from './list';
import { type Plan, type PlanContent, planKey, planTexts, programmeTable, textKey } from './plan';

/** A plan before it is stored. */
export type NewPlan = Pick<Plan, 'year' | 'number' | 'issuedOn' | 'signer' | 'clonedFrom'> &
  Pick<PlanContent, 'title' | 'tasks'> & { bases?: readonly string[] };

/**
 * Stores a year's plan with its first text. A year has one plan; one that was withdrawn does not count.
 * @throws Problem invalid `plan-year-taken` at `year`
 */
export const storePlan = async (
  world: World,
  { title, bases = [], tasks, ...about }: NewPlan,
  more: { id?: string } = {},
): Promise<Plan> => {
  if ((await listPlans(world)).some((p) => p.year === about.year && !p.withdrawn))
    throw invalid('year', 'plan-year-taken');
  const now = iso(world.now());
  const id = more.id ?? newId('plan', world.now());
  const content: PlanContent = { title, bases: [...bases], tasks: [...tasks] };
  const plan: Plan = {
    ...planKey(id),
    id,
    ...about,
    ...content,
    text: 1,
    ...(about.number && { issuedText: 1 }),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const isNew = 'attribute_not_exists(pk)';
  const written = await world.db.transactIf(
    [
      { table: programmeTable, put: plan, if: isNew },
      { table: planTexts, put: { ...textKey(id, 1), n: 1, ...content, at: now }, if: isNew },
    ],
    newToken(),
  );
  if (!written.ok) throw new Error(`plan ${id} exists already`);
  return plan;
};
