import { missing, Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkLine } from './check';
import { type BudgetInput, type BudgetLine, budgetLines, budgetOf } from './line';

/** Which line, as its editor read it. */
interface Read {
  planId: string;
  id: string;
  version: number;
}

/**
 * Saves a whole line.
 * @throws Problem `budget-line-missing`; stale `budget-line-stale` where another editor saved in between
 */
export const updateBudgetLine = async (world: World, read: Read, input: BudgetInput): Promise<BudgetLine> => {
  await checkLine(world, read.planId, input);
  const { taskId, eventId, source, sourceWords, item, itemWords, estimate, actual, document, remark } = input;
  return save(world, read, {
    taskId,
    eventId,
    source,
    sourceWords,
    item,
    itemWords,
    estimate,
    actual,
    document,
    remark,
  });
};

/** Takes a line out of the budget. It stays stored, so that its history names the account that removed it. */
export const removeBudgetLine = async (world: World, read: Read): Promise<void> => {
  await save(world, read, { removed: true });
};

/** The fields that are written; `undefined` empties one. */
type Written = { [Name in keyof BudgetInput]?: BudgetInput[Name] | undefined } & { removed?: true };

const save = async (world: World, { planId, id, version }: Read, set: Written): Promise<BudgetLine> => {
  const written = await world.db.updateIf(
    budgetLines,
    { pk: budgetOf(planId), sk: id },
    nextVersion(version, {
      set: { ...set, updatedAt: iso(world.now()) },
      if: 'attribute_not_exists(removed)',
      returns: 'ALL_NEW',
    }),
  );
  if (written.ok) return written.item!;
  const found = written.found as BudgetLine | undefined;
  if (!found || found.removed) throw missing('budget-line');
  throw new Problem('stale', 'budget-line-stale');
};
