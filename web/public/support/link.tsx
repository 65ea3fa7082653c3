import { parse } from '../../../functions/platform/input/parse';
import { shortDay } from '../../../functions/platform/time/format-date';
import { answerSupportRequest, openSupport } from '../../../functions/support/answer';
import { type SupportInquiry, SupportSaid } from '../../../functions/support/request';
import type { Page } from '../../env';
import { SaidQuestions, SaidView, saidFields, saidOf, saidValues } from '../../parts/support/answer';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { PublicPage } from '../../ui/layout';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const answerForm = defineForm({
  fields: () => saidFields,
  fill: saidValues,
  page: (c, form, inquiry: SupportInquiry) => {
    const { title, about, dueOn, status, endWords, answer, version } = inquiry;
    const open = status === 'asked' || status === 'answered';
    keepNever(c);
    return (
      <PublicPage c={c} title={title} form={open && form} personal bilingual={false}>
        <form.Errors />
        <h1>Đề nghị hỗ trợ tổ hòa giải: {title}</h1>
        {c.req.query(QUERY.sent) !== undefined && (
          <p role="status" class="notice">
            Đã gửi trả lời tới hòa giải viên. Quý cơ quan có thể thay đổi tại trang này cho đến khi yêu cầu
            kết thúc.
          </p>
        )}
        <dl class="facts">
          {about.from && (
            <>
              <dt>Nơi yêu cầu</dt>
              <dd>{about.from}</dd>
            </>
          )}
          <dt>Hạn trả lời</dt>
          <dd>Chậm nhất hết ngày {shortDay(dueOn)}</dd>
          <dt>Nội dung</dt>
          <dd class="prose">{about.words}</dd>
          {about.note && (
            <>
              <dt>Lưu ý thêm</dt>
              <dd class="prose">{about.note}</dd>
            </>
          )}
        </dl>
        {answer && (
          <>
            <h2>Trả lời của quý cơ quan</h2>
            <SaidView inquiry={inquiry} />
          </>
        )}
        {endWords && <p>Kết quả: {endWords}</p>}
        {open && (
          <>
            <h2>{answer ? 'Thay đổi trả lời' : 'Trả lời'}</h2>
            <form.Post
              class="form"
              action={routes.support(tokenOf(c))}
              hidden={form.errors.length > 0 ? { version: String(version) } : {}}
            >
              <SaidQuestions form={form} />
              <Button>Gửi trả lời</Button>
            </form.Post>
          </>
        )}
        <p class="soft small">
          Đường dẫn này dành riêng cho quý cơ quan, vui lòng không chuyển cho người ngoài.
        </p>
        <Island name="form" />
      </PublicPage>
    );
  },
});

/** The personal link of a request for support: reading it, answering, changing the answer. */
export const linkPage = {
  get: async (c: Page) => answerForm.show(c, await openSupport(c.get('world'), tokenOf(c))),
  post: (c: Page) =>
    answerForm.handle(
      c,
      async ({ fields }) => {
        const said = parse(SupportSaid, saidOf(fields));
        await answerSupportRequest(c.get('world'), tokenOf(c), versionIn(fields), said);
        return withQuery(routes.support(tokenOf(c)), { [QUERY.sent]: true });
      },
      () => openSupport(c.get('world'), tokenOf(c)),
    ),
};
