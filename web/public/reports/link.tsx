import { parse } from '../../../functions/platform/input/parse';
import { knownFigures } from '../../../functions/reports/known-figures';
import { type Report, Reported as Schema } from '../../../functions/reports/report';
import { openReport, submitReport } from '../../../functions/reports/submit';
import type { Page } from '../../env';
import {
  Reported,
  ReportFacts,
  ReportQuestions,
  reportedOf,
  reportFields,
  reportValues,
} from '../../parts/reports/report-form';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, valueAt, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { PublicPage } from '../../ui/layout';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const reportForm = defineForm({
  fields: reportFields,
  fill: async (r: Report, c) => reportValues(r, await knownFigures(c.get('world'), r)),
  page: (c, form, r: Report) => {
    const open = r.status === 'asked' || r.status === 'answered';
    const refused = form.errors.length > 0;
    const filledIn =
      !refused && !r.answer && r.about.columns.some(({ key }) => valueAt(form, `figures.${key}`));
    keepNever(c);
    return (
      <PublicPage c={c} title={r.title} form={open && form} personal bilingual={false}>
        <form.Errors />
        <h1>{r.title}</h1>
        {c.req.query(QUERY.sent) !== undefined && (
          <p role="status" class="notice">
            Đã gửi báo cáo. Quý cơ quan có thể sửa tại trang này cho đến khi báo cáo được chốt.
          </p>
        )}
        <ReportFacts of={r} now={c.get('world').now()} />
        {open ? (
          <>
            <h2>{r.answer ? 'Sửa báo cáo' : 'Báo cáo'}</h2>
            {filledIn && (
              <p>
                Số liệu hệ thống đã có về địa bàn được điền sẵn. Vui lòng kiểm tra và sửa lại nếu chưa đúng.
              </p>
            )}
            <form.Post
              class="form"
              action={routes.report(tokenOf(c))}
              hidden={refused ? { version: String(r.version) } : {}}
            >
              <ReportQuestions form={form} columns={r.about.columns} />
              <Button>Gửi báo cáo</Button>
            </form.Post>
          </>
        ) : (
          r.answer && <Reported answer={r.answer} columns={r.about.columns} />
        )}
        <p class="soft small">
          Đường dẫn này dành riêng cho quý cơ quan, vui lòng không chuyển cho người ngoài.
        </p>
        <Island name="form" />
      </PublicPage>
    );
  },
});

/** The personal link of a report: reading it, giving it, changing it. */
export const linkPage = {
  get: async (c: Page) => reportForm.show(c, await openReport(c.get('world'), tokenOf(c))),
  post: (c: Page) =>
    reportForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const { about } = await openReport(world, tokenOf(c));
        const said = parse(Schema, reportedOf(fields, about.columns));
        await submitReport(world, tokenOf(c), versionIn(fields), said);
        return withQuery(routes.report(tokenOf(c)), { [QUERY.sent]: true });
      },
      () => openReport(c.get('world'), tokenOf(c)),
    ),
};
