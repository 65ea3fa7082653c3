import { parse } from '../../../functions/platform/input/parse';
import { moment } from '../../../functions/platform/time/format-date';
import { draftOf, saveReportDraft } from '../../../functions/reports/draft';
import { knownFigures } from '../../../functions/reports/known-figures';
import { type Report, ReportDraftInput, VersionedReported } from '../../../functions/reports/report';
import { submitByAccount } from '../../../functions/reports/submit';
import type { Page } from '../../env';
import {
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
import { Island } from '../../ui/island';
import { BelowReports, idOf, readReport } from './access';

/** The button that keeps what is written and sends nothing. */
const KEEP = 'nhap';

const isOver = ({ status }: Report): boolean => status === 'closed' || status === 'withdrawn';

const giveForm = defineForm({
  fields: (): Record<string, FieldSpec> => ({ ...reportFields(), [QUERY.act]: { as: 'custom' } }),
  fill: async (r: Report, c) => {
    const world = c.get('world');
    const [known, draft] = await Promise.all([knownFigures(world, r), draftOf(world, r)]);
    return reportValues(r, known, draft?.said);
  },
  page: async (c, form, r: Report) => {
    const world = c.get('world');
    const draft = await draftOf(world, r);
    if (isOver(r) && form.errors.length === 0)
      return (
        <BelowReports c={c} title={r.title} back={r}>
          <ReportFacts of={r} now={world.now()} />
          <p>Báo cáo này không nhận thêm nội dung.</p>
        </BelowReports>
      );
    return (
      <BelowReports c={c} title={r.title} back={r}>
        <Done c={c} words={{ [DONE.saved]: 'Đã lưu nháp. Sở chưa nhận được báo cáo.' }} />
        <form.Errors />
        <ReportFacts of={r} now={world.now()} />
        <p>
          {draft
            ? `Bản nháp lưu lúc ${moment(draft.at)}, chưa nộp.`
            : 'Số liệu hệ thống đã có về địa bàn được điền sẵn. Vui lòng kiểm tra và sửa lại nếu chưa đúng.'}
        </p>
        <form.Post
          class="form"
          action={routes.consoleReportAct(r.id, 'nop')}
          hidden={form.errors.length > 0 ? { version: String(r.version) } : {}}
        >
          <ReportQuestions form={form} columns={r.about.columns} />
          <div class="actions">
            <Button>{r.answer ? 'Nộp báo cáo đã sửa' : 'Nộp báo cáo'}</Button>
            <Button kind="plain" name={QUERY.act} value={KEEP}>
              Lưu nháp
            </Button>
          </div>
        </form.Post>
        <Island name="form" />
      </BelowReports>
    );
  },
});

/** An officer gives the report of a body of their area, from a form that is filled in, or keeps a draft of it. */
export const givePage = {
  get: async (c: Page) => giveForm.show(c, await readReport(c, 'gives')),
  post: (c: Page) =>
    giveForm.handle(
      c,
      async ({ fields, typed }) => {
        const world = c.get('world');
        const report = await readReport(c, 'gives');
        const said = reportedOf(fields, report.about.columns);
        if (typed[QUERY.act] === KEEP) {
          await saveReportDraft(world, report, parse(ReportDraftInput, said));
          return withQuery(routes.consoleReportAct(report.id, 'nop'), { [QUERY.done]: DONE.saved });
        }
        const { version, ...given } = parse(VersionedReported, { ...said, version: versionIn(fields) });
        await submitByAccount(world, idOf(c), version, given);
        return withQuery(routes.consoleReport(report.id), { [QUERY.done]: DONE.sent });
      },
      () => readReport(c, 'gives'),
    ),
};
