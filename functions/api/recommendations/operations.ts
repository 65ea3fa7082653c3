import * as z from 'zod';
import { askAgain, end } from '../../inquiries/change';
import { getInquiry } from '../../inquiries/read';
import { XLSX } from '../../platform/files/download';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { must } from '../../platform/problem/must';
import { enterRecommendationAnswer } from '../../recommendations/answer';
import { createRecommendation } from '../../recommendations/create';
import { mayRecommendations } from '../../recommendations/may';
import {
  AgainInput,
  EndInput,
  EnteredSaid,
  RECOMMENDATION,
  type Recommendation,
  RecommendationInput,
  SORTS,
  TieInput,
} from '../../recommendations/recommendation';
import { inRegister, REGISTER_STATES, readRegister } from '../../recommendations/register';
import { registerFile } from '../../recommendations/register-file';
import { tieRecommendation } from '../../recommendations/tie';
import { operation, type StaffCall } from '../contract/operation';
import { RecommendationView, view } from './view';

const one = (example: string) => z.object({ id: idOf('inq').meta({ param: { example } }) });

/** Which entries of the register are meant. */
const Filter = z.object({
  state: z.enum(REGISTER_STATES).optional(),
  sort: z.enum(SORTS).optional(),
  bodyId: idOf('bod').optional(),
  eventId: idOf('evt').optional(),
  minDays: z.coerce.number().int().min(0).max(10_000).optional().describe('Its least age in days'),
});

type EndCall = StaffCall<{ id: string }, unknown, z.output<typeof EndInput>>;

/** Closes or withdraws, with words. */
const endAs =
  (as: 'closed' | 'withdrawn') =>
  async ({ world, account, params: { id }, body: { version, words } }: EndCall) => {
    must(mayRecommendations(account), 'write');
    const at = { id, kind: RECOMMENDATION, version };
    return view(await end<Recommendation>(world, at, { as, words }), world.now());
  };

const shared = { tag: 'Inquiries', who: 'staff', answer: RecommendationView } as const;

/** What organizers do about recommendations and difficulties. */
export const operations = [
  operation({
    ...shared,
    id: 'createRecommendation',
    method: 'post',
    path: '/recommendations',
    summary: 'Pass a recommendation or a difficulty to the competent body',
    description:
      'The body gets a personal link by mail, or is on the call list. It is reminded seven and two days before the last day, and one, seven and fourteen days after it.',
    body: RecommendationInput,
    example: {
      sort: 'recommendation',
      title: 'Tăng mức chi thù lao cho hòa giải viên',
      words: 'Mức chi cho một vụ, việc hòa giải thành còn thấp so với thực tế đi lại ở xã đảo.',
      bodyId: 'bod_stc',
      dueOn: '2032-11-17',
      raisedBy: 'UBND huyện Gò Quao',
    },
    status: 201,
    run: async (call) => {
      must(mayRecommendations(call.account), 'write');
      return view(await createRecommendation(call.world, call.body), call.world.now());
    },
  }),
  operation({
    ...shared,
    id: 'listRecommendations',
    method: 'get',
    path: '/recommendations',
    summary: 'The register of recommendations and difficulties, late ones first',
    query: Paging.extend(Filter.shape),
    status: 200,
    answer: pageOf(RecommendationView),
    run: async (call) => {
      must(mayRecommendations(call.account), 'see');
      const now = call.world.now();
      const found = inRegister(await readRegister(call.world), call.query, now);
      const { items, next } = cutPage(found, call.query);
      return { items: items.map((r) => view(r, now)), next };
    },
  }),
  operation({
    id: 'exportRecommendations',
    method: 'get',
    path: '/recommendations/export',
    tag: 'Inquiries',
    summary: 'The register of recommendations and difficulties as a file',
    who: 'staff',
    query: Filter,
    status: 200,
    file: [XLSX],
    run: async (call) => {
      must(mayRecommendations(call.account), 'see');
      return registerFile(call.world, call.query);
    },
  }),
  operation({
    ...shared,
    id: 'getRecommendation',
    method: 'get',
    path: '/recommendations/{id}',
    summary: 'A recommendation with its latest answer',
    params: one('inq_mau_cho'),
    status: 200,
    run: async (call) => {
      must(mayRecommendations(call.account), 'see');
      const found = await getInquiry<Recommendation>(call.world, call.params.id, RECOMMENDATION);
      return view(found, call.world.now());
    },
  }),
  operation({
    ...shared,
    id: 'askRecommendationAgain',
    method: 'post',
    path: '/recommendations/{id}/turns',
    summary: 'Ask the body again, with words and a new last day',
    description: 'The body gets a new link; the old one is dead. Earlier answers stay.',
    params: one('inq_mau_hoi_lai'),
    body: AgainInput,
    example: { version: 1, dueOn: '2032-12-15', words: 'Đề nghị nêu rõ thời gian thực hiện.' },
    status: 200,
    run: async (call) => {
      must(mayRecommendations(call.account), 'write');
      const { version, ...asked } = call.body;
      const at = { id: call.params.id, kind: RECOMMENDATION, version };
      return view(await askAgain<Recommendation>(call.world, at, asked), call.world.now());
    },
  }),
  operation({
    ...shared,
    id: 'enterRecommendationAnswer',
    method: 'put',
    path: '/recommendations/{id}/answer',
    summary: 'Enter an answer to a recommendation that came by phone or letter',
    params: one('inq_mau_nhap'),
    body: EnteredSaid,
    example: {
      version: 1,
      through: 'letter',
      outcome: 'done',
      words: 'Đã cấp bổ sung kinh phí quý IV.',
      position: 'Phó Giám đốc',
    },
    status: 200,
    run: async (call) => {
      must(mayRecommendations(call.account), 'write');
      const { version, through, ...said } = call.body;
      const saved = await enterRecommendationAnswer(call.world, call.params.id, { version, through }, said);
      return view(saved, call.world.now());
    },
  }),
  operation({
    ...shared,
    id: 'tieRecommendation',
    method: 'put',
    path: '/recommendations/{id}/task',
    summary: 'Tie a recommendation to a task of the plan, or to none',
    description: 'Also one that is closed: the results of the task count it.',
    params: one('inq_mau_tra_loi'),
    body: TieInput,
    example: { version: 2, taskId: 'tsk_2021_ii5a' },
    status: 200,
    run: async (call) => {
      must(mayRecommendations(call.account), 'write');
      return view(await tieRecommendation(call.world, call.params.id, call.body), call.world.now());
    },
  }),
  operation({
    ...shared,
    id: 'closeRecommendation',
    method: 'post',
    path: '/recommendations/{id}/closing',
    summary: 'Close a recommendation with what came of it',
    params: one('inq_mau_ket_thuc'),
    body: EndInput,
    example: { version: 2, words: 'Đã thực hiện xong.' },
    status: 200,
    run: endAs('closed'),
  }),
  operation({
    ...shared,
    id: 'withdrawRecommendation',
    method: 'post',
    path: '/recommendations/{id}/withdrawal',
    summary: 'Ask for no answer any more',
    description: 'The link says so, and a body that was told of it is told the reason.',
    params: one('inq_mau_thoi'),
    body: EndInput,
    example: { version: 1, words: 'Trùng với kiến nghị đã chuyển.' },
    status: 200,
    run: endAs('withdrawn'),
  }),
];
