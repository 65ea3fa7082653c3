import { daysLate } from '../../../functions/inquiries/days';
import { showCount } from '../../../functions/platform/text/count';
import type { Recommendation } from '../../../functions/recommendations/recommendation';

export const STATE_TAG: Record<Recommendation['status'], string> = {
  asked: 'tag',
  answered: 'tag sky',
  closed: 'tag grey',
  withdrawn: 'tag grey',
};

/** `quá hạn 3 ngày`; undefined where it is not late. */
export const lateWords = (r: Pick<Recommendation, 'status' | 'dueOn'>, now: number): string | undefined => {
  const late = daysLate(r, now);
  return late > 0 ? `quá hạn ${showCount(late)} ngày` : undefined;
};
