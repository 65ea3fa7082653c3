import type { InquiryState } from '../inquiries/inquiry';
import type { WhyStopped } from './confirmation';

export const CONFIRMATION_WORD: Record<InquiryState, string> = {
  asked: 'Chờ xác nhận',
  answered: 'Đã xác nhận',
  closed: 'Đã cập nhật',
  withdrawn: 'Đã thôi đề nghị',
};

export const WHY_WORD: Record<WhyStopped, string> = {
  moved: 'Chuyển nơi ở',
  health: 'Sức khỏe, tuổi cao',
  wish: 'Xin thôi',
  deceased: 'Đã mất',
  dismissed: 'Bị cho thôi',
  other: 'Lý do khác',
};
