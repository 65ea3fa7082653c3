import { answersOf } from '../../../functions/inquiries/read';
import { parse } from '../../../functions/platform/input/parse';
import { knownFigures } from '../../../functions/reports/known-figures';
import { reportScope } from '../../../functions/reports/may';
import { EnteredReported, type Report } from '../../../functions/reports/report';
import { enterReport } from '../../../functions/reports/submit';
import type { Page } from '../../env';
import { throughField } from '../../parts/inquiries/through';
import {
  Reported,
  ReportFacts,
  ReportQuestions,
  reportedOf,
  reportFields,
  reportValues,
} from '../../parts/reports/report-form';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { Button, defineForm, type FieldSpec, versionIn } from '../../ui/form';
import { BelowReports, mustReports, readReport } from './access';

/** What the organizer does about an open report, beside entering it. */
const actsOf = ({ id, status }: Report): [href: string, label: string][] => [
  [routes.consoleReportAct(id, 'hoi-lai'), 'Đề nghị nộp lại, bổ sung'],
  ...(status === 'answered'
    ? ([[routes.consoleReportAct(id, 'chot'), 'Chốt báo cáo']] as [string, string][])
    : []),
  [routes.consoleReportAct(id, 'thoi'), 'Thôi yêu cầu báo cáo'],
];

const reportForm = defineForm({
  fields: (): Record<string, FieldSpec> => ({
    through: throughField('Cơ quan báo cáo bằng cách nào?'),
    ...reportFields(),
  }),
  fill: async (r: Report, c) => reportValues(r, await knownFigures(c.get('world'), r)),
  page: async (c, form, r: Report) => {
    const world = c.get('world');
    const [scope, answers] = await Promise.all([
      reportScope(world, c.get('account')),
      answersOf(world, r.id),
    ]);
    const open = r.status === 'asked' || r.status === 'answered';
    return (
      <BelowReports c={c} title={r.bodyName}>
        <Done
          c={c}
          words={{
            [DONE.answerEntered]: 'Đã ghi báo cáo của cơ quan.',
            [DONE.sent]: 'Đã nộp báo cáo. Báo cáo sửa được cho đến khi Sở chốt.',
            [DONE.askedAgain]: 'Đã đề nghị cơ quan nộp lại, bổ sung. Cơ quan có đường dẫn và hạn mới.',
            [DONE.closed]: 'Đã chốt báo cáo.',
            [DONE.withdrawn]: 'Đã thôi yêu cầu báo cáo; cơ quan được báo lý do.',
          }}
        />
        <form.Errors />
        <p>{r.title}</p>
        <ReportFacts of={r} now={world.now()} />
        {open && scope.gives(r) && !scope.write && (
          <p>
            <a class="btn" href={routes.consoleReportAct(r.id, 'nop')}>
              {r.answer ? 'Sửa báo cáo' : 'Lập và nộp báo cáo'}
            </a>
          </p>
        )}
        {r.endWords && (
          <p>
            {r.status === 'withdrawn' ? 'Lý do thôi yêu cầu' : 'Ghi khi chốt'}: {r.endWords}
          </p>
        )}
        {answers.toReversed().map((answer) => (
          <>
            <h2>Báo cáo lần {answer.n}</h2>
            <Reported answer={answer as NonNullable<Report['answer']>} columns={r.about.columns} />
          </>
        ))}
        {open && scope.write && (
          <details open={form.errors.length > 0}>
            <summary>Nhập báo cáo gửi qua điện thoại, công văn</summary>
            <form.Post
              class="form"
              action={routes.consoleReport(r.id)}
              hidden={form.errors.length > 0 ? { version: String(r.version) } : {}}
            >
              <form.Field name="through" />
              <ReportQuestions form={form} columns={r.about.columns} />
              <Button>Lưu báo cáo</Button>
            </form.Post>
          </details>
        )}
        {open && scope.write && (
          <ul>
            {actsOf(r).map(([href, label]) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
      </BelowReports>
    );
  },
});

/** One report with every version of it; the organizer enters those that came by phone or letter. */
export const reportPage = {
  get: async (c: Page) => reportForm.show(c, await readReport(c)),
  post: (c: Page) => {
    mustReports(c, 'write');
    return reportForm.handle(
      c,
      async ({ fields }) => {
        const { id, about } = await readReport(c);
        const { version, through, ...said } = parse(EnteredReported, {
          ...reportedOf(fields, about.columns),
          through: fields.through,
          version: versionIn(fields),
        });
        await enterReport(c.get('world'), id, { version, through }, said);
        return withQuery(routes.consoleReport(id), { [QUERY.done]: DONE.answerEntered });
      },
      () => readReport(c),
    );
  },
};
