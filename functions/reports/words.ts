import type { InquiryState } from '../inquiries/inquiry';
import type { KnownFigure } from './report';

export const FIGURE_WORD: Record<KnownFigure, string> = {
  events: 'Số lớp, hội nghị đã tổ chức trên địa bàn',
  people: 'Số lượt người đã dự',
  teams: 'Số tổ hòa giải',
  mediators: 'Số hòa giải viên',
};

export const REPORT_STATE_WORD: Record<InquiryState, string> = {
  asked: 'Chưa nộp',
  answered: 'Đã nộp',
  closed: 'Đã nộp, đã chốt',
  withdrawn: 'Không phải nộp',
};
