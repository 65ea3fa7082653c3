import { plain } from '../../../../platform/text/text';

const WORDS =
  /^(?:(?:khong|ko|k|kg|hong|chua)(?: (?:co|ro|biet|nho|xac dinh|cung cap|dung|su dung|can|duoc|thong tin)){0,3}|no|none|nil|null|n a|na|0+|x{1,3}|false)$/;

/** Whether a cell says that there is nothing: "không có", "ko", "-", "0", "x", "…", or nothing that is seen. */
export const saysNone = (cell: string): boolean => {
  const words = plain(cell)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' || WORDS.test(words);
};
