import { officialBefore, officialMoment } from '../../documents/official';
import type { Event } from '../../events/event/event';
import { oldDateOf } from '../../events/invitations/answer-deadline';
import type { Invitation } from '../../events/invitations/invitation';
import { supportLine } from '../../events/invitations/words';
import { facts, type Message, type MessageBlock, messageBlocks } from '../../platform/mail/message';
import { shortDate } from '../../platform/time/format-date';
import { named, whenAndWhere } from './event-facts';

interface ReceiptWording {
  event: Event;
  invitation: Invitation;
  /** Theirs alone. */
  link: string;
  /** Whether the link still accepts another answer. */
  open: boolean;
}

const WAY = { link: 'bằng đường dẫn riêng', phone: 'qua điện thoại', letter: 'bằng công văn' } as const;

const peopleOf = (answer: NonNullable<Invitation['answer']>, { seatsOffered }: Invitation) => {
  if (answer.answer === 'declined' || seatsOffered === 0) return undefined;
  const people = answer.delegates.map((d) => [d.name, d.position].filter(Boolean).join(', '));
  return people.length > 0 ? people.join('; ') : 'chưa báo tên';
};

/** How the link can be used from now on. */
const afterwards = (event: Event, { respondBy }: Invitation, open: boolean): string => {
  if (!open) return 'Đã hết hạn trả lời bằng đường dẫn; cần thay đổi, vui lòng gọi số điện thoại dưới đây.';
  return event.undated
    ? 'Quý cơ quan có thể thay đổi trả lời bằng đường dẫn dưới đây.'
    : `Quý cơ quan có thể thay đổi trả lời ${officialBefore(respondBy)} bằng đường dẫn dưới đây.`;
};

/**
 * What an invited body answered, as it was written down: a receipt to keep and to show to its head.
 * @param joining how to join online, where the body comes to what is held online
 */
export const answerReceipt = (
  { event, invitation, link, open }: ReceiptWording,
  joining: MessageBlock | undefined,
): Message => {
  const answer = invitation.answer!;
  const comes = answer.answer === 'accepted';
  const old = event.undated ? undefined : oldDateOf(invitation, event);
  return {
    subject: `Đã nhận trả lời (${comes ? 'tham dự' : 'không tham dự'}): ${event.title}`,
    to: invitation.bodyName,
    body: messageBlocks(
      `Chúng tôi đã nhận trả lời của quý cơ quan ${WAY[answer.through]}, lúc ${officialMoment(answer.at)}, về việc dự ${named(event)}. Xin cảm ơn quý cơ quan.`,
      facts(
        ['Trả lời', comes ? 'Nhận lời tham dự' : 'Không tham dự'],
        ['Lý do', answer.reason],
        ['Người tham dự', peopleOf(answer, invitation)],
        ['Hỗ trợ', supportLine(answer)],
        ['Lời nhắn', answer.note],
      ),
      old && `Trả lời này là cho lịch cũ (${shortDate(old)}); lịch mới ở dưới đây.`,
      (comes || old) && whenAndWhere(event, undefined, { office: true }),
      joining,
      afterwards(event, invitation, open),
      open && {
        label:
          'Xem lại trả lời tại đường dẫn riêng của quý cơ quan (vui lòng không chuyển cho người ngoài cơ quan)',
        link,
      },
    ),
    contact: { name: event.contactName, phone: event.contactPhone },
  };
};
