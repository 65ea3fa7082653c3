import type { Delivery, DeliveryState } from '../../../functions/outbox/deliveries/delivery';
import type { Feedback } from '../../../functions/outbox/deliveries/feedback';
import { localDate, ms } from '../../../functions/platform/time/dates';
import { moment } from '../../../functions/platform/time/format-date';
import { copy, type Language } from '../../copy/copy';

/** What a notice tells, in a few words. */
export const templateWords = (template: string, language: Language = 'vi'): string => {
  const t = copy(language).notices;
  return t.templates[template] ?? t.template;
};

/** Why a line must be told today: `diễn ra ngày mai: thứ Ba, 17/11/2026, 7:30`. */
export const soonWords = (
  { startsAt, status }: { startsAt: string; status: string },
  now: number,
  language: Language = 'vi',
): string => {
  const t = copy(language).notices;
  const when = ms(startsAt) <= now ? 'now' : localDate(startsAt) === localDate(now) ? 'today' : 'tomorrow';
  const words = status === 'published' ? t.runs : t.ran;
  return `${words[when]}: ${moment(startsAt, language)}`;
};

export const STATES: Record<DeliveryState, { words: string; tag: string }> = {
  due: { words: 'Chờ gửi', tag: 'grey' },
  sending: { words: 'Đang gửi', tag: 'grey' },
  sent: { words: 'Đã gửi', tag: '' },
  failed: { words: 'Không gửi được', tag: 'lotus' },
  unknown: { words: 'Chưa rõ đã gửi chưa', tag: 'sun' },
  held: { words: 'Tạm giữ', tag: 'sun' },
  'to-call': { words: 'Cần gọi', tag: 'sun' },
  told: { words: 'Đã báo', tag: '' },
  'not-reached': { words: 'Chưa liên hệ được', tag: 'lotus' },
  dropped: { words: 'Không cần báo nữa', tag: 'grey' },
};

export const FEEDBACK = {
  delivered: { words: 'Đã đến hộp thư', tag: '' },
  delayed: { words: 'Đến chậm', tag: 'sun' },
  undelivered: { words: 'Thư không tới nơi', tag: 'lotus' },
  bounced: { words: 'Thư bị trả lại', tag: 'lotus' },
  complained: { words: 'Người nhận báo thư rác', tag: 'lotus' },
  rejected: { words: 'Bị từ chối', tag: 'lotus' },
} satisfies Record<Feedback, { words: string; tag: string }>;

/** The state of a delivery, and what SES reported about it later. */
export const stateTags = (d: Delivery): { words: string; tag: string }[] => {
  const feedback = d.feedback && FEEDBACK[d.feedback];
  if (feedback && d.state === 'sent') return [feedback];
  const refused = d.channel === 'call' && d.error ? { words: 'Thư không gửi được', tag: 'lotus' } : undefined;
  return [STATES[d.state], feedback ?? refused].filter((t) => t !== undefined);
};
