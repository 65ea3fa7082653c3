import * as z from 'zod';
import { DOCX, XLSX } from '../../platform/files/download';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';
import { answerConsultation, enterConsultation, openConsultation } from '../../programme/consultation/answer';
import { consultPlan } from '../../programme/consultation/consult';
import {
  ConsultInput,
  EnteredConsultationSaid,
  TreatInput,
  VersionedConsultationSaid,
} from '../../programme/consultation/consultation';
import { commentsFile, PLAN_DOCUMENTS, planFile } from '../../programme/consultation/files';
import { listConsultations, ofPlan } from '../../programme/consultation/read';
import { treatComments } from '../../programme/consultation/treat';
import { getPlan } from '../../programme/plans/list';
import { mayProgramme } from '../../programme/plans/may';
import { operation, type StaffCall } from '../contract/operation';
import { ConsultView, OpenConsult, openView, view } from './consultation-view';

const PlanId = z.object({ id: idOf('pln').meta({ param: { example: 'pln_sau' } }) });
const one = (example: string) => z.object({ id: idOf('inq').meta({ param: { example } }) });
const Token = z.object({
  token: z.string().max(100).describe('The secret at the end of the personal link'),
});

const mustEdit = ({ account }: Pick<StaffCall<unknown, unknown, unknown>, 'account'>) => {
  if (!mayProgramme(account).edit) throw new Problem('forbidden', 'forbidden');
};

/** The draft of a plan in the hands of bodies, and what they say to it. */
export const operations = [
  operation({
    id: 'consultPlan',
    method: 'post',
    path: '/plans/{id}/consultations',
    tag: 'Programme',
    summary: 'Send the draft of a plan to bodies for comments',
    description:
      'Each body gets a personal link by mail, or is on the call list. It is reminded five and two days before the last day, and one and four days after it. Names the plan’s `version` that was read: 412 where it was changed in between. Repeated, it asks only bodies that were not asked about this text; consultations of older texts end.',
    who: 'staff',
    params: PlanId,
    body: ConsultInput,
    example: { version: 2, dueOn: '2032-03-20', bodyIds: ['bod_hccb'] },
    status: 200,
    answer: z.object({ items: z.array(ConsultView) }),
    run: async (call) => {
      mustEdit(call);
      const asked = await consultPlan(call.world, call.params.id, call.body);
      return { items: asked.map((each) => view(each, call.world.now())) };
    },
  }),
  operation({
    id: 'listConsultations',
    method: 'get',
    path: '/plans/{id}/consultations',
    tag: 'Programme',
    summary: 'Who was asked for comments on a plan, and what they said',
    description: 'The latest text first; in it the late ones first, then those that have not answered.',
    who: 'staff',
    params: PlanId,
    query: Paging,
    status: 200,
    answer: pageOf(ConsultView),
    run: async ({ world, account, params, query }) => {
      if (!mayProgramme(account).seeComments) throw new Problem('forbidden', 'forbidden');
      const { id } = await getPlan(world, params.id);
      const { items, next } = cutPage(ofPlan(await listConsultations(world), id, world.now()), query);
      return { items: items.map((each) => view(each, world.now())), next };
    },
  }),
  operation({
    id: 'exportConsultations',
    method: 'get',
    path: '/plans/{id}/consultations/export',
    tag: 'Programme',
    summary: 'Every comment on a plan with what was done about it, as a spreadsheet',
    who: 'staff',
    params: PlanId,
    status: 200,
    file: [XLSX],
    run: async ({ world, account, params }) => {
      if (!mayProgramme(account).seeComments) throw new Problem('forbidden', 'forbidden');
      return commentsFile(world, params.id);
    },
  }),
  operation({
    id: 'getPlanDocument',
    method: 'get',
    path: '/plans/{id}/files/{kind}',
    tag: 'Programme',
    summary: 'The plan, or the submission for it, as a Word file',
    description:
      'In the form of Nghị định 30/2020/NĐ-CP, the number left blank until it is known. The submission has the table of comments. The draft is noted among the plan’s documents.',
    who: 'staff',
    params: PlanId.extend({ kind: z.enum(PLAN_DOCUMENTS).meta({ param: { example: 'submission' } }) }),
    status: 200,
    file: [DOCX],
    run: async (call) => {
      mustEdit(call);
      return planFile(call.world, call.params.id, call.params.kind);
    },
  }),
  operation({
    id: 'enterConsultation',
    method: 'put',
    path: '/consultations/{id}/answer',
    tag: 'Programme',
    summary: 'Enter comments on a plan that came by phone or letter',
    who: 'staff',
    params: one('inq_gop_y_nhap'),
    body: EnteredConsultationSaid,
    example: { version: 1, through: 'letter', stance: 'agrees', position: 'Phó Chủ tịch' },
    status: 200,
    answer: ConsultView,
    run: async (call) => {
      mustEdit(call);
      const { version, through, ...said } = call.body;
      const { consultation } = await enterConsultation(
        call.world,
        call.params.id,
        { version, through },
        said,
      );
      return view(consultation, call.world.now());
    },
  }),
  operation({
    id: 'treatComments',
    method: 'put',
    path: '/consultations/{id}/treatment',
    tag: 'Programme',
    summary: 'Say what was done with the comments of a body',
    description:
      'What was not taken over, or in part only, needs a reason. It can be said after the issue, too.',
    who: 'staff',
    params: one('inq_gop_y_xu_ly'),
    body: TreatInput,
    example: { version: 2, treatments: [{ comment: 1, outcome: 'taken' }] },
    status: 200,
    answer: ConsultView,
    run: async (call) => {
      mustEdit(call);
      return view(await treatComments(call.world, call.params.id, call.body), call.world.now());
    },
  }),
  operation({
    id: 'readConsultation',
    method: 'get',
    path: '/links/consultations/{token}',
    tag: 'Programme',
    summary: 'What the link of a consultation shows: the draft, and the comments',
    description: '404 for a link that is not ours, 410 once withdrawn, or long after the plan was issued.',
    who: 'public',
    params: Token,
    status: 200,
    answer: OpenConsult,
    run: async ({ world, params }) => openView(await openConsultation(world, params.token), world.now()),
  }),
  operation({
    id: 'answerConsultation',
    method: 'put',
    path: '/links/consultations/{token}/answer',
    tag: 'Programme',
    summary: 'Comment on the draft of a plan, or change the comments',
    description:
      'Names the `version` that was read: 412 where it was changed in between. Late answers are taken; 410 once the plan is issued.',
    who: 'public',
    params: Token,
    body: VersionedConsultationSaid,
    example: {
      version: 1,
      stance: 'comments',
      comments: [{ row: 'II.2', words: 'Đề nghị tổ chức tập huấn trong quý II.' }],
      position: 'Chánh Văn phòng',
    },
    status: 200,
    answer: OpenConsult,
    run: async ({ world, params, body: { version, ...said } }) =>
      openView(await answerConsultation(world, params.token, version, said), world.now()),
  }),
];
