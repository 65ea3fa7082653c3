import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { XLSX } from '../../platform/files/download';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { receivePledge, strikeReceipt, updatePledge, withdrawPledge } from '../../programme/pledges/change';
import { createPledge } from '../../programme/pledges/create';
import { getPledge, LISTED_STATES, listPledges } from '../../programme/pledges/list';
import { mayPledges } from '../../programme/pledges/may';
import { namesFor } from '../../programme/pledges/names';
import {
  PLEDGE_KINDS,
  PledgeInput,
  PledgeUpdate,
  StrikeInput,
  VersionedReceipt,
  WithdrawInput,
} from '../../programme/pledges/pledge';
import { pledgesFile } from '../../programme/pledges/sheet';
import { totalsOf } from '../../programme/pledges/totals';
import { operation } from '../contract/operation';
import { PledgeTotals, PledgeView, pledgeView } from './view';

const mustSee = (account: Account): void => {
  if (!mayPledges(account).see) throw new Problem('forbidden', 'forbidden');
};
const mustEdit = (account: Account): void => {
  if (!mayPledges(account).edit) throw new Problem('forbidden', 'forbidden');
};

const one = (example: string) => z.object({ id: idOf('plg').meta({ param: { example } }) });
const shared = { tag: 'Pledges', who: 'staff' } as const;

const Filter = z.object({
  state: z.enum(LISTED_STATES).optional(),
  kind: z.enum(PLEDGE_KINDS).optional(),
  bodyId: idOf('bod').optional(),
  eventId: idOf('evt').optional(),
  unitId: idOf('unt').optional(),
});

const example = {
  bodyId: 'bod_hlg',
  kind: 'materials' as const,
  words: 'Sổ tay pháp luật cho hòa giải viên',
  amount: 200,
  measure: 'cuốn',
  promisedOn: '2021-03-10',
  dueOn: '2021-05-31',
  unitId: 'unt_goquao',
  taskId: 'tsk_2021_ii5b',
};

export const operations = [
  operation({
    ...shared,
    id: 'createPledge',
    method: 'post',
    path: '/pledges',
    summary: 'Write down what a partner promised to give',
    description: 'Money in whole đồng, or a count in a unit of measure. No payment is made here.',
    body: PledgeInput,
    example,
    status: 201,
    answer: PledgeView,
    run: async ({ world, account, body }) => {
      mustEdit(account);
      return pledgeView(await createPledge(world, body), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'listPledges',
    method: 'get',
    path: '/pledges',
    summary: 'What partners promised and gave, overdue pledges first',
    description: '`totals` are of all pledges that the filter leaves, by kind and unit of measure.',
    query: Paging.extend(Filter.shape),
    status: 200,
    answer: pageOf(PledgeView).extend({ totals: z.array(PledgeTotals) }),
    run: async ({ world, account, query: { limit, cursor, ...filter } }) => {
      mustSee(account);
      const found = await listPledges(world, filter);
      const { items, next } = cutPage(found, { limit, cursor });
      return { items: items.map((p) => pledgeView(p, world.now())), next, totals: totalsOf(found) };
    },
  }),
  operation({
    ...shared,
    id: 'exportPledges',
    method: 'get',
    path: '/pledges/file',
    summary: 'Pledges as an Excel file',
    query: Filter,
    status: 200,
    file: [XLSX],
    run: async ({ world, account, query }) => {
      mustSee(account);
      const found = await listPledges(world, query);
      return pledgesFile(found, await namesFor(world, found), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'getPledge',
    method: 'get',
    path: '/pledges/{id}',
    summary: 'A pledge with every part that was received',
    params: one('plg_mau_sach'),
    status: 200,
    answer: PledgeView,
    run: async ({ world, account, params }) => {
      mustSee(account);
      return pledgeView(await getPledge(world, params.id), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'updatePledge',
    method: 'put',
    path: '/pledges/{id}',
    summary: 'Save a whole pledge',
    description:
      'Names the `version` that was read; 412 where it was saved in between. Kind and measure stay once a part was received.',
    params: one('plg_mau_hoi_truong'),
    body: PledgeUpdate,
    example: { ...example, version: 1 },
    status: 200,
    answer: PledgeView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      mustEdit(account);
      return pledgeView(await updatePledge(world, { id: params.id, version }, input), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'receivePledge',
    method: 'post',
    path: '/pledges/{id}/receipts',
    summary: 'Write down a part that was received',
    description:
      'Where more is received than was promised, `note` says why. 412 where the pledge was saved in between.',
    params: one('plg_mau_tien'),
    body: VersionedReceipt,
    example: {
      on: '2021-05-05',
      amount: 5_000_000,
      document: 'Biên bản giao nhận số 02, ngày 05/5/2021',
      receivedBy: 'Kế toán Sở Tư pháp',
      version: 2,
    },
    status: 200,
    answer: PledgeView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      mustEdit(account);
      return pledgeView(await receivePledge(world, { id: params.id, version }, input), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'strikeReceipt',
    method: 'post',
    path: '/pledges/{id}/struck-receipts',
    summary: 'Strike out a part that was written down by mistake',
    description: 'It counts no more, but stays in sight with the reason.',
    params: one('plg_mau_sach'),
    body: StrikeInput,
    example: { n: 1, words: 'Ghi nhầm số lượng', version: 3 },
    status: 200,
    answer: PledgeView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      mustEdit(account);
      return pledgeView(await strikeReceipt(world, { id: params.id, version }, input), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'withdrawPledge',
    method: 'post',
    path: '/pledges/{id}/withdrawal',
    summary: 'Expect nothing more of a pledge, with the reason',
    description: 'What was received stays and counts.',
    params: one('plg_mau_xe'),
    body: WithdrawInput,
    example: { words: 'Xe của cơ quan đang sửa chữa', version: 1 },
    status: 200,
    answer: PledgeView,
    run: async ({ world, account, params, body: { version, words } }) => {
      mustEdit(account);
      return pledgeView(await withdrawPledge(world, { id: params.id, version }, words), world.now());
    },
  }),
];
