import * as z from 'zod';
import { idOf } from '../../platform/input/fields';
import { must } from '../../platform/problem/must';
import { AgainInput, EndInput } from '../../recommendations/recommendation';
import { draftOf, saveReportDraft } from '../../reports/draft';
import { askReportAgain, closeReport, withdrawReport } from '../../reports/end';
import { knownFigures } from '../../reports/known-figures';
import { mayReports, mustBeIn, reportScope } from '../../reports/may';
import { type Report, ReportDraftInput, VersionedReported } from '../../reports/report';
import { getReport, submitByAccount } from '../../reports/submit';
import { operation, type StaffCall } from '../contract/operation';
import { OpenReport, ReportDraftView, ReportView, view } from './view';

const one = (example: string) => z.object({ id: idOf('inq').meta({ param: { example } }) });

const shared = { tag: 'Reports', who: 'staff', status: 200 } as const;

/** The report of the path. @throws Problem forbidden outside of what the account may */
const readOne = async (
  {
    world,
    account,
    params,
  }: Pick<StaffCall<{ id: string }, unknown, unknown>, 'world' | 'account' | 'params'>,
  right: 'sees' | 'gives',
): Promise<Report> => mustBeIn(await reportScope(world, account), right, await getReport(world, params.id));

/** One report: giving it by an account, and what the organizer does about it. */
export const operations = [
  operation({
    ...shared,
    id: 'getReport',
    method: 'get',
    path: '/reports/{id}',
    summary: 'One report, with the figures that are known and the draft',
    description:
      'Officers read those of the bodies of their area; the draft is for those who give the report.',
    params: one('inq_azvbfe46abn4cxc8t2f'),
    answer: OpenReport.extend({ draft: ReportDraftView.optional() }).meta({ id: 'ReportInFull' }),
    run: async (call) => {
      const { world, account } = call;
      const report = await readOne(call, 'sees');
      const { gives } = await reportScope(world, account);
      const [known, draft] = await Promise.all([
        knownFigures(world, report),
        gives(report) ? draftOf(world, report) : undefined,
      ]);
      return {
        ...view(report, world.now()),
        known,
        ...(draft && { draft: { ...draft.said, at: draft.at } }),
      };
    },
  }),
  operation({
    ...shared,
    id: 'giveReport',
    method: 'put',
    path: '/reports/{id}/submission',
    summary: 'Give the report of a body of the own area by an account, or change it',
    description:
      'For officers of the area of the body, and organizers. As `submitReport`: names the `version` that was read, earlier versions are kept, late reports are taken.',
    params: one('inq_k9tpcjfx375td7m43t4'),
    body: VersionedReported,
    example: {
      version: 1,
      figures: { events: 1, people: 80, teams: 2, mediators: 9 },
      results: 'Đã tổ chức 01 lớp tập huấn cho hòa giải viên.',
      position: 'Trưởng phòng Tư pháp',
    },
    refusals: ['Missing', 'Stale'],
    answer: ReportView,
    run: async (call) => {
      const { id } = await readOne(call, 'gives');
      const { version, ...said } = call.body;
      return view(await submitByAccount(call.world, id, version, said), call.world.now());
    },
  }),
  operation({
    ...shared,
    id: 'saveReportDraft',
    method: 'put',
    path: '/reports/{id}/draft',
    summary: 'Keep what was written of a report so far, without giving it',
    description:
      'For those who give the report. The next draft replaces it; it is over when the report is given.',
    params: one('inq_k9tpcjfx375td7m43t4'),
    body: ReportDraftInput,
    example: { figures: { events: 1 }, results: 'Đang tổng hợp số liệu của các xã.' },
    refusals: ['Missing', 'Conflict'],
    answer: ReportDraftView,
    run: async (call) => {
      const draft = await saveReportDraft(call.world, await readOne(call, 'gives'), call.body);
      return { ...draft.said, at: draft.at };
    },
  }),
  operation({
    ...shared,
    id: 'askReportAgain',
    method: 'post',
    path: '/reports/{id}/turns',
    summary: 'Ask one body for its report once more, with words and a new last day',
    description: 'For organizers. The body gets a new link, and the old one is dead.',
    params: one('inq_azvbfe46abn4cxc8t2f'),
    body: AgainInput,
    example: { version: 2, dueOn: '2032-12-10', words: 'Đề nghị bổ sung số liệu của từng xã.' },
    refusals: ['Missing', 'Conflict', 'Stale'],
    answer: ReportView,
    run: async ({ world, account, params, body }) => {
      must(mayReports(account), 'write');
      return view(await askReportAgain(world, params.id, body), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'closeReport',
    method: 'post',
    path: '/reports/{id}/closing',
    summary: 'Close a report as it was given; the body changes it no more',
    description: 'For organizers. 409 `report-not-given` before it was given.',
    params: one('inq_a2y7gbcm34f8nt05psb'),
    body: EndInput,
    example: { version: 2, words: 'Đã tổng hợp.' },
    refusals: ['Missing', 'Conflict', 'Stale'],
    answer: ReportView,
    run: async ({ world, account, params, body }) => {
      must(mayReports(account), 'write');
      return view(await closeReport(world, params.id, body), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'withdrawReport',
    method: 'post',
    path: '/reports/{id}/withdrawal',
    summary: 'Ask a body for its report no more',
    description: 'For organizers. The body is told the reason.',
    params: one('inq_030h1mppwvxvb4dyrsx'),
    body: EndInput,
    example: { version: 1, words: 'Nhiệm vụ đã chuyển cho cơ quan khác.' },
    refusals: ['Missing', 'Conflict', 'Stale'],
    answer: ReportView,
    run: async ({ world, account, params, body }) => {
      must(mayReports(account), 'write');
      return view(await withdrawReport(world, params.id, body), world.now());
    },
  }),
];
