import * as z from 'zod';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { issuePlan, withdrawPlan } from '../../programme/consultation/issue';
import { getPlan } from '../../programme/plans/list';
import { mayProgramme } from '../../programme/plans/may';
import { IssueInput, PlanUpdate, TaskUpdate, WithdrawalInput } from '../../programme/plans/plan';
import { textsOf } from '../../programme/plans/texts';
import { updatePlan, updateTask } from '../../programme/plans/update';
import { operation, type StaffCall } from '../contract/operation';
import { PlanView, TextView, textView, view } from './plan-view';

const planAt = (example: string) => z.object({ id: idOf('pln').meta({ param: { example } }) });
const shared = { tag: 'Programme', who: 'staff', status: 200, answer: PlanView } as const;

const mustEdit = ({ account }: Pick<StaffCall<unknown, unknown, unknown>, 'account'>) => {
  if (!mayProgramme(account).edit) throw new Problem('forbidden', 'forbidden');
};

const CORRECTED =
  'Names the `version` that was read. Once the plan is issued the change is a correction: it needs a `reason`, and the text before it is kept.';

/** What changes a plan and its text. */
export const operations = [
  operation({
    ...shared,
    id: 'updatePlan',
    method: 'put',
    path: '/plans/{id}',
    summary: 'Change the title and the legal bases of a plan',
    description: CORRECTED,
    params: planAt('pln_nay'),
    body: PlanUpdate,
    example: {
      version: 1,
      title: 'Kế hoạch thực hiện Đề án “Nâng cao năng lực đội ngũ hòa giải viên ở cơ sở” (bản sửa)',
      bases: ['Luật Hòa giải ở cơ sở ngày 20 tháng 6 năm 2013'],
    },
    run: async (call) => {
      mustEdit(call);
      return view(await updatePlan(call.world, call.params.id, call.body));
    },
  }),
  operation({
    ...shared,
    id: 'updateTask',
    method: 'put',
    path: '/plans/{id}/tasks/{taskId}',
    summary: 'Change a task: its words, who leads and coordinates it, its time, its goals',
    description: CORRECTED,
    params: planAt('pln_2021').extend({
      taskId: idOf('tsk').meta({ param: { example: 'tsk_2021_ii5c' } }),
    }),
    body: TaskUpdate,
    example: {
      version: 1,
      reason: 'Bổ sung cơ quan phối hợp',
      words: 'Kiểm tra việc thực hiện Kế hoạch.',
      leadBodyIds: ['bod_stp'],
      coordinatingBodyIds: ['bod_mttq'],
      time: 'quý III',
      indicators: [{ name: 'Buổi kiểm tra', source: 'visits', goal: 2 }],
    },
    run: async (call) => {
      mustEdit(call);
      const { id: planId, taskId } = call.params;
      return view(await updateTask(call.world, { planId, taskId }, call.body));
    },
  }),
  operation({
    ...shared,
    id: 'issuePlan',
    method: 'post',
    path: '/plans/{id}/issue',
    summary: 'Note the number, day and signer under which a plan was issued',
    description:
      'Its consultation ends. From then on the text changes by corrections alone. 409 where it is issued already.',
    params: planAt('pln_nay'),
    body: IssueInput,
    example: {
      version: 2,
      number: '99/KH-UBND',
      issuedOn: '2026-03-16',
      signer: 'KT. Chủ tịch, Phó Chủ tịch',
    },
    run: async (call) => {
      mustEdit(call);
      return view(await issuePlan(call.world, call.params.id, call.body));
    },
  }),
  operation({
    ...shared,
    id: 'withdrawPlan',
    method: 'post',
    path: '/plans/{id}/withdrawal',
    summary: 'Withdraw a plan, a draft or an issued one',
    description: 'Bodies that are asked for comments are told. Another plan of the year can follow.',
    params: planAt('pln_sau'),
    body: WithdrawalInput,
    example: { version: 2, reason: 'Lồng ghép vào kế hoạch chung của tỉnh.' },
    run: async (call) => {
      mustEdit(call);
      return view(await withdrawPlan(call.world, call.params.id, call.body));
    },
  }),
  operation({
    ...shared,
    id: 'listPlanTexts',
    method: 'get',
    path: '/plans/{id}/texts',
    summary: 'Every text that a plan had, the first one first',
    params: planAt('pln_sau'),
    query: Paging,
    answer: pageOf(TextView),
    run: async ({ world, account, params, query }) => {
      if (!mayProgramme(account).see) throw new Problem('forbidden', 'forbidden');
      const { id } = await getPlan(world, params.id);
      const { items, next } = cutPage(await textsOf(world, id), query);
      return { items: items.map(textView), next };
    },
  }),
];
