import { DONE } from '../../query';

/** What was just done with a pledge. */
export const PLEDGE_DONE: Readonly<Record<string, string>> = {
  [DONE.created]: 'Đã ghi cam kết hỗ trợ.',
  [DONE.saved]: 'Đã lưu cam kết hỗ trợ.',
  [DONE.added]: 'Đã ghi lần nhận.',
  [DONE.lineRemoved]: 'Đã bỏ lần nhận ghi nhầm.',
  [DONE.withdrawn]: 'Đã ghi cam kết không còn thực hiện.',
};
