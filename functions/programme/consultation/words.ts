import type { InquiryState } from '../../inquiries/inquiry';
import type { ConsultationSaid, Treated } from './consultation';

export const STANCE_WORD: Record<ConsultationSaid['stance'], string> = {
  agrees: 'Thống nhất với dự thảo',
  comments: 'Có ý kiến góp ý',
};

export const TREATMENT_WORD: Record<Treated['outcome'], string> = {
  taken: 'Tiếp thu',
  partly: 'Tiếp thu một phần',
  'not-taken': 'Không tiếp thu',
};

/** How far it is. */
export const CONSULTATION_STATE_WORD: Record<InquiryState, string> = {
  asked: 'Chờ góp ý',
  answered: 'Đã góp ý',
  closed: 'Đã kết thúc',
  withdrawn: 'Đã thôi lấy ý kiến',
};
