import { listBodies } from '../../directory/bodies/list';
import { references } from '../../directory/bodies/refer';
import { newId } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { Plan, PlanInput } from './plan';
import { storePlan } from './store';
import { withIndicators } from './with-indicators';

/**
 * Enters a plan that the province issued, with the bodies' names of today. It is the first plan of a system;
 * those of later years are copied from it (`clonePlan`).
 * @throws Problem invalid `body-unknown` at each unknown body, `plan-year-taken` at `year`
 */
export const createPlan = async (world: World, input: PlanInput): Promise<Plan> => {
  const { refer, unknown } = references(
    await listBodies(
      world,
      input.tasks.flatMap(({ leadBodyIds, coordinatingBodyIds }) => [...leadBodyIds, ...coordinatingBodyIds]),
    ),
  );
  const tasks = input.tasks.map(({ leadBodyIds, coordinatingBodyIds, indicators, ...task }, i) => ({
    id: newId('task', world.now()),
    ...task,
    ...withIndicators(indicators),
    lead: refer(leadBodyIds, (n) => `tasks.${i}.leadBodyIds.${n}`),
    coordinating: refer(coordinatingBodyIds, (n) => `tasks.${i}.coordinatingBodyIds.${n}`),
  }));
  if (unknown.length) throw new Problem('invalid', 'invalid', {}, unknown);
  return storePlan(world, { ...input, tasks });
};
