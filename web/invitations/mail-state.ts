import type { Invitation } from '../../functions/invitations/invitation';
import type { Delivery } from '../../functions/notices/delivery';

export interface MailState {
  words: string;
  tag: 'tag' | 'tag lotus' | 'tag grey' | 'tag sun';
  /** Somebody must do something about it. */
  trouble?: boolean;
}

/** Where an invitation's latest mail or call stands, as the organizer reads it. */
export const mailState = (invitation: Invitation, deliveries: readonly Delivery[]): MailState => {
  if (invitation.status === 'prepared') return { words: 'Chưa gửi', tag: 'tag grey' };
  const letters = deliveries
    .filter((d) => d.template.startsWith('invitation') && d.state !== 'dropped')
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const last = letters.at(-1);
  return last ? deliveryState(last) : { words: 'Chờ gửi', tag: 'tag grey' };
};

/** One delivery in words. */
export const deliveryState = (d: Pick<Delivery, 'state' | 'feedback'>): MailState => {
  if (d.feedback === 'bounced') return { words: 'Thư bị trả lại', tag: 'tag lotus', trouble: true };
  if (d.feedback === 'complained') return { words: 'Báo là thư rác', tag: 'tag lotus', trouble: true };
  switch (d.state) {
    case 'sent':
      return { words: d.feedback === 'delivered' ? 'Thư đã tới' : 'Đã gửi thư', tag: 'tag' };
    case 'failed':
      return { words: 'Không gửi được', tag: 'tag lotus', trouble: true };
    case 'unknown':
      return { words: 'Chưa rõ đã gửi', tag: 'tag lotus', trouble: true };
    case 'held':
      return { words: 'Đang giữ lại', tag: 'tag grey' };
    case 'to-call':
      return { words: 'Cần gọi', tag: 'tag sun', trouble: true };
    case 'not-reached':
      return { words: 'Gọi chưa được', tag: 'tag sun', trouble: true };
    case 'told':
      return { words: 'Đã báo qua điện thoại', tag: 'tag' };
    case 'dropped':
      return { words: 'Không cần gửi nữa', tag: 'tag grey' };
    default:
      return { words: 'Chờ gửi', tag: 'tag grey' };
  }
};
