import { newId } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkLine } from './check';
import { type BudgetInput, type BudgetLine, budgetLines, budgetOf } from './line';
import { linesOfPlan } from './list';

/** A plan of sixty tasks has fewer; so many are read by one call. */
export const MOST_LINES = 500;

/**
 * Adds a line to a plan's budget.
 * @throws Problem conflict `budget-full`, and as `checkLine`
 */
export const createBudgetLine = async (
  world: World,
  planId: string,
  input: BudgetInput,
  more: Partial<Pick<BudgetLine, 'id' | 'sample'>> = {},
): Promise<BudgetLine> => {
  await checkLine(world, planId, input);
  if ((await linesOfPlan(world, planId)).length >= MOST_LINES)
    throw new Problem('conflict', 'budget-full', { max: MOST_LINES });
  const now = iso(world.now());
  const id = more.id ?? newId('budgetLine', world.now());
  const line: BudgetLine = {
    pk: budgetOf(planId),
    sk: id,
    id,
    planId,
    ...input,
    ...more,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const written = await world.db.putIf(budgetLines, line, { if: 'attribute_not_exists(pk)' });
  if (!written.ok) throw new Error(`budget line ${id} exists already`);
  return line;
};
