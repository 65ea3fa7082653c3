import * as z from 'zod';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { clonePlan } from '../../programme/plans/clone';
import { createPlan } from '../../programme/plans/create';
import { getPlan, listPlans } from '../../programme/plans/list';
import { mayProgramme } from '../../programme/plans/may';
import { CloneInput, PlanInput } from '../../programme/plans/plan';
import { operation } from '../contract/operation';
import { PlanInList, PlanView, short, view } from './plan-view';

const PlanId = z.object({ id: idOf('pln').meta({ param: { example: 'pln_2021' } }) });

export const operations = [
  operation({
    id: 'listPlans',
    method: 'get',
    path: '/plans',
    tag: 'Programme',
    summary: 'The plans by year, the latest first',
    who: 'staff',
    query: Paging,
    status: 200,
    answer: pageOf(PlanInList),
    run: async ({ world, account, query }) => {
      if (!mayProgramme(account).see) throw new Problem('forbidden', 'forbidden');
      const plans = await listPlans(world);
      const { items, next } = cutPage(plans, query);
      return { items: items.map(short), next };
    },
  }),
  operation({
    id: 'createPlan',
    method: 'post',
    path: '/plans',
    tag: 'Programme',
    summary: 'Take in a plan that the province issued',
    description:
      'With its rows, in its own words; bodies are named by their ids. A year has one plan; those of later years are taken over from it (`clonePlan`).',
    who: 'staff',
    body: PlanInput,
    example: {
      year: 2032,
      number: '12/KH-UBND',
      issuedOn: '2032-03-01',
      title: 'Kế hoạch thực hiện Đề án năm 2032',
      bases: ['Căn cứ Luật Hòa giải ở cơ sở ngày 20 tháng 6 năm 2013'],
      tasks: [
        {
          row: 'II.1',
          words: 'Tổ chức tập huấn cho hòa giải viên ở cơ sở.',
          leadBodyIds: ['bod_stp'],
          coordinatingBodyIds: ['bod_mttq'],
          coordinatingWords: 'các cơ quan, tổ chức có liên quan',
          time: 'cả năm',
        },
      ],
    },
    status: 201,
    answer: PlanView,
    run: async ({ world, account, body }) => {
      if (!mayProgramme(account).create) throw new Problem('forbidden', 'forbidden');
      return view(await createPlan(world, body));
    },
  }),
  operation({
    id: 'getPlan',
    method: 'get',
    path: '/plans/{id}',
    tag: 'Programme',
    summary: 'A plan with its tasks',
    who: 'staff',
    params: PlanId,
    status: 200,
    answer: PlanView,
    run: async ({ world, account, params }) => {
      if (!mayProgramme(account).see) throw new Problem('forbidden', 'forbidden');
      return view(await getPlan(world, params.id));
    },
  }),
  operation({
    id: 'clonePlan',
    method: 'post',
    path: '/plans/{id}/clones',
    tag: 'Programme',
    summary: 'Take a plan over into another year',
    description: 'The same rows under new ids; number and date stay blank. A year has one plan.',
    who: 'staff',
    params: PlanId,
    body: CloneInput,
    example: { year: 2031 },
    status: 201,
    answer: PlanView,
    run: async ({ world, account, params, body }) => {
      if (!mayProgramme(account).clone) throw new Problem('forbidden', 'forbidden');
      return view(await clonePlan(world, params.id, body.year));
    },
  }),
];
