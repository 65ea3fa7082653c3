import { parse } from '../../../functions/platform/input/parse';
import { answerReview, openReview } from '../../../functions/reviews/answer';
import { Planned, type Review } from '../../../functions/reviews/review';
import type { Page } from '../../env';
import {
  PlannedView,
  plannedFields,
  plannedOf,
  plannedValues,
  ReviewEnding,
  ReviewFacts,
  ReviewState,
} from '../../parts/reviews/review';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { PublicPage } from '../../ui/layout';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const answerForm = defineForm({
  fields: plannedFields,
  fill: plannedValues,
  page: (c, form, review: Review) => {
    const open = review.status === 'asked' || review.status === 'answered';
    const refused = form.errors.length > 0;
    keepNever(c);
    return (
      <PublicPage c={c} title={review.title} form={open && form} personal bilingual={false}>
        <form.Errors />
        <p>
          <ReviewState review={review} />
        </p>
        <h1>{review.title}</h1>
        {c.req.query(QUERY.sent) !== undefined && (
          <p role="status" class="note good">
            Đã gửi trả lời. Quý cơ quan có thể thay đổi tại trang này cho đến khi việc rà soát kết thúc.
          </p>
        )}
        <ReviewFacts review={review} now={c.get('world').now()} />
        {review.answer && (
          <>
            <h2>Trả lời của quý cơ quan</h2>
            <PlannedView answer={review.answer} />
          </>
        )}
        <ReviewEnding review={review} />
        {open && (
          <>
            <h2>{review.status === 'answered' ? 'Thay đổi trả lời' : 'Trả lời'}</h2>
            <form.Post
              class="form"
              action={routes.teamReview(tokenOf(c))}
              hidden={refused ? { version: String(review.version) } : {}}
            >
              <form.Fields />
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

/** The personal link of a review: reading it, answering, changing the answer. */
export const reviewLinkPage = {
  get: async (c: Page) => answerForm.show(c, await openReview(c.get('world'), tokenOf(c))),
  post: (c: Page) =>
    answerForm.handle(
      c,
      async ({ fields }) => {
        const said = parse(Planned, plannedOf(fields));
        await answerReview(c.get('world'), tokenOf(c), { version: versionIn(fields), said });
        return withQuery(routes.teamReview(tokenOf(c)), { [QUERY.sent]: true });
      },
      () => openReview(c.get('world'), tokenOf(c)),
    ),
};
