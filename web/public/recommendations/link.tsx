import { parse } from '../../../functions/platform/input/parse';
import { answerRecommendation, openRecommendation } from '../../../functions/recommendations/answer';
import { type Recommendation, Said } from '../../../functions/recommendations/recommendation';
import { STATE_WORD } from '../../../functions/recommendations/words';
import type { Page } from '../../env';
import {
  Asked,
  SaidQuestions,
  SaidView,
  saidFields,
  saidOf,
  saidValues,
} from '../../parts/recommendations/answer';
import { lateWords, STATE_TAG } from '../../parts/recommendations/state';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { PublicPage } from '../../ui/layout';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const answerForm = defineForm({
  fields: saidFields,
  fill: saidValues,
  page: (c, form, r: Recommendation) => {
    const open = r.status === 'asked' || r.status === 'answered';
    const refused = form.errors.length > 0;
    keepNever(c);
    return (
      <PublicPage c={c} title={r.title} form={open && form} personal bilingual={false}>
        <form.Errors />
        <p>
          <span class={STATE_TAG[r.status]}>{STATE_WORD[r.status]}</span>
        </p>
        <h1>{r.title}</h1>
        {c.req.query(QUERY.sent) !== undefined && (
          <p role="status" class="note good">
            Đã gửi trả lời. Quý cơ quan có thể thay đổi tại trang này cho đến khi kiến nghị kết thúc.
          </p>
        )}
        <Asked of={r} late={lateWords(r, c.get('world').now())} />
        {r.answer && (
          <>
            <h2>Trả lời của quý cơ quan</h2>
            <SaidView answer={r.answer} />
          </>
        )}
        {r.endWords && <p>Kết quả xử lý: {r.endWords}</p>}
        {open && (
          <>
            <h2>{r.status === 'answered' ? 'Thay đổi trả lời' : 'Trả lời'}</h2>
            {/* The page shows the newest answer: sending the form again means that it was seen. */}
            <form.Post
              class="form"
              action={routes.recommendation(tokenOf(c))}
              hidden={refused ? { version: String(r.version) } : {}}
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
