import { PREFIX } from '../../platform/keys/ids';
import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type BudgetLine, budgetLines, budgetOf } from './line';

const inForce = (lines: readonly BudgetLine[]): BudgetLine[] => lines.filter(({ removed }) => !removed);

/** The lines of a plan's budget, in the order in which they were entered. One call. */
export const linesOfPlan = async (world: World, planId: string): Promise<BudgetLine[]> =>
  inForce(
    await world.db.all(budgetLines, {
      where: 'pk = :pk',
      values: { ':pk': budgetOf(planId) },
      consistent: true,
    }),
  );

/** The lines that pay for an event, of whatever plan. One call; an index, so a line may come a moment late. */
export const linesOfEvent = async (world: World, eventId: string): Promise<BudgetLine[]> =>
  inForce(
    await world.db.all(budgetLines, {
      index: 'byEvent',
      where: 'eventId = :event AND begins_with(sk, :line)',
      values: { ':event': eventId, ':line': `${PREFIX.budgetLine}_` },
    }),
  );

/** @throws Problem missing `budget-line-missing` */
export const getBudgetLine = async (world: World, planId: string, id: string): Promise<BudgetLine> => {
  const line = await world.db.get(budgetLines, { pk: budgetOf(planId), sk: id }, { consistent: true });
  if (!line || line.removed) throw missing('budget-line');
  return line;
};
