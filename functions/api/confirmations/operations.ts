import * as z from 'zod';
import { enterConfirmation, getConfirmation } from '../../confirmations/answer';
import { askConfirmation } from '../../confirmations/ask';
import {
  CONFIRMATION,
  type Confirmation,
  ConfirmInput,
  EnteredConfirmed,
} from '../../confirmations/confirmation';
import { peopleOf } from '../../confirmations/people';
import { TakeOverInput, takeOverConfirmation } from '../../confirmations/proposals';
import {
  allowedConfirmation,
  CONFIRM_STATES,
  closeConfirmation,
  confirmationRights,
  inConfirmations,
  mustAskConfirmations,
  readConfirmations,
  withdrawConfirmation,
} from '../../confirmations/register';
import { askAgain } from '../../inquiries/change';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import type { World } from '../../platform/world/world';
import { AgainInput, EndInput } from '../../recommendations/recommendation';
import { operation } from '../contract/operation';
import { briefView, ConfirmBrief, ConfirmView, confirmView } from './view';

const one = (example: string) => z.object({ id: idOf('inq').meta({ param: { example } }) });
const shared = { tag: 'Confirmations', who: 'staff', status: 200, answer: ConfirmView } as const;

const shown = async (world: World, confirmation: Confirmation) =>
  confirmView(confirmation, await peopleOf(world, confirmation), world.now());

/** The yearly confirmation of teams and mediators by their communes. */
export const operations = [
  operation({
    ...shared,
    id: 'askConfirmation',
    method: 'post',
    path: '/confirmations',
    summary: 'Ask communes to confirm their teams and mediators of this year',
    description:
      'For organizers. The committee of each commune, or the nearest one above it, gets a personal link and is reminded. A commune that was asked this year is left out; one without a committee is named in `refused`.',
    body: ConfirmInput,
    example: { unitIds: ['unt_mau_5'], dueOn: '2032-10-15', words: 'Đề nghị đối chiếu với thực tế.' },
    status: 201,
    answer: z.object({
      asked: z.array(z.string()).describe('The communes that were asked'),
      refused: z.array(z.object({ unitId: z.string(), code: z.string() })),
    }),
    run: async ({ world, account, body }) => {
      await mustAskConfirmations(world, account);
      const { done, refused } = await askConfirmation(world, body);
      return {
        asked: done.map(({ id }) => id),
        refused: refused.map(({ thing, problem }) => ({
          unitId: thing.id,
          code: problem.fields[0]?.code ?? problem.code,
        })),
      };
    },
  }),
  operation({
    ...shared,
    id: 'listConfirmations',
    method: 'get',
    path: '/confirmations',
    summary: 'Which communes confirmed their mediators, late ones first',
    description: 'An officer sees those of their own area.',
    query: Paging.extend({ state: z.enum(CONFIRM_STATES).optional() }),
    answer: pageOf(ConfirmBrief),
    run: async ({ world, account, query }) => {
      const now = world.now();
      const { of } = await confirmationRights(world, account);
      const all = (await readConfirmations(world)).filter((confirmation) => of(confirmation).see);
      const { items, next } = cutPage(inConfirmations(all, query.state, now), query);
      return { items: items.map((confirmation) => briefView(confirmation, now)), next };
    },
  }),
  operation({
    ...shared,
    id: 'getConfirmation',
    method: 'get',
    path: '/confirmations/{id}',
    summary: 'A yearly confirmation with the people of now, the latest answer and what it proposes',
    params: one('inq_2021_xac_nhan'),
    run: async ({ world, account, params }) =>
      shown(world, await allowedConfirmation(world, account, params.id, 'read')),
  }),
  operation({
    ...shared,
    id: 'enterConfirmation',
    method: 'put',
    path: '/confirmations/{id}/answer',
    summary: 'Enter the answer of a commune, as its officer or as it came by phone or letter',
    params: one('inq_mau_xac_nhan_nhap'),
    body: EnteredConfirmed,
    example: {
      version: 1,
      through: 'phone',
      serving: [
        'med_mau_10',
        'med_mau_11',
        'med_mau_12',
        'med_mau_13',
        'med_mau_14',
        'med_mau_15',
        'med_mau_16',
      ],
      position: 'Công chức Tư pháp - Hộ tịch',
    },
    run: async ({ world, account, params, body: { version, through, ...said } }) => {
      await allowedConfirmation(world, account, params.id, 'enter');
      return shown(world, await enterConfirmation(world, params.id, { version, through, said }));
    },
  }),
  operation({
    ...shared,
    id: 'askConfirmationAgain',
    method: 'post',
    path: '/confirmations/{id}/turns',
    summary: 'Ask the commune to confirm once more, with words and a new last day',
    description: 'It gets a new link; the old one is dead. Earlier answers stay.',
    params: one('inq_mau_xac_nhan_lai'),
    body: AgainInput,
    example: { version: 1, dueOn: '2032-12-15', words: 'Đề nghị ghi rõ ngày thôi làm.' },
    run: async ({ world, account, params, body: { version, ...asked } }) => {
      await mustAskConfirmations(world, account);
      const of = { id: params.id, kind: CONFIRMATION, version };
      return shown(world, await askAgain<Confirmation>(world, of, asked));
    },
  }),
  operation({
    ...shared,
    id: 'takeOverConfirmation',
    method: 'post',
    path: '/confirmations/{id}/proposals',
    summary: 'Write what a commune proposes into the register, all at once or some',
    description:
      'Who stopped is dismissed by a decision; who is missing is added to the team. What the register has already is left alone. A proposal that is refused is named in `refused`.',
    params: one('inq_mau_xac_nhan_xong'),
    body: TakeOverInput,
    example: { keys: ['missing:0'] },
    refusals: ['Conflict'],
    answer: z.object({
      done: z.array(z.string()),
      refused: z.array(z.object({ key: z.string(), code: z.string() })),
    }),
    run: async ({ world, account, params, body }) => {
      await mustAskConfirmations(world, account);
      const { done, refused } = await takeOverConfirmation(world, params.id, body);
      return {
        done,
        refused: refused.map(({ key, problem }) => ({ key, code: problem.fields[0]?.code ?? problem.code })),
      };
    },
  }),
  operation({
    ...shared,
    id: 'closeConfirmation',
    method: 'post',
    path: '/confirmations/{id}/closing',
    summary: 'End a yearly confirmation with what came of it',
    description: '409 `confirmation-not-answered` before the commune has answered.',
    params: one('inq_mau_xac_nhan_dong'),
    body: EndInput,
    example: { version: 2, words: 'Đã cập nhật danh sách.' },
    refusals: ['Conflict'],
    run: async ({ world, account, params, body }) => {
      await mustAskConfirmations(world, account);
      return shown(world, await closeConfirmation(world, params.id, body));
    },
  }),
  operation({
    ...shared,
    id: 'withdrawConfirmation',
    method: 'post',
    path: '/confirmations/{id}/withdrawal',
    summary: 'Take a yearly confirmation back',
    description: 'The link says so, and a commune that was told of it is told the reason.',
    params: one('inq_mau_xac_nhan_thoi'),
    body: EndInput,
    example: { version: 1, words: 'Xã đang sắp xếp lại tổ hòa giải.' },
    run: async ({ world, account, params, body }) => {
      await mustAskConfirmations(world, account);
      await getConfirmation(world, params.id);
      return shown(world, await withdrawConfirmation(world, params.id, body));
    },
  }),
];
