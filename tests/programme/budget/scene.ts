import { createBudgetLine } from '../../../functions/programme/budget/create';
import { BudgetInput } from '../../../functions/programme/budget/line';
import { storePlan } from '../../../functions/programme/plans/store';
import type { TestWorld } from '../../support/world';

export const PLAN = 'pln_2021';
export const TASK = 'tsk_2021_ii2';
export const OTHER_TASK = 'tsk_2021_ii3b';

const task = (id: string, row: string) => ({
  id,
  row,
  words: `Nhiệm vụ ${row}.`,
  lead: [{ id: 'bod_stp', name: 'Sở Tư pháp' }],
  coordinating: [],
});

/** A plan with two tasks. */
export const addPlan = (world: TestWorld) =>
  storePlan(
    world,
    { year: 2021, title: 'Kế hoạch năm 2021', tasks: [task(TASK, 'II.2'), task(OTHER_TASK, 'II.3b')] },
    { id: PLAN },
  );

export const HALL = { taskId: TASK, source: 'province', item: 'hall', estimate: 3_000_000 } as const;

export const addLine = (world: TestWorld, more: object = {}) =>
  createBudgetLine(world, PLAN, BudgetInput.parse({ ...HALL, ...more }));
