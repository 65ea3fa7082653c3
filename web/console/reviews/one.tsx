import { answersOf } from '../../../functions/inquiries/read';
import { lackingIn } from '../../../functions/reviews/create';
import type { Review } from '../../../functions/reviews/review';
import { visitScope } from '../../../functions/visits/may';
import type { Page } from '../../env';
import {
  LackingTeams,
  PlannedView,
  ReviewEnding,
  ReviewFacts,
  ReviewState,
} from '../../parts/reviews/review';
import { routes } from '../../routes';
import { BelowReviews, readReview } from './access';

const actsOf = ({ status }: Review): [verb: string, label: string][] => [
  ['tra-loi', 'Nhập trả lời qua điện thoại, công văn'],
  ['hoi-lai', 'Đề nghị trả lời lại'],
  ...(status === 'answered' ? ([['quyet-dinh', 'Ghi quyết định, kết thúc']] as [string, string][]) : []),
  ['thoi', 'Thôi đề nghị rà soát'],
];

/** One review: the teams when it was asked and now, every answer, the decision. */
export const reviewPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const review = await readReview(c);
  const open = review.status === 'asked' || review.status === 'answered';
  const [{ write }, answers, today] = await Promise.all([
    visitScope(world, c.get('account')),
    answersOf(world, review.id),
    open ? lackingIn(world, review.about.unitId) : undefined,
  ]);
  return c.html(
    <BelowReviews c={c} title={review.title}>
      <p>
        <ReviewState review={review} />
      </p>
      <ReviewFacts review={review} now={world.now()} />
      {today && (
        <>
          <h2>Hôm nay</h2>
          <LackingTeams {...today} />
        </>
      )}
      <h2>Trả lời</h2>
      {answers.length === 0 && <p>Chưa có trả lời.</p>}
      {answers.toReversed().map((answer) => (
        <PlannedView answer={answer as NonNullable<Review['answer']>} />
      ))}
      <ReviewEnding review={review} />
      {open && write && (
        <ul class="steps">
          {actsOf(review).map(([verb, label]) => (
            <li>
              <a href={routes.consoleReviewAct(review.id, verb)}>{label}</a>
            </li>
          ))}
        </ul>
      )}
    </BelowReviews>,
  );
};
