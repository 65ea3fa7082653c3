import type { Delivery, DeliveryState } from '../../functions/notices/delivery';

/** What a notice tells, in a few words. */
const TEMPLATES: Record<string, string> = {
  confirmed: 'Xác nhận đăng ký',
  code: 'Nhắc mã đăng ký',
  promoted: 'Đã có chỗ từ danh sách chờ',
  approved: 'Đăng ký được chấp thuận',
  substitute: 'Được cử đi thay',
  moved: 'Chuyển lớp',
  nominated: 'Được cử tham dự',
  waitlisted: 'Ghi tên chờ',
  pending: 'Đã nhận đăng ký, chờ xét',
  declined: 'Không được chấp thuận',
  cancelled: 'Đăng ký bị hủy',
  replaced: 'Có người đi thay',
  'event-cancelled': 'Lớp bị hủy',
  'event-postponed': 'Lớp hoãn lại',
  'event-resumed': 'Tổ chức trở lại',
  'event-changed': 'Đổi giờ hoặc địa điểm',
  'event-reminder': 'Nhắc lịch',
  reminder: 'Nhắc lịch',
  nomination: 'Đề nghị cử người',
  invitation: 'Giấy mời',
  'invitation-signed': 'Giấy mời đã ký',
  'invitation-reminder': 'Nhắc trả lời giấy mời',
  'invitation-revoked': 'Thu hồi giấy mời',
};
export const templateWords = (template: string): string => TEMPLATES[template] ?? 'Thông báo';

const STATES: Record<DeliveryState, { words: string; tag: string }> = {
  due: { words: 'Chờ gửi', tag: 'grey' },
  sending: { words: 'Đang gửi', tag: 'grey' },
  sent: { words: 'Đã gửi', tag: '' },
  failed: { words: 'Không gửi được', tag: 'lotus' },
  unknown: { words: 'Chưa rõ đã gửi chưa', tag: 'sun' },
  held: { words: 'Tạm giữ', tag: 'sun' },
  'to-call': { words: 'Cần gọi', tag: 'sun' },
  told: { words: 'Đã báo', tag: '' },
  'not-reached': { words: 'Chưa gặp', tag: 'lotus' },
  dropped: { words: 'Không cần báo nữa', tag: 'grey' },
};

const FEEDBACK: Record<string, { words: string; tag: string }> = {
  delivered: { words: 'Đã đến hộp thư', tag: '' },
  delayed: { words: 'Đến chậm', tag: 'sun' },
  bounced: { words: 'Thư bị trả lại', tag: 'lotus' },
  complained: { words: 'Người nhận báo thư rác', tag: 'lotus' },
  rejected: { words: 'Bị từ chối', tag: 'lotus' },
};

/** Where a delivery stands: its state, and what SES said of it since. */
export const stateTags = (d: Delivery): { words: string; tag: string }[] => {
  const feedback = d.feedback ? FEEDBACK[d.feedback] : undefined;
  if (feedback && d.state === 'sent') return [feedback];
  const refused = d.channel === 'call' && d.error ? { words: 'Thư không gửi được', tag: 'lotus' } : undefined;
  return [STATES[d.state], feedback ?? refused].filter((t) => t !== undefined);
};
