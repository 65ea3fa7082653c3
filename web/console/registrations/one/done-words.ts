import { showCount } from '../../../../functions/platform/text/count';
import type { Page } from '../../../env';
import { DONE, QUERY } from '../../../query';

const DONE_WORDS: Record<string, string> = {
  [DONE.registered]: 'Đã ghi tên người này vào lớp, hội nghị.',
  [DONE.approved]: 'Đã duyệt đăng ký. Người này được báo.',
  [DONE.seated]: 'Đã xếp chỗ. Người này được báo.',
  [DONE.declined]: 'Đã ghi là không duyệt. Người đó được báo.',
  [DONE.cancelled]: 'Đã hủy đăng ký. Người đó được báo.',
  [DONE.withdrawn]: 'Đã hủy đăng ký theo lời báo của người này.',
  [DONE.replaced]: 'Đã thay người. Chỗ đã chuyển cho người dưới đây.',
  [DONE.moved]: 'Đã chuyển sang lớp này.',
  [DONE.corrected]: 'Đã sửa thông tin đăng ký.',
  [DONE.restricted]: 'Đã hạn chế thông tin của người này.',
  [DONE.unrestricted]: 'Đã bỏ hạn chế thông tin của người này.',
};

/** What a correction in all events came to. */
const everywhereWords = (c: Page): string | undefined => {
  if (c.req.query(QUERY.done) !== DONE.correctedEverywhere) return undefined;
  const [also, left] = [Number(c.req.query(QUERY.count) ?? 0), Number(c.req.query(QUERY.leftOut) ?? 0)];
  return [
    also ? `Đã sửa thông tin ở lớp này và ${showCount(also)} lớp khác.` : 'Đã sửa thông tin đăng ký.',
    left > 0 && `Còn ${showCount(left)} lớp chưa sửa được, vui lòng mở từng lớp để sửa.`,
  ]
    .filter(Boolean)
    .join(' ');
};

/** What was just done with a registration. */
export const doneWords = (c: Page): string | undefined =>
  DONE_WORDS[c.req.query(QUERY.done) ?? ''] ?? everywhereWords(c);
