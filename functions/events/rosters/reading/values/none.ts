import { plain } from '../../../../platform/text/text';

const DOING = 'co|ro|biet|nho|xac dinh|cung cap|dung|su dung|can|duoc|lap|dang ky|lien lac';
const THING =
  'thong tin|gi|e ?mail|g ?mail|mail|dien thoai|dt|sdt|so(?: dien thoai| dt)?|may|zalo|chuc vu|don vi|nhu cau|phien dich|thong dich|ho tro|thiet';
const WORDS = new RegExp(
  `^(?:(?:khong|ko|k|kg|hong|chua)(?: (?:${DOING})){0,3}(?: (?:${THING})){0,2}(?: a)?|no|none|nil|null|n a|na|0+|x{1,3}|false)$`,
);

/** Whether a cell says that there is nothing: "không có", "ko", "-", "0", "x", "…", or nothing that is seen. */
export const saysNone = (cell: string): boolean => {
  const words = plain(cell)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' || WORDS.test(words);
};
