import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { getEvent } from '../../events/event/get';
import { idOf, versionField } from '../../platform/input/fields';
import { must } from '../../platform/problem/must';
import { createBudgetLine } from '../../programme/budget/create';
import { BudgetInput, BudgetUpdate } from '../../programme/budget/line';
import { linesOfEvent, linesOfPlan } from '../../programme/budget/list';
import { mayBudget } from '../../programme/budget/may';
import { removeBudgetLine, updateBudgetLine } from '../../programme/budget/update';
import { getPlan } from '../../programme/plans/list';
import { operation } from '../contract/operation';
import { BudgetLineView, BudgetView, budgetView, lineView } from './view';

const mustSee = (account: Account): void => {
  must(mayBudget(account), 'see');
};
const mustEdit = (account: Account): void => {
  must(mayBudget(account), 'edit');
};

const PlanId = z.object({ id: idOf('pln').meta({ param: { example: 'pln_2021' } }) });
const LineId = PlanId.extend({ lineId: idOf('bgl').meta({ param: { example: 'bgl_mau_tapvan_hall' } }) });

const example = {
  taskId: 'tsk_2021_ii2',
  eventId: 'evt_2021_tapvan',
  source: 'province' as const,
  item: 'hall' as const,
  estimate: 3_000_000,
  actual: 2_800_000,
  document: 'Hóa đơn số 15, ngày 06/5/2021 (mẫu)',
};

export const operations = [
  operation({
    id: 'getBudget',
    method: 'get',
    path: '/plans/{id}/budget',
    tag: 'Budget',
    summary: 'The budget of a plan: its lines and their totals',
    description:
      'Totals by task, event, source and item. All amounts are whole đồng. No payment is made here.',
    who: 'staff',
    params: PlanId,
    status: 200,
    answer: BudgetView,
    run: async ({ world, account, params }) => {
      mustSee(account);
      await getPlan(world, params.id);
      return budgetView(await linesOfPlan(world, params.id));
    },
  }),
  operation({
    id: 'getEventBudget',
    method: 'get',
    path: '/events/{id}/budget',
    tag: 'Budget',
    summary: 'What is planned and spent for one event',
    description: 'A line that was just written may be missing for a moment.',
    who: 'staff',
    params: z.object({ id: idOf('evt').meta({ param: { example: 'evt_2021_tapvan' } }) }),
    status: 200,
    answer: BudgetView,
    run: async ({ world, account, params }) => {
      mustSee(account);
      await getEvent(world, params.id);
      return budgetView(await linesOfEvent(world, params.id));
    },
  }),
  operation({
    id: 'createBudgetLine',
    method: 'post',
    path: '/plans/{id}/budget-lines',
    tag: 'Budget',
    summary: 'Add a line to a plan’s budget',
    description: 'The line belongs to a task of the plan, and to an event where it pays for one.',
    who: 'staff',
    params: PlanId,
    body: BudgetInput,
    example,
    status: 201,
    answer: BudgetLineView,
    run: async ({ world, account, params, body }) => {
      mustEdit(account);
      return lineView(await createBudgetLine(world, params.id, body));
    },
  }),
  operation({
    id: 'updateBudgetLine',
    method: 'put',
    path: '/plans/{id}/budget-lines/{lineId}',
    tag: 'Budget',
    summary: 'Save a whole line of a budget',
    description: 'Names the `version` that was read; 412 where it was saved in between.',
    who: 'staff',
    params: LineId,
    body: BudgetUpdate,
    example: { ...example, version: 1 },
    status: 200,
    answer: BudgetLineView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      mustEdit(account);
      return lineView(
        await updateBudgetLine(world, { planId: params.id, id: params.lineId, version }, input),
      );
    },
  }),
  operation({
    id: 'removeBudgetLine',
    method: 'post',
    path: '/plans/{id}/budget-lines/{lineId}/removal',
    tag: 'Budget',
    summary: 'Take a line out of a budget',
    description: 'It counts no more; its history stays. 412 where it was saved in between.',
    who: 'staff',
    params: PlanId.extend({ lineId: idOf('bgl').meta({ param: { example: 'bgl_mau_tapvan_speakers' } }) }),
    body: z.strictObject({ version: versionField.describe('The version that was read') }),
    example: { version: 1 },
    status: 204,
    run: async ({ world, account, params, body: { version } }) => {
      mustEdit(account);
      await removeBudgetLine(world, { planId: params.id, id: params.lineId, version });
    },
  }),
];
