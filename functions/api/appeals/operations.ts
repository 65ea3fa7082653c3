import * as z from 'zod';
import { DOCX, XLSX } from '../../platform/files/download';
import { cutPage, idOf, Paging, pageOf, versionField } from '../../platform/input/fields';
import { must } from '../../platform/problem/must';
import type { World } from '../../platform/world/world';
import { enterAppealAnswer } from '../../programme/appeals/answer';
import {
  AppealInput,
  AppealUpdate,
  CloseInput,
  EnteredAppealSaid,
  SendInput,
} from '../../programme/appeals/appeal';
import { closeAppeal } from '../../programme/appeals/close';
import { appealLetterFile } from '../../programme/appeals/letter';
import { mayAppeals } from '../../programme/appeals/may';
import { APPEAL_STATES, getAsked, listAppeals, readAppeal } from '../../programme/appeals/read';
import { createAppeal, updateAppeal } from '../../programme/appeals/save';
import { sendAppeal } from '../../programme/appeals/send';
import { appealsFile } from '../../programme/appeals/sheet';
import { takeAppealAnswer } from '../../programme/appeals/take';
import { operation } from '../contract/operation';
import { PledgeView, pledgeView } from '../pledges/view';
import { AppealView, AskedView, appealView, askedView } from './view';

const one = (example: string) => z.object({ id: idOf('apl').meta({ param: { example } }) });
const ofBody = (example: string) => z.object({ id: idOf('inq').meta({ param: { example } }) });
const shared = { tag: 'Appeals', who: 'staff' } as const;

const Filter = z.object({
  state: z.enum(APPEAL_STATES).optional(),
  eventId: idOf('evt').optional(),
  unitId: idOf('unt').optional(),
});

const viewOf = async (world: World, id: string) => appealView(await readAppeal(world, id), world.now());

const example = {
  title: 'Hỗ trợ sổ tay cho hòa giải viên các xã chỉ đạo điểm',
  words: 'Hòa giải viên của các xã chỉ đạo điểm cần tài liệu nghiệp vụ.',
  needs: [{ kind: 'materials' as const, words: 'Sổ tay hòa giải ở cơ sở', amount: 300, measure: 'cuốn' }],
  unitId: 'unt_goquao',
  dueOn: '2032-11-17',
};

/** What organizers do about calls for support. */
export const operations = [
  operation({
    ...shared,
    id: 'createAppeal',
    method: 'post',
    path: '/appeals',
    summary: 'Write the draft of a call for support',
    description: 'Nothing is sent. It may be tied to an event, a unit such as a pilot commune, or nothing.',
    body: AppealInput,
    example,
    status: 201,
    answer: AppealView,
    run: async ({ world, account, body }) => {
      must(mayAppeals(account), 'write');
      return viewOf(world, (await createAppeal(world, body)).id);
    },
  }),
  operation({
    ...shared,
    id: 'listAppeals',
    method: 'get',
    path: '/appeals',
    summary: 'Calls for support with what bodies answered, the newest first',
    query: Paging.extend(Filter.shape),
    status: 200,
    answer: pageOf(AppealView),
    run: async ({ world, account, query: { limit, cursor, ...filter } }) => {
      must(mayAppeals(account), 'see');
      const { items, next } = cutPage(await listAppeals(world, filter), { limit, cursor });
      return { items: items.map((found) => appealView(found, world.now())), next };
    },
  }),
  operation({
    ...shared,
    id: 'exportAppeals',
    method: 'get',
    path: '/appeals/export',
    summary: 'Calls for support as a file, one row for each kind',
    query: Filter,
    status: 200,
    file: [XLSX],
    run: async ({ world, account, query }) => {
      must(mayAppeals(account), 'see');
      return appealsFile(await listAppeals(world, query), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'getAppeal',
    method: 'get',
    path: '/appeals/{id}',
    summary: 'A call for support: what is asked, answered, promised and received',
    params: one('apl_2021_tai_lieu'),
    status: 200,
    answer: AppealView,
    run: async ({ world, account, params }) => {
      must(mayAppeals(account), 'see');
      return viewOf(world, params.id);
    },
  }),
  operation({
    ...shared,
    id: 'updateAppeal',
    method: 'put',
    path: '/appeals/{id}',
    summary: 'Save the draft of a call for support',
    description: 'Names the `version` that was read; 409 once a body was asked.',
    params: one('apl_mau_sua'),
    body: AppealUpdate,
    example: { ...example, version: 1 },
    refusals: ['Conflict'],
    status: 200,
    answer: AppealView,
    run: async ({ world, account, params, body: { version, ...input } }) => {
      must(mayAppeals(account), 'write');
      return viewOf(world, (await updateAppeal(world, { id: params.id, version }, input)).id);
    },
  }),
  operation({
    ...shared,
    id: 'sendAppeal',
    method: 'post',
    path: '/appeals/{id}/bodies',
    summary: 'Ask bodies for support, or further bodies',
    description:
      'Each gets a personal link by mail, or is on the call list; it is reminded seven and two days before the last day, and three days after it. A repeated call asks no body twice.',
    params: one('apl_mau_gui'),
    body: SendInput,
    example: { version: 1, bodyIds: ['bod_hlg', 'bod_dls'] },
    status: 200,
    answer: AppealView,
    run: async ({ world, account, params, body: { version, bodyIds } }) => {
      must(mayAppeals(account), 'write');
      await sendAppeal(world, { id: params.id, version }, bodyIds);
      return viewOf(world, params.id);
    },
  }),
  operation({
    ...shared,
    id: 'closeAppeal',
    method: 'post',
    path: '/appeals/{id}/closing',
    summary: 'End a call for support with what came of it',
    description:
      '409 while an answer that gives something is no pledge yet. Bodies without an answer are told that none is needed.',
    params: one('apl_mau_ket_thuc'),
    body: CloseInput,
    example: { version: 2, words: 'Đã vận động đủ sổ tay cho các xã chỉ đạo điểm.' },
    refusals: ['Conflict'],
    status: 200,
    answer: AppealView,
    run: async ({ world, account, params, body: { version, words } }) => {
      must(mayAppeals(account), 'write');
      await closeAppeal(world, { id: params.id, version }, words);
      return viewOf(world, params.id);
    },
  }),
  operation({
    ...shared,
    id: 'draftAppealLetter',
    method: 'get',
    path: '/appeals/{id}/letter',
    summary: 'The letter of a call for support',
    description: 'A Word draft, addressed to the bodies that were asked.',
    params: one('apl_2021_tai_lieu'),
    status: 200,
    file: [DOCX],
    run: async ({ world, account, params }) => {
      must(mayAppeals(account), 'see');
      return appealLetterFile(world, params.id);
    },
  }),
  operation({
    ...shared,
    id: 'getAppealOfBody',
    method: 'get',
    path: '/asked-bodies/{id}',
    summary: 'What one body was asked, and its answer',
    params: ofBody('inq_van_dong_cho'),
    status: 200,
    answer: AskedView,
    run: async ({ world, account, params }) => {
      must(mayAppeals(account), 'see');
      return askedView(await getAsked(world, params.id), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'enterAppealAnswer',
    method: 'put',
    path: '/asked-bodies/{id}/answer',
    summary: 'Enter an answer to a call for support that came by phone or letter',
    params: ofBody('inq_van_dong_nhap'),
    body: EnteredAppealSaid,
    example: {
      version: 1,
      through: 'phone',
      stance: 'declines',
      words: 'Cơ quan chưa bố trí được kinh phí trong năm.',
      position: 'Chánh Văn phòng',
    },
    status: 200,
    answer: AskedView,
    run: async ({ world, account, params, body: { version, through, ...said } }) => {
      must(mayAppeals(account), 'write');
      return askedView(await enterAppealAnswer(world, params.id, { version, through, said }), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'takeAppealAnswer',
    method: 'post',
    path: '/asked-bodies/{id}/pledges',
    summary: 'Take an answer over: each of its gifts becomes a pledge',
    description: 'The body changes the answer no more. Repeated, it answers the same pledges.',
    params: ofBody('inq_van_dong_tra_loi'),
    body: z.strictObject({ version: versionField }),
    example: { version: 2 },
    refusals: ['Conflict'],
    status: 200,
    answer: z.object({ pledges: z.array(PledgeView) }),
    run: async ({ world, account, params, body: { version } }) => {
      must(mayAppeals(account), 'write');
      const made = await takeAppealAnswer(world, { id: params.id, version });
      return { pledges: made.map((pledge) => pledgeView(pledge, world.now())) };
    },
  }),
];
