import type { BodyRef } from '../../directory/bodies/body';
import { listBodies } from '../../directory/bodies/list';
import { newId } from '../../platform/keys/ids';
import { type FieldError, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { issuePlan } from './issue';
import type { Plan, PlanInput } from './plan';

/**
 * Enters a plan that the province issued, with the bodies' names of today. It is the first plan of a system;
 * those of later years are copied from it (`clonePlan`).
 * @throws Problem invalid `body-unknown` at each unknown body, `plan-year-taken` at `year`
 */
export const createPlan = async (world: World, input: PlanInput): Promise<Plan> => {
  const bodies = new Map((await listBodies(world)).map(({ id, name }) => [id, { id, name }]));
  const unknown: FieldError[] = [];
  const refer = (ids: readonly string[], path: string): BodyRef[] =>
    ids.flatMap((id, i) => {
      const body = bodies.get(id);
      if (!body) unknown.push({ path: `${path}.${i}`, code: 'body-unknown' });
      return body ?? [];
    });
  const tasks = input.tasks.map(({ leadBodyIds, coordinatingBodyIds, ...task }, i) => ({
    id: newId('task', world.now()),
    ...task,
    lead: refer(leadBodyIds, `tasks.${i}.leadBodyIds`),
    coordinating: refer(coordinatingBodyIds, `tasks.${i}.coordinatingBodyIds`),
  }));
  if (unknown.length) throw new Problem('invalid', 'invalid', {}, unknown);
  return issuePlan(world, { ...input, tasks });
};
