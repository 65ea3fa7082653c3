import type { LegalLink } from '../../../functions/library/legal-links/legal-link';
import { shortDate } from '../../../functions/platform/time/format-date';

const REASON = {
  gone: 'trang không còn',
  'no-answer': 'trang không trả lời',
  refused: 'địa chỉ không phải của một trang công khai nên không kiểm tra được',
} as const;

/** What the last check of a link found, and whether the public sees the link. */
export const checkWords = ({ linkCheck, dead }: LegalLink): { words: string; tag: string; state: string } => {
  if (!linkCheck) return { words: 'chưa kiểm tra', tag: 'tag grey', state: 'Chờ kiểm tra' };
  const day = shortDate(linkCheck.at);
  if (linkCheck.found) return { words: `kiểm tra ngày ${day}`, tag: 'tag', state: 'Hoạt động' };
  const reason = linkCheck.reason ? REASON[linkCheck.reason] : 'trang không trả lời';
  const words = `ngày ${day} ${reason}`;
  return dead
    ? { words, tag: 'tag stop', state: 'Hỏng, đã ẩn' }
    : { words, tag: 'tag sun', state: 'Sẽ kiểm tra lại' };
};

/** What the attributes of a link are called in its history. */
export const LINK_FIELDS: Record<string, string> = {
  title: 'tên',
  note: 'ghi chú',
  url: 'đường dẫn',
  topics: 'chủ đề',
  dead: 'tình trạng hoạt động',
};
