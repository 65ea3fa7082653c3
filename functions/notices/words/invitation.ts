import type { Event } from '../../events/event';
import type { Invitation } from '../../invitations/invitation';
import { moment } from '../../when';
import { named, whenAndWhere } from './event-facts';
import { type Block, blocks, type Letter } from './letter';

const postponed = (event: Event) =>
  `${named(event)} dự kiến ${moment(event.formerStartsAt ?? event.startsAt)} phải hoãn lại. ${
    event.undated ? 'Thời gian mới sẽ được báo sau.' : `Thời gian dự kiến mới: ${moment(event.startsAt)}.`
  }`;

const says: Record<string, (event: Event, i: Invitation) => { subject: string; first?: string }> = {
  invitation: (event) => ({ subject: `Giấy mời: ${event.title}` }),
  'invitation-signed': (event) => ({
    subject: `Giấy mời đã ký: ${event.title}`,
    first: `Xin gửi kèm giấy mời đã ký tới quý cơ quan. Trả lời đã gửi, nếu có, vẫn được giữ.`,
  }),
  'event-reminder': (event) => ({
    subject: `Nhắc lịch ${moment(event.startsAt)}: ${event.title}`,
    first: `Quý cơ quan đã nhận lời tham dự. Xin nhắc lại thời gian và địa điểm dưới đây.`,
  }),
  'invitation-reminder': (event, i) => ({
    subject: `Xin trả lời trước ${moment(i.respondBy)}: ${event.title}`,
    first: `Chúng tôi đã gửi giấy mời tới ${i.bodyName} và chưa nhận được trả lời. Kính mong quý cơ quan trả lời trước ${moment(i.respondBy)} bằng đường dẫn dưới đây.`,
  }),
  'invitation-revoked': (event) => ({
    subject: `Thu hồi giấy mời: ${event.title}`,
    first: `Chúng tôi xin thu hồi giấy mời đã gửi cho ${named(event)}. Quý cơ quan không cần trả lời. Xin lỗi vì sự bất tiện này.`,
  }),
  'event-cancelled': (event) => ({
    subject: `HỦY: ${event.title}`,
    first: `${named(event)} dự kiến ${moment(event.startsAt)} đã bị hủy. Xin cảm ơn quý cơ quan và xin lỗi vì sự bất tiện này.`,
  }),
  'event-postponed': (event) => ({ subject: `HOÃN: ${event.title}`, first: postponed(event) }),
  'event-resumed': (event) => ({
    subject: `Tổ chức trở lại: ${event.title}`,
    first: `${named(event)} trước đây phải hoãn, nay được tổ chức vào thời gian dưới đây. Trả lời của quý cơ quan vẫn được giữ; nếu không còn phù hợp, xin sửa lại bằng đường dẫn dưới đây.`,
  }),
  'event-changed': (event) => ({
    subject: `Thay đổi thời gian hoặc địa điểm: ${event.title}`,
    first: `Thời gian, địa điểm hoặc hình thức đã thay đổi. Trả lời của quý cơ quan vẫn được giữ; nếu không còn phù hợp, xin sửa lại bằng đường dẫn dưới đây.`,
  }),
};

/** No way to answer is given where there is nothing left to answer. */
const ENDS = ['invitation-revoked', 'event-cancelled'];

/** What an invited body is told; the link is theirs alone. The same words are the console's preview. */
export const invitationLetter = (
  template: string,
  event: Event,
  invitation: Invitation,
  link: string,
): Letter => {
  const { subject, first } = (says[template] ?? says['event-changed']!)(event, invitation);
  const way: Block = {
    label:
      'Xem giấy mời và trả lời tại đường dẫn riêng của quý cơ quan (xin không chuyển cho người ngoài cơ quan)',
    link,
  };
  return {
    subject,
    to: invitation.bodyName,
    body: blocks(
      first ?? { quote: invitation.letterText },
      ['event-cancelled', 'event-postponed'].includes(template) && event.reason && `Lý do: ${event.reason}`,
      ENDS.includes(template) ? undefined : whenAndWhere(event),
      template === 'invitation' &&
        `Số đại biểu được mời: ${invitation.seatsOffered}. Xin trả lời trước ${moment(invitation.respondBy)}.`,
      ENDS.includes(template) ? undefined : way,
      template === 'invitation' &&
        !invitation.signedLetter &&
        'Thư này là thông báo; giấy mời có chữ ký và dấu được gửi theo đường công văn.',
    ),
    contact: { name: event.contactName, phone: event.contactPhone },
  };
};
