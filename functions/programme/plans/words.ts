import type { PlanState } from './plan';

/** How far a plan is. */
export const PLAN_STATE_WORD: Record<PlanState, string> = {
  draft: 'Dự thảo',
  consulted: 'Đang lấy ý kiến',
  issued: 'Đã ban hành',
  corrected: 'Đã ban hành, có điều chỉnh',
  withdrawn: 'Đã thu hồi',
};
