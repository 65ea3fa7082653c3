import type { MailState } from '../../functions/invitations/mail-state';

interface MailWords {
  words: string;
  tag: 'tag' | 'tag lotus' | 'tag grey' | 'tag sun';
}

/** Where a mail or a call stands, as the organizer reads it. */
export const MAIL_WORDS: Record<MailState, MailWords> = {
  'not-sent': { words: 'Chưa gửi', tag: 'tag grey' },
  waiting: { words: 'Chờ gửi', tag: 'tag grey' },
  sent: { words: 'Đã gửi thư', tag: 'tag' },
  delivered: { words: 'Thư đã tới', tag: 'tag' },
  bounced: { words: 'Thư bị trả lại', tag: 'tag lotus' },
  complained: { words: 'Báo là thư rác', tag: 'tag lotus' },
  failed: { words: 'Không gửi được', tag: 'tag lotus' },
  unknown: { words: 'Chưa rõ đã gửi', tag: 'tag lotus' },
  held: { words: 'Đang giữ lại', tag: 'tag grey' },
  'to-call': { words: 'Cần gọi', tag: 'tag sun' },
  'not-reached': { words: 'Gọi chưa được', tag: 'tag sun' },
  told: { words: 'Đã báo qua điện thoại', tag: 'tag' },
  dropped: { words: 'Không cần gửi nữa', tag: 'tag grey' },
};
