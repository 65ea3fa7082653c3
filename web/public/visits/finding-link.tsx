import { parse } from '../../../functions/platform/input/parse';
import { Said } from '../../../functions/recommendations/recommendation';
import { answerFinding, openFinding } from '../../../functions/visits/answer';
import type { Finding } from '../../../functions/visits/finding';
import type { Page } from '../../env';
import { LinkPage } from '../../parts/inquiries/link-page';
import { STATE_TAG } from '../../parts/inquiries/state';
import { SaidQuestions, SaidView, saidFields, saidOf } from '../../parts/recommendations/answer';
import { FINDING_WORD, FindingFacts, replyValues } from '../../parts/visits/finding';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { defineForm, versionIn } from '../../ui/form';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const replyForm = defineForm({
  fields: saidFields,
  fill: replyValues,
  page: (c, form, finding: Finding) => (
    <LinkPage
      c={c}
      form={form}
      inquiry={finding}
      state={<span class={STATE_TAG[finding.status]}>{FINDING_WORD[finding.status]}</span>}
      action={routes.finding(tokenOf(c))}
      noun="giải trình"
      until="nội dung kết thúc"
      questions={<SaidQuestions form={form} />}
    >
      <FindingFacts finding={finding} now={c.get('world').now()} />
      {finding.answer && (
        <>
          <h2>Giải trình của quý cơ quan</h2>
          <SaidView answer={finding.answer} />
        </>
      )}
      {finding.endWords && <p>Kết quả xử lý: {finding.endWords}</p>}
    </LinkPage>
  ),
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
