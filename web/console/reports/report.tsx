import { answersOf, getInquiry } from '../../../functions/inquiries/read';
import { parse } from '../../../functions/platform/input/parse';
import { knownFigures } from '../../../functions/reports/known-figures';
import { mayReports } from '../../../functions/reports/may';
import { EnteredReported, REPORT, type Report } from '../../../functions/reports/report';
import { enterReport } from '../../../functions/reports/submit';
import type { Page } from '../../env';
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
import { BelowReports, mustReports } from './access';

const readOne = (c: Page): Promise<Report> =>
  getInquiry<Report>(c.get('world'), c.req.param('id') ?? '', REPORT);

const reportForm = defineForm({
  fields: (): Record<string, FieldSpec> => ({
    through: {
      as: 'radios',
      label: 'Cơ quan báo cáo bằng cách nào?',
      options: [
        { value: 'phone', label: 'Qua điện thoại' },
        { value: 'letter', label: 'Bằng công văn' },
      ],
    },
    ...reportFields(),
  }),
  fill: async (r: Report, c) => reportValues(r, await knownFigures(c.get('world'), r)),
  page: async (c, form, r: Report) => {
    const world = c.get('world');
    const answers = await answersOf(world, r.id);
    const open = r.status === 'asked' || r.status === 'answered';
    return (
      <BelowReports c={c} title={r.bodyName}>
        <Done
          c={c}
          words={{
            [DONE.answerEntered]: 'Đã ghi báo cáo của cơ quan.',
          }}
        />
        <form.Errors />
        <p>{r.title}</p>
        <ReportFacts of={r} now={world.now()} />
        {answers.toReversed().map((answer) => (
          <>
            <h2>Báo cáo lần {answer.n}</h2>
            <Reported answer={answer as NonNullable<Report['answer']>} columns={r.about.columns} />
          </>
        ))}
        {open && mayReports(c.get('account')).write && (
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
      </BelowReports>
    );
  },
});

/** One report with every version of it; the organizer enters those that came by phone or letter. */
export const reportPage = {
  get: async (c: Page) => {
    mustReports(c, 'see');
    return reportForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustReports(c, 'write');
    return reportForm.handle(
      c,
      async ({ fields }) => {
        const { id, about } = await readOne(c);
        const { version, through, ...said } = parse(EnteredReported, {
          ...reportedOf(fields, about.columns),
          through: fields.through,
          version: versionIn(fields),
        });
        await enterReport(c.get('world'), id, { version, through }, said);
        return withQuery(routes.consoleReport(id), { [QUERY.done]: DONE.answerEntered });
      },
      () => readOne(c),
    );
  },
};
