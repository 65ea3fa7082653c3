import type { Child, FC } from 'hono/jsx';
import { getReview } from '../../../functions/reviews/answer';
import type { Review } from '../../../functions/reviews/review';
import { mustSeeVisit, mustWriteVisits } from '../../../functions/visits/may';
import type { Page } from '../../env';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done, type WayBack } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** The review of the path. @throws Problem forbidden where it is outside of the account's area */
export const readReview = async (c: Page): Promise<Review> => {
  const world = c.get('world');
  return mustSeeVisit(world, c.get('account'), await getReview(world, idOf(c)));
};

/** Who may inspect may ask for a review. @throws Problem forbidden */
export const mustWrite = (c: Page): Promise<void> => mustWriteVisits(c.get('world'), c.get('account'));

const DONE_WORDS = {
  [DONE.created]: 'Đã đề nghị rà soát. Cơ quan được báo qua thư điện tử hoặc có tên trong danh sách cần gọi.',
  [DONE.answerEntered]: 'Đã ghi trả lời của cơ quan.',
  [DONE.askedAgain]: 'Đã đề nghị trả lời lại. Cơ quan nhận đường dẫn mới.',
  [DONE.closed]: 'Đã ghi quyết định và kết thúc rà soát.',
  [DONE.withdrawn]: 'Đã thôi đề nghị rà soát. Đường dẫn của cơ quan hết hiệu lực.',
};

interface BelowProps {
  c: Page;
  title: string;
  /** The page above, where it is not the list. */
  back?: WayBack;
  children: Child;
}

/** A page below the list of reviews, with the way back. */
export const BelowReviews: FC<BelowProps> = ({
  c,
  title,
  back = { href: routes.consoleReviews(), label: 'Rà soát, kiện toàn' },
  children,
}) => (
  <ConsolePage c={c} title={title} at={routes.consoleReviews()} back={back}>
    <Done c={c} words={DONE_WORDS} />
    {children}
  </ConsolePage>
);

export const toReview = ({ id, about }: Review): WayBack => ({
  href: routes.consoleReview(id),
  label: about.unitName,
});
