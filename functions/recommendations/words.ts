import type { InquiryState } from '../inquiries/inquiry';
import type { About, Said } from './recommendation';

/** What is asked about, inside a sentence. */
export const SORT_WORD: Record<About['sort'], string> = {
  recommendation: 'kiến nghị',
  difficulty: 'khó khăn, vướng mắc',
};

/** What a body did, in words. */
export const OUTCOME_WORD: Record<Said['outcome'], string> = {
  done: 'Đã thực hiện',
  planned: 'Sẽ thực hiện',
  impossible: 'Chưa thực hiện được',
};

/** How far it is. */
export const STATE_WORD: Record<InquiryState, string> = {
  asked: 'Chờ trả lời',
  answered: 'Đã trả lời',
  closed: 'Đã kết thúc',
  withdrawn: 'Đã thôi đề nghị',
};
