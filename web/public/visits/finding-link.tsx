import { parse } from '../../../functions/platform/input/parse';
import { Said } from '../../../functions/recommendations/recommendation';
import { answerFinding, openFinding } from '../../../functions/visits/answer';
import type { Finding } from '../../../functions/visits/finding';
import type { Page } from '../../env';
import { SaidQuestions, SaidView, saidFields, saidOf } from '../../parts/recommendations/answer';
import { FINDING_TAG, FINDING_WORD, FindingFacts, replyValues } from '../../parts/visits/finding';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { PublicPage } from '../../ui/layout';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const replyForm = defineForm({
  fields: saidFields,
  fill: replyValues,
  page: (c, form, finding: Finding) => {
    const open = finding.status === 'asked' || finding.status === 'answered';
    const refused = form.errors.length > 0;
    keepNever(c);
    return (
      <PublicPage c={c} title={finding.title} form={open && form} personal bilingual={false}>
        <form.Errors />
        <p>
          <span class={FINDING_TAG[finding.status]}>{FINDING_WORD[finding.status]}</span>
        </p>
        <h1>{finding.title}</h1>
        {c.req.query(QUERY.sent) !== undefined && (
          <p role="status" class="note good">
            Đã gửi giải trình. Quý cơ quan có thể thay đổi tại trang này cho đến khi nội dung kết thúc.
          </p>
        )}
        <FindingFacts finding={finding} now={c.get('world').now()} />
        {finding.answer && (
          <>
            <h2>Giải trình của quý cơ quan</h2>
            <SaidView answer={finding.answer} />
          </>
        )}
        {finding.endWords && <p>Kết quả xử lý: {finding.endWords}</p>}
        {open && (
          <>
            <h2>{finding.status === 'answered' ? 'Thay đổi giải trình' : 'Giải trình'}</h2>
            <form.Post
              class="form"
              action={routes.finding(tokenOf(c))}
              hidden={refused ? { version: String(finding.version) } : {}}
            >
              <SaidQuestions form={form} />
              <Button>Gửi giải trình</Button>
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

/** The personal link of a finding: reading it, replying, changing the reply. */
export const findingLinkPage = {
  get: async (c: Page) => replyForm.show(c, await openFinding(c.get('world'), tokenOf(c))),
  post: (c: Page) =>
    replyForm.handle(
      c,
      async ({ fields }) => {
        const said = parse(Said, saidOf(fields));
        await answerFinding(c.get('world'), tokenOf(c), { version: versionIn(fields), said });
        return withQuery(routes.finding(tokenOf(c)), { [QUERY.sent]: true });
      },
      () => openFinding(c.get('world'), tokenOf(c)),
    ),
};
