import { daysLate } from '../../../functions/inquiries/days';
import type { Inquiry, InquiryState } from '../../../functions/inquiries/inquiry';
import { showCount } from '../../../functions/platform/text/count';

/** How the state of an inquiry looks. */
export const STATE_TAG: Record<InquiryState, string> = {
  asked: 'tag',
  answered: 'tag sky',
  closed: 'tag grey',
  withdrawn: 'tag grey',
};

/** `quá hạn 3 ngày`; undefined where it is not late. */
export const daysLateWords = (late: number): string | undefined =>
  late > 0 ? `quá hạn ${showCount(late)} ngày` : undefined;

/** The same of an inquiry that is late without an answer. */
export const lateWords = (inquiry: Pick<Inquiry, 'status' | 'dueOn'>, now: number): string | undefined =>
  daysLateWords(daysLate(inquiry, now));
