import * as z from 'zod';
import { DOCX, XLSX } from '../../platform/files/download';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { must } from '../../platform/problem/must';
import { CONSOLIDATED_FORMATS, consolidatedFile } from '../../programme/consolidated/file';
import { createPeriod } from '../../reports/create-period';
import { mayReports, reportScope } from '../../reports/may';
import { listPeriods, periodsIn } from '../../reports/periods';
import { EnteredReported, PeriodInput } from '../../reports/report';
import { enterReport } from '../../reports/submit';
import { operation } from '../contract/operation';
import { ReportView, view } from './view';

/** What organizers do about reports. */
export const operations = [
  operation({
    id: 'createReportingPeriod',
    method: 'post',
    path: '/reporting-periods',
    tag: 'Reports',
    summary: 'Ask bodies for their report on a plan',
    description:
      'Each body gets a personal link by mail, or is on the call list. It is reminded before the last day and after it, more often the nearer that day is. Idempotent by `nonce`.',
    who: 'staff',
    body: PeriodInput,
    example: {
      planId: 'pln_2021',
      title: 'Báo cáo kết quả thực hiện Kế hoạch số 77/KH-UBND',
      dueOn: '2032-11-17',
      bodyIds: ['bod_stc', 'bod_hlg'],
      ownColumns: ['Kinh phí đã sử dụng (triệu đồng)'],
    },
    status: 201,
    answer: z.object({ periodId: z.string(), items: z.array(ReportView) }).meta({ id: 'ReportingPeriod' }),
    run: async (call) => {
      must(mayReports(call.account), 'write');
      const reports = await createPeriod(call.world, call.body);
      const now = call.world.now();
      return { periodId: reports[0]!.about.periodId, items: reports.map((r) => view(r, now)) };
    },
  }),
  operation({
    id: 'listReports',
    method: 'get',
    path: '/reports',
    tag: 'Reports',
    summary: 'The reports that bodies owe or gave, by period',
    description:
      'The latest period first; in it the late ones first, then the missing ones. Officers see those of the bodies of their area.',
    who: 'staff',
    query: Paging.extend({ periodId: idOf('rpp').optional(), bodyId: idOf('bod').optional() }),
    status: 200,
    answer: pageOf(ReportView),
    run: async (call) => {
      const { periodId, bodyId } = call.query;
      const scope = await reportScope(call.world, call.account);
      const found = periodsIn(await listPeriods(call.world), scope)
        .filter(({ id }) => !periodId || id === periodId)
        .flatMap(({ reports }) => reports)
        .filter((r) => !bodyId || r.bodyId === bodyId);
      const { items, next } = cutPage(found, call.query);
      return { items: items.map((r) => view(r, call.world.now())), next };
    },
  }),
  operation({
    id: 'enterReport',
    method: 'put',
    path: '/reports/{id}/answer',
    tag: 'Reports',
    summary: 'Enter a report that came by phone or letter',
    who: 'staff',
    params: z.object({ id: idOf('inq').meta({ param: { example: 'inq_7g5bshmbjkapdfwwwmj' } }) }),
    body: EnteredReported,
    example: {
      version: 1,
      through: 'letter',
      figures: { events: 1, people: 30, teams: 0, mediators: 0 },
      results: 'Đã phối hợp tổ chức 01 hội nghị.',
      position: 'Phó Giám đốc',
    },
    status: 200,
    answer: ReportView,
    run: async (call) => {
      must(mayReports(call.account), 'write');
      const { version, through, ...said } = call.body;
      return view(
        await enterReport(call.world, call.params.id, { version, through }, said),
        call.world.now(),
      );
    },
  }),
  operation({
    id: 'getConsolidatedReport',
    method: 'get',
    path: '/reporting-periods/{periodId}/consolidated',
    tag: 'Reports',
    summary: 'The consolidated report of a period, as a draft document or a table',
    who: 'staff',
    params: z.object({ periodId: idOf('rpp').meta({ param: { example: 'rpp_mau_nay' } }) }),
    query: z.object({ format: z.enum(CONSOLIDATED_FORMATS).default('docx') }),
    status: 200,
    file: [DOCX, XLSX],
    run: async (call) => {
      must(mayReports(call.account), 'see');
      return consolidatedFile(call.world, call.params.periodId, call.query.format);
    },
  }),
];
