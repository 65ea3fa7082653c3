import type { PointOutcome, PointSort, PointState } from './point';

export const POINT_SORT_WORD: Record<PointSort, string> = {
  paper: 'Tham luận',
  difficulty: 'Khó khăn, vướng mắc',
};

export const POINT_STATE_WORD: Record<PointState, string> = {
  received: 'Mới nhận',
  accepted: 'Đã nhận vào chương trình',
  declined: 'Chưa nhận vào chương trình',
  passed: 'Đã chuyển, chờ trả lời',
  answered: 'Đã trả lời',
  closed: 'Đã kết thúc',
};

export const POINT_OUTCOME_WORD: Record<PointOutcome, string> = {
  accepted: 'Nhận vào chương trình',
  declined: 'Chưa nhận',
  answered: 'Trả lời',
};
