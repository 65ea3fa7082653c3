import * as z from 'zod';
import { knownFigures } from '../../reports/known-figures';
import { VersionedReported } from '../../reports/report';
import { openReport, submitReport } from '../../reports/submit';
import { operation } from '../contract/operation';
import { OpenReport, ReportView, view } from './view';

const Token = z.object({
  token: z.string().max(100).describe('The secret at the end of the personal link'),
});

/** What a body's personal link opens. */
export const operations = [
  operation({
    id: 'readReport',
    method: 'get',
    path: '/links/reports/{token}',
    tag: 'Reports',
    summary: 'The report that a body owes, with figures that are known',
    description:
      '404 for a link that is not ours or was replaced, 410 once withdrawn, or long after it was closed.',
    who: 'public',
    params: Token,
    status: 200,
    answer: OpenReport,
    run: async ({ world, params }) => {
      const report = await openReport(world, params.token);
      return { ...view(report, world.now()), known: await knownFigures(world, report) };
    },
  }),
  operation({
    id: 'submitReport',
    method: 'put',
    path: '/links/reports/{token}/answer',
    tag: 'Reports',
    summary: 'Give the report, or change it',
    description:
      'Names the `version` that was read: 412 where it was changed in between. Earlier versions are kept. Late reports are taken; 410 once it is closed.',
    who: 'public',
    params: Token,
    body: VersionedReported,
    example: {
      version: 1,
      figures: { events: 2, people: 60, teams: 0, mediators: 0 },
      results: 'Đã cử báo cáo viên tham gia 02 lớp tập huấn.',
      difficulties: 'Kinh phí in tài liệu còn hạn chế.',
      position: 'Chánh Văn phòng',
    },
    status: 200,
    answer: ReportView,
    run: async ({ world, params, body: { version, ...said } }) =>
      view(await submitReport(world, params.token, version, said), world.now()),
  }),
];
