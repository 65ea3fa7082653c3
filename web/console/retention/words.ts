import { showCount } from '../../../functions/platform/text/count';
import type { ClockClass, FixedClass } from '../../../functions/privacy/retention/classes';
import type { RetentionLine } from '../../../functions/privacy/retention/read';

/** What the clock deletes, as the department says it. */
export const CLASS_WORDS: Record<ClockClass, { name: string; what: string }> = {
  notes: {
    name: 'Ghi chú cuộc gọi',
    what: 'Những gì người gọi ghi lại khi gọi báo, ví dụ “hẹn gọi lại 9 giờ”.',
  },
  deliveries: {
    name: 'Thông báo đã gửi, đã gọi',
    what: 'Họ tên, số điện thoại, email và nội dung của từng thông báo.',
  },
  people: {
    name: 'Người đăng ký, đại biểu, đầu mối',
    what: 'Thông tin của người đăng ký, của đại biểu trong trả lời giấy mời, của đầu mối đơn vị cử người.',
  },
};

/** What ends by itself. @param days where there is a number */
export const FIXED_WORDS: Record<FixedClass, { name: string; kept: (days: number) => string }> = {
  mails: { name: 'Nội dung thư đã gửi', kept: (days) => `${showCount(days)} ngày sau khi gửi` },
  rolls: {
    name: 'Bản chép danh sách của lớp, hội nghị đông người',
    kept: (days) => `lâu nhất ${showCount(days)} ngày`,
  },
  refusedRows: {
    name: 'Dòng không nhập được của danh sách',
    kept: (days) => `${showCount(days)} ngày sau khi nhập xong`,
  },
  lists: {
    name: 'Danh sách tải lên để nhập',
    kept: (days) => `đến khi nhập xong, lâu nhất ${showCount(days)} ngày`,
  },
  failedRecords: { name: 'Bản ghi xử lý lỗi', kept: (days) => `${showCount(days)} ngày` },
  failedBatches: { name: 'Lô bản ghi hệ thống không xử lý được', kept: (days) => `${showCount(days)} ngày` },
  formerVersions: { name: 'Bản cũ của tệp đã thay', kept: (days) => `${showCount(days)} ngày` },
  backups: { name: 'Bản sao lưu hằng đêm', kept: (days) => `${showCount(days)} ngày` },
  sessions: {
    name: 'Phiên đăng nhập của cán bộ, mã đăng nhập',
    kept: () => 'đến khi hết hạn, tính bằng giờ hoặc ngày',
  },
  logs: {
    name: 'Nhật ký hệ thống, nhật ký an ninh',
    kept: () => 'theo cấu hình của hệ thống; không có họ tên, số điện thoại',
  },
  tombstones: { name: 'Dấu của người đã xóa', kept: () => 'lâu dài, không có tên' },
  exports: {
    name: 'Danh sách tải về, in ra',
    kept: () => 'hệ thống không giữ bản nào; lịch sử ghi ai tải, bao nhiêu người',
  },
  history: {
    name: 'Lịch sử xử lý',
    kept: (days) => `${showCount(days)} ngày; không ghi thông tin cá nhân của người tham dự`,
  },
};

const COUNT_WORDS: Record<string, string> = {
  notes: 'ghi chú',
  deliveries: 'thông báo',
  people: 'người',
  contacts: 'đầu mối',
  answers: 'trả lời giấy mời',
};

/** `120 người, 3 đầu mối` */
export const countWords = (counts: RetentionLine['counts']): string =>
  Object.entries(COUNT_WORDS)
    .filter(([name]) => counts[name])
    .map(([name, words]) => `${showCount(counts[name]!)} ${words}`)
    .join(', ');
