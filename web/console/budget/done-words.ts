import { DONE } from '../../query';

/** What was just done with a line. */
export const LINE_DONE: Readonly<Record<string, string>> = {
  [DONE.created]: 'Đã ghi khoản kinh phí.',
  [DONE.saved]: 'Đã lưu khoản kinh phí.',
  [DONE.lineRemoved]: 'Đã bỏ khoản kinh phí.',
};
