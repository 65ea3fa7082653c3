import type { Gap } from './gaps';

/** What a team lacks, in the words of a list. */
export const GAP_WORD: Record<Gap, string> = {
  'few-members': 'Chưa đủ số người',
  'no-woman': 'Chưa đủ hòa giải viên nữ',
  'no-minority': 'Chưa có người dân tộc thiểu số',
  'no-leader': 'Chưa có tổ trưởng',
};
