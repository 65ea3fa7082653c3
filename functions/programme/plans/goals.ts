import * as z from 'zod';
import { line, versionField } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { table } from '../../platform/store/table';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getPlan } from './list';
import { programmeTable } from './plan';

const goal = z.coerce.number().int().min(0).max(1_000_000);

/** What shall be reached in the year of a plan, as the ministry or the province set it. 0: no goal is set. */
export const GoalsInput = z.strictObject({
  events: goal.describe('Classes and conferences to be held'),
  people: goal.describe('Participations: one person in two events counts twice'),
  source: line(300).describe('Where the goal stands: a decision, a letter of the ministry'),
});
export type GoalsInput = z.output<typeof GoalsInput>;
export const GoalsEdit = GoalsInput.extend({ version: versionField });

/** `goals`, the id of a plan. */
export interface Goals extends GoalsInput {
  pk: 'goals';
  sk: string;
  id: string;
  version: number;
  updatedAt: string;
  by?: string;
}

const goals = table<Goals>(programmeTable);
const keyOf = (planId: string) => ({ pk: 'goals' as const, sk: planId });

/** The version that is named where no goals are stored yet. */
export const NOT_SET = 1;

export const readGoals = (world: World, planId: string): Promise<Goals | undefined> =>
  world.db.get(goals, keyOf(planId), { consistent: true });

/** @throws Problem missing `plan-missing`; stale `goals-stale` */
export const setGoals = async (
  world: World,
  { planId, version }: { planId: string; version: number },
  input: GoalsInput,
): Promise<Goals> => {
  await getPlan(world, planId);
  const item: Goals = {
    ...keyOf(planId),
    id: planId,
    ...input,
    version: version + 1,
    updatedAt: iso(world.now()),
  };
  const written = await world.db.putIf(goals, item, {
    if: version === NOT_SET ? 'attribute_not_exists(pk) OR #version = :version' : '#version = :version',
    names: { '#version': 'version' },
    values: { ':version': version },
  });
  if (!written.ok) throw new Problem('stale', 'goals-stale');
  return item;
};
