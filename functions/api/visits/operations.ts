import * as z from 'zod';
import { DOCX } from '../../platform/files/download';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { EndInput } from '../../recommendations/recommendation';
import { enterConfirmation } from '../../visits/answer';
import { cancelVisit, concludeVisit, getVisit, saveChecklist, updateVisit } from '../../visits/change';
import { conclusionFile } from '../../visits/conclusion';
import { createVisit } from '../../visits/create';
import { inFindings, listFindings, listVisits, stateOf, VISIT_STATES } from '../../visits/list';
import { mustSeeVisit, mustWriteVisits, visitScope } from '../../visits/may';
import { createMonitoringNote, NoteInput, notesOf } from '../../visits/notes';
import { ChecklistInput, EnteredConfirmed, VisitInput, VisitUpdate } from '../../visits/visit';
import { operation, type StaffCall } from '../contract/operation';
import { NoteView, noteView, VisitView, visitView } from './view';

const one = (example: string) => z.object({ id: idOf('inq').meta({ param: { example } }) });
type Called = Pick<StaffCall<unknown, unknown, unknown>, 'world' | 'account'>;

const mustWrite = ({ world, account }: Called) => mustWriteVisits(world, account);
const seen = async ({ world, account }: Called, id: string) =>
  mustSeeVisit(world, account, await getVisit(world, id));

const shared = { tag: 'Visits', who: 'staff', answer: VisitView } as const;

/** Visits of inspection. */
export const operations = [
  operation({
    ...shared,
    id: 'createVisit',
    method: 'post',
    path: '/visits',
    summary: 'Make a visit of inspection, and tell the unit',
    description:
      'The committee of the unit gets a personal link by mail, or is on the call list. It confirms, and is reminded two days before.',
    body: VisitInput,
    example: {
      bodyId: 'bod_ubnd_goquao',
      day: '2032-09-15',
      place: 'Trụ sở UBND huyện',
      purpose: 'Việc thực hiện Kế hoạch và kết quả chỉ đạo điểm.',
      lead: 'Phó Giám đốc Sở Tư pháp',
      front: 'Phó Chủ tịch Ủy ban MTTQ Việt Nam huyện Gò Quao',
      others: ['Chuyên viên Phòng Phổ biến, giáo dục pháp luật'],
      checklist: ['Kế hoạch của đơn vị', 'Kiện toàn tổ hòa giải'],
    },
    status: 201,
    run: async (call) => {
      await mustWrite(call);
      return visitView(await createVisit(call.world, call.body), call.world.now());
    },
  }),
  operation({
    ...shared,
    id: 'listVisits',
    method: 'get',
    path: '/visits',
    summary: 'The visits of inspection, the latest day first',
    description: 'An officer sees those of their own area.',
    query: Paging.extend({ state: z.enum(VISIT_STATES).optional(), bodyId: idOf('bod').optional() }),
    status: 200,
    answer: pageOf(VisitView),
    run: async ({ world, account, query }) => {
      const now = world.now();
      const all = await listVisits(world, await visitScope(world, account));
      const { items, next } = cutPage(
        all
          .filter((v) => !query.state || stateOf(v, now) === query.state)
          .filter((v) => !query.bodyId || v.bodyId === query.bodyId),
        query,
      );
      return { items: items.map((v) => visitView(v, now)), next };
    },
  }),
  operation({
    ...shared,
    id: 'getVisit',
    method: 'get',
    path: '/visits/{id}',
    summary: 'A visit with its checklist',
    params: one('inq_mau_kiem_tra'),
    status: 200,
    run: async (call) => visitView(await seen(call, call.params.id), call.world.now()),
  }),
  operation({
    ...shared,
    id: 'updateVisit',
    method: 'put',
    path: '/visits/{id}',
    summary: 'Change a visit; where its day moves, tell the unit',
    description:
      'With another day it needs the `reason`: the unit gets a new link and confirms again. Lines of the checklist keep their results.',
    params: one('inq_mau_kiem_tra'),
    body: VisitUpdate,
    example: {
      version: 1,
      day: '2032-10-05',
      reason: 'Trùng lịch họp của Ủy ban nhân dân huyện.',
      purpose: 'Việc thực hiện Kế hoạch và kết quả chỉ đạo điểm.',
      lead: 'Phó Giám đốc Sở Tư pháp',
      front: 'Phó Chủ tịch Ủy ban MTTQ Việt Nam huyện Châu Thành',
      checklist: ['Kế hoạch của đơn vị', 'Kiện toàn tổ hòa giải'],
    },
    status: 200,
    run: async (call) => {
      await mustWrite(call);
      return visitView(await updateVisit(call.world, call.params.id, call.body), call.world.now());
    },
  }),
  operation({
    ...shared,
    id: 'enterVisitAnswer',
    method: 'put',
    path: '/visits/{id}/answer',
    summary: 'Enter what the unit said of a visit on the phone or by letter',
    params: one('inq_mau_kiem_tra_hoi'),
    body: EnteredConfirmed,
    example: { version: 1, through: 'phone', attends: 'agreed', position: 'Trưởng phòng Tư pháp' },
    status: 200,
    run: async (call) => {
      await mustWrite(call);
      const { version, through, ...said } = call.body;
      const saved = await enterConfirmation(call.world, call.params.id, { version, through, said });
      return visitView(saved, call.world.now());
    },
  }),
  operation({
    ...shared,
    id: 'saveChecklist',
    method: 'put',
    path: '/visits/{id}/checklist',
    summary: 'Save what was seen of the checklist',
    description: 'From the day of the visit on. The same form sent again changes nothing.',
    params: one('inq_mau_kiem_tra_nay'),
    body: ChecklistInput,
    example: { version: 1, results: [{ id: 'q1', result: 'partly', note: 'Chưa phân công cụ thể.' }] },
    refusals: ['Conflict'],
    status: 200,
    run: async (call) => {
      await mustWrite(call);
      return visitView(await saveChecklist(call.world, call.params.id, call.body), call.world.now());
    },
  }),
  operation({
    ...shared,
    id: 'concludeVisit',
    method: 'post',
    path: '/visits/{id}/conclusion',
    summary: 'Conclude a visit; the unit is told the conclusion',
    description: 'From the day of the visit on. Its findings stay open until each is closed.',
    params: one('inq_mau_kiem_tra_ket'),
    body: EndInput,
    example: { version: 1, words: 'Đơn vị đã thực hiện đúng Kế hoạch.' },
    status: 200,
    run: async (call) => {
      await mustWrite(call);
      return visitView(await concludeVisit(call.world, call.params.id, call.body), call.world.now());
    },
  }),
  operation({
    id: 'getConclusion',
    method: 'get',
    path: '/visits/{id}/conclusion',
    tag: 'Visits',
    summary: 'The conclusion of a visit as a Word file, without a number',
    description: 'With the checklist, each finding and the reply of the unit. 409 before it is concluded.',
    who: 'staff',
    params: one('inq_2021_goquao'),
    refusals: ['Conflict'],
    status: 200,
    file: [DOCX],
    run: async (call) => {
      const { world, account } = call;
      const visit = await seen(call, call.params.id);
      const findings = await listFindings(world, await visitScope(world, account));
      return conclusionFile(world, visit, inFindings(findings, { visitId: visit.id }, world.now()));
    },
  }),
  operation({
    ...shared,
    id: 'withdrawVisit',
    method: 'post',
    path: '/visits/{id}/withdrawal',
    summary: 'Call a visit off; the unit is told the reason',
    params: one('inq_mau_kiem_tra_bo'),
    body: EndInput,
    example: { version: 1, words: 'Chuyển sang kiểm tra qua báo cáo.' },
    status: 200,
    run: async (call) => {
      await mustWrite(call);
      return visitView(await cancelVisit(call.world, call.params.id, call.body), call.world.now());
    },
  }),
  operation({
    id: 'createMonitoringNote',
    method: 'post',
    path: '/visits/{id}/notes',
    tag: 'Visits',
    summary: 'Leave a monitoring note about a visit',
    description: 'Staff who see the visit, the Front above all.',
    who: 'staff',
    params: one('inq_2021_goquao'),
    body: NoteInput,
    example: {
      from: 'Ủy ban MTTQ Việt Nam huyện Gò Quao',
      words: 'Đề nghị đơn vị công khai kết quả khắc phục tại các ấp.',
    },
    status: 201,
    answer: NoteView,
    run: async (call) => {
      const visit = await seen(call, call.params.id);
      return noteView(await createMonitoringNote(call.world, visit.id, call.body));
    },
  }),
  operation({
    id: 'listMonitoringNotes',
    method: 'get',
    path: '/visits/{id}/notes',
    tag: 'Visits',
    summary: 'The monitoring notes about a visit, oldest first',
    who: 'staff',
    params: one('inq_2021_goquao'),
    query: Paging,
    status: 200,
    answer: pageOf(NoteView),
    run: async (call) => {
      const visit = await seen(call, call.params.id);
      const { items, next } = cutPage(await notesOf(call.world, visit.id), call.query);
      return { items: items.map(noteView), next };
    },
  }),
];
