import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { allUnits } from '../../directory/units/list';
import { XLSX } from '../../platform/files/download';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { must } from '../../platform/problem/must';
import { enterSupportAnswer } from '../../support/answer';
import { closeSupportRequest } from '../../support/close';
import { createSupportRequest } from '../../support/create';
import { passSupportRequest } from '../../support/pass';
import { getSupport } from '../../support/read';
import { countsByOutcome, countsByType, maySupport, supportWith } from '../../support/register';
import { supportFile } from '../../support/register-file';
import {
  CloseInput,
  EnteredSupportSaid,
  PassInput,
  SUPPORT_OUTCOMES,
  SUPPORT_STATES,
  SUPPORT_TYPES,
  SupportInput,
} from '../../support/request';
import { getVisibleSupport, listVisibleSupport } from '../../support/visible';
import { operation } from '../contract/operation';
import { SupportView, view } from './view';

const one = (example: string) => z.object({ id: idOf('sup').meta({ param: { example } }) });

const mustHandle = (account: Account): void => must(maySupport(account, []), 'handle');

const shared = { tag: 'Support', who: 'staff', answer: SupportView } as const;

/** What staff do about requests for support of hard cases. */
export const operations = [
  operation({
    ...shared,
    id: 'createSupportRequest',
    method: 'post',
    path: '/support-requests',
    summary: 'Ask for support of a hard case, for a mediation team',
    description:
      'For organizers, and for officers in their own area. Names no party, as `askForSupport`. The officer reads the answer here.',
    body: SupportInput,
    example: {
      type: 'court',
      words: 'Hai bên đã hòa giải thành. Tổ hòa giải cần hướng dẫn hồ sơ đề nghị công nhận kết quả.',
      unitId: 'unt_mau_1',
      teamName: 'Tổ hòa giải ấp Mẫu',
    },
    status: 201,
    run: async ({ world, account, body }) => {
      must(maySupport(account, await allUnits(world), body.unitId), 'ask');
      return view({ request: await createSupportRequest(world, body) }, world.now());
    },
  }),
  operation({
    ...shared,
    id: 'listSupportRequests',
    method: 'get',
    path: '/support-requests',
    summary: 'Requests for support, those that wait for the organizer first',
    description: 'Officers see those from their own area.',
    query: Paging.extend({
      state: z.enum(SUPPORT_STATES).optional(),
      type: z.enum(SUPPORT_TYPES).optional(),
    }),
    status: 200,
    answer: pageOf(SupportView),
    run: async ({ world, account, query }) => {
      const { items, next } = cutPage(supportWith(await listVisibleSupport(world, account), query), query);
      return { items: items.map((found) => view(found, world.now())), next };
    },
  }),
  operation({
    id: 'exportSupportRequests',
    method: 'get',
    path: '/support-requests/export',
    tag: 'Support',
    who: 'staff',
    summary: 'The register of requests for support as a spreadsheet',
    description: 'With the filters of the list. Officers get those from their own area.',
    query: z.object({
      state: z.enum(SUPPORT_STATES).optional(),
      type: z.enum(SUPPORT_TYPES).optional(),
    }),
    status: 200,
    file: [XLSX],
    run: async ({ world, account, query }) => supportFile(world, account, query),
  }),
  operation({
    ...shared,
    id: 'getSupportCounts',
    method: 'get',
    path: '/support-requests/counts',
    summary: 'Requests for support counted by type and outcome, with the median days to an answer',
    status: 200,
    answer: z
      .object({
        types: z.array(
          z.object({
            type: z.enum(SUPPORT_TYPES),
            asked: z.number(),
            answered: z.number(),
            closed: z.number(),
            medianDays: z.number().optional().describe('From the request to the first answer'),
          }),
        ),
        outcomes: z.array(z.object({ outcome: z.enum(SUPPORT_OUTCOMES), count: z.number() })),
      })
      .meta({ id: 'SupportCounts' }),
    run: async ({ world, account }) => {
      const all = await listVisibleSupport(world, account);
      return { types: countsByType(all), outcomes: countsByOutcome(all) };
    },
  }),
  operation({
    ...shared,
    id: 'getSupportRequest',
    method: 'get',
    path: '/support-requests/{id}',
    summary: 'A request for support with its answer',
    params: one('sup_ho_tro_cho'),
    status: 200,
    run: async ({ world, account, params }) =>
      view(await getVisibleSupport(world, account, params.id), world.now()),
  }),
  operation({
    ...shared,
    id: 'passSupportRequest',
    method: 'post',
    path: '/support-requests/{id}/passing',
    summary: 'Pass a request for support to the body that answers',
    description:
      'For organizers. The body gets a personal link by mail, or is on the call list, and is reminded. 409 `support-passed` where another body has it.',
    params: one('sup_ho_tro_moi'),
    body: PassInput,
    example: { bodyId: 'bod_tand', dueOn: '2032-12-10' },
    refusals: ['Missing', 'Conflict', 'Stale'],
    status: 200,
    run: async ({ world, account, params, body }) => {
      mustHandle(account);
      return view(await passSupportRequest(world, params.id, body), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'enterSupportAnswer',
    method: 'put',
    path: '/support-requests/{id}/answer',
    summary: 'Enter what a body answered by phone or letter, or that it came',
    description: 'For organizers. Names `answerVersion`.',
    params: one('sup_ho_tro_nhap'),
    body: EnteredSupportSaid,
    example: {
      version: 1,
      through: 'phone',
      how: 'visit',
      words: 'Đã cử cán bộ đến ấp ngày 10/11, hướng dẫn tổ hòa giải tại chỗ.',
      position: 'Trưởng phòng',
    },
    refusals: ['Missing', 'Stale'],
    status: 200,
    run: async ({ world, account, params, body: { version, through, ...said } }) => {
      mustHandle(account);
      await enterSupportAnswer(world, params.id, { version, through }, said);
      return view(await getSupport(world, params.id), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'closeSupportRequest',
    method: 'post',
    path: '/support-requests/{id}/closing',
    summary: 'Close a request for support with what came of the case',
    description: 'For organizers. What was asked of the body ends too; the mediator reads the outcome.',
    params: one('sup_ho_tro_ket_thuc'),
    body: CloseInput,
    example: { version: 2, outcome: 'settled', words: 'Hai bên đã thỏa thuận được.' },
    refusals: ['Missing', 'Conflict', 'Stale'],
    status: 200,
    run: async ({ world, account, params, body }) => {
      mustHandle(account);
      return view(await closeSupportRequest(world, params.id, body), world.now());
    },
  }),
];
