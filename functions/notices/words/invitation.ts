import { officialBefore, officialSpan } from '../../documents/official';
import type { Event } from '../../events/event/event';
import { placeOf } from '../../events/event/place';
import { oldDateOf } from '../../events/invitations/answer-deadline';
import type { Invitation } from '../../events/invitations/invitation';
import { joinsOnline } from '../../events/invitations/online-link';
import { lineWords, respondWords, seatsLine } from '../../events/letters/letter';
import { facts, type Message, type MessageBlock, messageBlocks } from '../../platform/mail/message';
import { shortDate } from '../../platform/time/format-date';
import { answerReceipt } from './answer-receipt';
import { changeOf, named, planned, putOff, reasonOf, remindSubject, whenAndWhere } from './event-facts';

/** Whether the body answered; an answer saved for its head's approval does not count yet. */
const answered = ({ answer }: Invitation) => answer !== undefined && answer.answer !== 'saved';

/** What the news means for the answer, and until when the link accepts one. */
const answering = (event: Event, i: Invitation, open: boolean): string => {
  const by = `${officialBefore(i.respondBy)} bằng đường dẫn dưới đây`;
  const old = oldDateOf(i, event);
  if (old && !event.undated)
    return `Trả lời của quý cơ quan là cho lịch cũ (${shortDate(old)}). Vui lòng ${
      open
        ? `xác nhận hoặc trả lời lại cho lịch mới ${by}`
        : 'gọi số điện thoại dưới đây để xác nhận lịch mới'
    }.`;
  if (answered(i))
    return `Trả lời của quý cơ quan vẫn được giữ; nếu không còn phù hợp, vui lòng ${
      open ? `sửa lại ${event.undated ? 'bằng đường dẫn dưới đây' : by}` : 'gọi số điện thoại dưới đây'
    }.`;
  if (event.undated) return 'Hạn trả lời mới sẽ được báo cùng lịch mới.';
  return open
    ? `Vui lòng trả lời ${by}.`
    : 'Đã hết hạn trả lời bằng đường dẫn; muốn tham dự, vui lòng gọi số điện thoại dưới đây.';
};

/** ` (25/03/2026)`, the day that they answered for. */
const onOldDay = (event: Event, i: Invitation): string => {
  const old = oldDateOf(i, event);
  return old ? ` (${shortDate(old)})` : '';
};

type Says = (event: Event, i: Invitation, open: boolean) => { subject: string; first?: string };
const says: Record<string, Says> = {
  invitation: (event) => ({ subject: `Giấy mời: ${event.title}` }),
  'invitation-signed': (event) => ({
    subject: `Giấy mời đã ký: ${event.title}`,
    first: `Chúng tôi gửi kèm giấy mời đã ký tới quý cơ quan. Trả lời đã gửi, nếu có, vẫn được giữ.`,
  }),
  'event-reminder': (event, i, open) => ({
    subject: remindSubject(event),
    first: oldDateOf(i, event)
      ? `Quý cơ quan đã nhận lời tham dự theo lịch cũ; lịch mới ở dưới đây. ${answering(event, i, open)}`
      : `Quý cơ quan đã nhận lời tham dự. Trân trọng nhắc lại thời gian và địa điểm dưới đây.`,
  }),
  'invitation-again': (event, i) => ({
    subject: `Mời dự theo lịch mới: ${event.title}`,
    first: `Quý cơ quan đã trả lời không tham dự ${named(event)} theo lịch cũ${onOldDay(event, i)}. Nay chương trình được tổ chức vào thời gian dưới đây; kính mong quý cơ quan xem lại và trả lời ${officialBefore(i.respondBy)} bằng đường dẫn dưới đây.`,
  }),
  'invitation-reminder': (event, i) => ({
    subject: `Nhắc trả lời giấy mời: ${event.title}`,
    first: oldDateOf(i, event)
      ? `${i.bodyName} đã trả lời giấy mời cho lịch cũ${onOldDay(event, i)} và chúng tôi chưa nhận được trả lời cho lịch mới. Kính mong quý cơ quan trả lời ${officialBefore(i.respondBy)} bằng đường dẫn dưới đây.`
      : `Chúng tôi đã gửi giấy mời tới ${i.bodyName} và chưa nhận được trả lời. Kính mong quý cơ quan trả lời ${officialBefore(i.respondBy)} bằng đường dẫn dưới đây.`,
  }),
  'invitation-revoked': (event) => ({
    subject: `Thu hồi giấy mời: ${event.title}`,
    first: `Chúng tôi xin thu hồi giấy mời đã gửi cho ${named(event)}. Quý cơ quan không cần trả lời. Xin lỗi vì sự bất tiện này.`,
  }),
  'event-link': (event) => ({
    subject: `Đường dẫn trực tuyến: ${event.title}`,
    first: `Quý cơ quan đã nhận lời tham dự. Chúng tôi gửi đường dẫn để đại biểu tham dự trực tuyến; thời gian và chương trình không thay đổi.`,
  }),
  'event-cancelled': (event) => ({
    subject: `HỦY: ${event.title}`,
    first: `${named(event)} ${planned(event)} đã bị hủy. Xin cảm ơn quý cơ quan và xin lỗi vì sự bất tiện này.`,
  }),
  'event-postponed': (event, i, open) => ({
    subject: `HOÃN: ${event.title}`,
    first: `${putOff(event)} ${answering(event, i, open)}`,
  }),
  'event-resumed': (event, i, open) => ({
    subject: `Tổ chức trở lại: ${event.title}`,
    first: `${named(event)} trước đây phải hoãn, nay được tổ chức vào thời gian dưới đây. ${answering(event, i, open)}`,
  }),
  'event-changed': (event, i, open) => {
    const { subject, first } = changeOf(event, i.issuedAt ?? i.createdAt);
    return { subject, first: `${first} ${answering(event, i, open)}` };
  },
};

/** After these there is nothing left to answer. */
const ENDS = ['invitation-revoked', 'event-cancelled'];

/** The sentence that invites, unless the organizer's own words have it. */
const inviting = (event: Event, { bodyName, letterText }: Invitation, from: string) =>
  !/kính mời/i.test(letterText) && `${from} trân trọng kính mời ${bodyName} tới dự ${named(event)}.`;

/** The letter's words without the line that repeats that sentence. */
const wordsOf = (event: Event, { letterText }: Invitation): MessageBlock | undefined => {
  const quote = letterText
    .split('\n')
    .filter((line) => line.trim() !== `Tới dự: ${event.title}.`)
    .join('\n')
    .trim();
  return quote ? { quote } : undefined;
};

/** The facts that the letter leaves out, or that changed since it was written. */
const lacking = (event: Event, { letterText }: Invitation): MessageBlock | undefined => {
  const said = event.undated ? 'sẽ thông báo sau' : officialSpan(event.startsAt, event.endsAt);
  const block = facts(
    ['Thời gian', !letterText.includes(said) && said],
    ['Địa điểm', event.mode !== 'online' && !letterText.includes(placeOf(event)) && placeOf(event)],
    ['Hình thức', event.mode === 'online' && !/trực tuyến/i.test(letterText) && 'Trực tuyến'],
  );
  return block.facts.length > 0 ? block : undefined;
};

/** How to join online, as the letter promised to bodies that accept. */
const joining = (event: Event, invitation: Invitation): MessageBlock | undefined =>
  joinsOnline(invitation, event)
    ? facts(['Đường dẫn trực tuyến', event.onlineUrl ?? 'sẽ báo sau'])
    : undefined;

interface InvitationWording {
  event: Event;
  invitation: Invitation;
  /** Theirs alone. */
  link: string;
  /** The body that invites. */
  from: string;
  /** Whether the link still accepts an answer. */
  open: boolean;
}

/** What an invited body is told. The console's preview shows the same words. */
export const invitationMessage = (
  template: string,
  { event, invitation, link, from, open }: InvitationWording,
): Message => {
  if (/^answer-/.test(template))
    return answerReceipt({ event, invitation, link, open }, joining(event, invitation));
  const { subject, first } = (says[template] ?? says['event-changed']!)(event, invitation, open);
  const reason = reasonOf(event, template);
  const way: MessageBlock = {
    label:
      'Xem giấy mời và trả lời tại đường dẫn riêng của quý cơ quan (vui lòng không chuyển cho người ngoài cơ quan)',
    link,
  };
  return {
    subject,
    to: invitation.bodyName,
    body: messageBlocks(
      ...(first === undefined
        ? [inviting(event, invitation, from), wordsOf(event, invitation), lacking(event, invitation)]
        : [first]),
      reason && `Lý do: ${reason}`,
      first === undefined || ENDS.includes(template)
        ? undefined
        : whenAndWhere(event, undefined, { office: true }),
      ENDS.includes(template) ? undefined : joining(event, invitation),
      template === 'invitation' &&
        [
          invitation.seatsOffered > 0 && lineWords(seatsLine(invitation.seatsOffered)),
          `Đề nghị Quý cơ quan, đơn vị trả lời ${respondWords(invitation.respondBy)}.`,
        ]
          .filter(Boolean)
          .join(' '),
      ENDS.includes(template) ? undefined : way,
      template === 'invitation' &&
        !invitation.signedLetter &&
        'Thư này là thông báo; giấy mời có chữ ký và dấu được gửi theo đường công văn.',
    ),
    contact: { name: event.contactName, phone: event.contactPhone },
  };
};
