import { parse } from '../../../functions/platform/input/parse';
import { answerReview, openReview } from '../../../functions/reviews/answer';
import { Planned, type Review } from '../../../functions/reviews/review';
import type { Page } from '../../env';
import { LinkPage } from '../../parts/inquiries/link-page';
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
import { defineForm, versionIn } from '../../ui/form';

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

const answerForm = defineForm({
  fields: plannedFields,
  fill: plannedValues,
  page: (c, form, review: Review) => (
    <LinkPage
      c={c}
      form={form}
      inquiry={review}
      state={<ReviewState review={review} />}
      action={routes.teamReview(tokenOf(c))}
      noun="trả lời"
      until="việc rà soát kết thúc"
      questions={<form.Fields />}
    >
      <ReviewFacts review={review} now={c.get('world').now()} />
      {review.answer && (
        <>
          <h2>Trả lời của quý cơ quan</h2>
          <PlannedView answer={review.answer} />
        </>
      )}
      <ReviewEnding review={review} />
    </LinkPage>
  ),
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
