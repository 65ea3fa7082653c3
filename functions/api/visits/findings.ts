import * as z from 'zod';
import { askAgain } from '../../inquiries/change';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { AgainInput, EndInput, EnteredSaid } from '../../recommendations/recommendation';
import { enterFindingAnswer } from '../../visits/answer';
import { FINDING, type Finding, FindingInput } from '../../visits/finding';
import { FINDING_STATES, inFindings, listFindings } from '../../visits/list';
import { mustSeeVisit, mustWriteVisits, visitScope } from '../../visits/may';
import { closeFinding, getFinding, recordFinding, withdrawFinding } from '../../visits/record';
import { operation } from '../contract/operation';
import { FindingView, findingView } from './view';

const one = (example: string) => z.object({ id: idOf('inq').meta({ param: { example } }) });
const shared = { tag: 'Visits', who: 'staff', answer: FindingView } as const;

/** What was found by visits, and what units replied. */
export const operations = [
  operation({
    ...shared,
    id: 'recordFinding',
    method: 'post',
    path: '/visits/{id}/findings',
    summary: 'Record a finding, and ask the unit for its reply',
    description:
      'From the day of the visit on. The unit gets a personal link, and is reminded until it replies. The same `key` records one finding.',
    params: one('inq_mau_kiem_tra_nay'),
    body: FindingInput,
    example: {
      key: 'dien-thoai-0001',
      title: 'Sổ theo dõi chưa ghi đủ',
      words: 'Ba tổ hòa giải chưa ghi sổ theo dõi từ quý II.',
      evidence: 'Sổ theo dõi của ba tổ',
      dueOn: '2032-10-15',
    },
    refusals: ['Conflict'],
    status: 201,
    run: async ({ world, account, params, body }) => {
      await mustWriteVisits(world, account);
      return findingView(await recordFinding(world, params.id, body), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'listFindings',
    method: 'get',
    path: '/findings',
    summary: 'The findings of visits, late ones first',
    description: 'An officer sees those of their own area.',
    query: Paging.extend({ state: z.enum(FINDING_STATES).optional(), visitId: idOf('inq').optional() }),
    status: 200,
    answer: pageOf(FindingView),
    run: async ({ world, account, query }) => {
      const now = world.now();
      const all = await listFindings(world, await visitScope(world, account));
      const { items, next } = cutPage(inFindings(all, query, now), query);
      return { items: items.map((f) => findingView(f, now)), next };
    },
  }),
  operation({
    ...shared,
    id: 'getFinding',
    method: 'get',
    path: '/findings/{id}',
    summary: 'A finding with its latest reply',
    params: one('inq_2021_so'),
    status: 200,
    run: async ({ world, account, params }) =>
      findingView(await mustSeeVisit(world, account, await getFinding(world, params.id)), world.now()),
  }),
  operation({
    ...shared,
    id: 'askFindingAgain',
    method: 'post',
    path: '/findings/{id}/turns',
    summary: 'Ask the unit for another reply, with words and a new last day',
    description: 'The unit gets a new link; the old one is dead. Earlier replies stay.',
    params: one('inq_mau_hoi'),
    body: AgainInput,
    example: { version: 1, dueOn: '2032-12-15', words: 'Đề nghị nêu rõ thời gian khắc phục.' },
    status: 200,
    run: async ({ world, account, params, body: { version, ...asked } }) => {
      await mustWriteVisits(world, account);
      const at = { id: params.id, kind: FINDING, version };
      return findingView(await askAgain<Finding>(world, at, asked), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'enterFindingAnswer',
    method: 'put',
    path: '/findings/{id}/answer',
    summary: 'Enter a reply that came by phone or letter',
    params: one('inq_mau_nhap_ho'),
    body: EnteredSaid,
    example: {
      version: 1,
      through: 'phone',
      outcome: 'done',
      words: 'Đã ghi bổ sung sổ theo dõi.',
      position: 'Trưởng phòng Tư pháp',
    },
    status: 200,
    run: async ({ world, account, params, body: { version, through, ...said } }) => {
      await mustWriteVisits(world, account);
      return findingView(await enterFindingAnswer(world, params.id, { version, through, said }), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'closeFinding',
    method: 'post',
    path: '/findings/{id}/closing',
    summary: 'Close a finding with what came of it',
    params: one('inq_mau_dong'),
    body: EndInput,
    example: { version: 1, words: 'Đã khắc phục xong.' },
    status: 200,
    run: async ({ world, account, params, body }) => {
      await mustWriteVisits(world, account);
      return findingView(await closeFinding(world, params.id, body), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'withdrawFinding',
    method: 'post',
    path: '/findings/{id}/withdrawal',
    summary: 'Take a finding back',
    description: 'The link says so, and a unit that was told of it is told the reason.',
    params: one('inq_mau_rut'),
    body: EndInput,
    example: { version: 1, words: 'Ghi nhầm đơn vị.' },
    status: 200,
    run: async ({ world, account, params, body }) => {
      await mustWriteVisits(world, account);
      return findingView(await withdrawFinding(world, params.id, body), world.now());
    },
  }),
];
