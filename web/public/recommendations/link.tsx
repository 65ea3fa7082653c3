import { parse } from '../../../functions/platform/input/parse';
import { answerRecommendation, openRecommendation } from '../../../functions/recommendations/answer';
import { type Recommendation, Said } from '../../../functions/recommendations/recommendation';
import { STATE_WORD } from '../../../functions/recommendations/words';
import type { Page } from '../../env';
import { LinkPage } from '../../parts/inquiries/link-page';
import { lateWords, STATE_TAG } from '../../parts/inquiries/state';
import {
  Asked,
  SaidQuestions,
  SaidView,
  saidFields,
  saidOf,
  saidValues,
} from '../../parts/recommendations/answer';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { defineForm, versionIn } from '../../ui/form';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const answerForm = defineForm({
  fields: saidFields,
  fill: saidValues,
  page: (c, form, r: Recommendation) => (
    <LinkPage
      c={c}
      form={form}
      inquiry={r}
      state={<span class={STATE_TAG[r.status]}>{STATE_WORD[r.status]}</span>}
      action={routes.recommendation(tokenOf(c))}
      noun="trả lời"
      until="kiến nghị kết thúc"
      questions={<SaidQuestions form={form} />}
    >
      <Asked of={r} late={lateWords(r, c.get('world').now())} />
      {r.answer && (
        <>
          <h2>Trả lời của quý cơ quan</h2>
          <SaidView answer={r.answer} />
        </>
      )}
      {r.endWords && <p>Kết quả xử lý: {r.endWords}</p>}
    </LinkPage>
  ),
});

/** The personal link of a recommendation: reading it, answering, changing the answer. */
export const linkPage = {
  get: async (c: Page) => answerForm.show(c, await openRecommendation(c.get('world'), tokenOf(c))),
  post: (c: Page) =>
    answerForm.handle(
      c,
      async ({ fields }) => {
        const said = parse(Said, saidOf(fields));
        await answerRecommendation(c.get('world'), tokenOf(c), versionIn(fields), said);
        return withQuery(routes.recommendation(tokenOf(c)), { [QUERY.sent]: true });
      },
      () => openRecommendation(c.get('world'), tokenOf(c)),
    ),
};
