import { idOfForm, newId } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkLine } from './check';
import { type BudgetInput, type BudgetLine, budgetLines, budgetOf } from './line';
import { linesOfPlan } from './list';

/** A plan of sixty tasks has fewer; so many are read by one call. */
export const MOST_LINES = 500;

/**
 * Adds a line to a plan's budget. Idempotent by `nonce`.
 * @throws Problem conflict `budget-full`, and as `checkLine`
 */
export const createBudgetLine = async (
  world: World,
  planId: string,
  { nonce, ...input }: BudgetInput,
  more: Partial<Pick<BudgetLine, 'id' | 'sample'>> = {},
): Promise<BudgetLine> => {
  await checkLine(world, planId, input);
  const id =
    more.id ??
    (nonce ? idOfForm('budgetLine', `${world.db.actor} ${planId}`, nonce) : newId('budgetLine', world.now()));
  const lines = await linesOfPlan(world, planId);
  if (lines.length >= MOST_LINES && !lines.some((line) => line.id === id))
    throw new Problem('conflict', 'budget-full', { max: MOST_LINES });
  const now = iso(world.now());
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
  return written.ok ? line : (written.found ?? line);
};
