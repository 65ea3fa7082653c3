import { inSentence } from '../../directory/units/words';
import { officialBefore, officialDeadline, officialNumber } from '../../documents/official';
import type { Event } from '../../events/event/event';
import { listBefore, peopleWords } from '../../events/letters/request-to-many';
import { officeOf } from '../../events/nominations/letter/office';
import type { Nomination } from '../../events/nominations/nomination';
import { facts, type Message, type MessageBlock, messageBlocks } from '../../platform/mail/message';
import { changeOf, named, planned, putOff, reasonOf, whenAndWhere } from './event-facts';

/** A quota as it is when its officer is written to. */
interface Quota {
  /** Seats of the quota; 0 where it is unknown. */
  size: number;
  used: number;
  /** Whether the deadline is still to come. */
  open: boolean;
}

/** Only a unit that nominated people has a list that is kept, and a call list. */
const kept = ({ used }: Quota) =>
  used > 0 ? ' Danh sách đã cử vẫn được giữ; ai không có email nằm trong danh sách cần gọi của đơn vị.' : '';

type Says = (event: Event, quota: Quota, nomination: Nomination) => { subject: string; first: string };

const news: Record<string, Says> = {
  'event-cancelled': (event, { used }) => ({
    subject: `HỦY: ${event.title}`,
    first: `${named(event)} ${planned(event)} đã bị hủy. ${
      used > 0
        ? 'Từng người được cử sẽ được báo; ai không có email nằm trong danh sách cần gọi của đơn vị.'
        : 'Không cần cử người nữa.'
    }`,
  }),
  'event-postponed': (event, quota) => ({
    subject: `HOÃN: ${event.title}`,
    first: `${putOff(event)}${kept(quota)}`,
  }),
  'event-resumed': (event, quota) => ({
    subject: `Tổ chức trở lại: ${event.title}`,
    first: `${named(event)} trước đây phải hoãn, nay được tổ chức vào thời gian dưới đây.${kept(quota)}`,
  }),
  'event-changed': (event, quota, { createdAt }) => {
    const { subject, first } = changeOf(event, createdAt);
    return { subject, first: `${first}${kept(quota)}` };
  },
  'nomination-signed': (event, _quota, { name, deadline }) => ({
    subject: `Công văn đã ký: ${event.title}`,
    first: `Chúng tôi gửi kèm công văn đã ký đề nghị ${inSentence(name)} cử người tham dự và ${listBefore(deadline)}. Danh sách đã cử, nếu có, vẫn được giữ.`,
  }),
  'nomination-reminder': (event, { size, used }, { name, deadline }) => ({
    subject: `Nhắc cử người tham dự: ${event.title}`,
    first: `Đến nay ${inSentence(name)} ${
      used > 0 ? `mới cử ${officialNumber(used)} trên ${peopleWords(size)}` : 'chưa cử người nào'
    }. Đề nghị cử đủ ${officialBefore(deadline)}; sau hạn này chỗ còn lại dành cho nơi khác.`,
  }),
};

/** What the unit's link is for: of a cancelled event, only the call list. */
const purpose = (template: string, { used }: Quota): string | undefined => {
  if (template !== 'event-cancelled') return 'cử người, thay người và xem danh sách';
  return used > 0 ? 'xem danh sách đã cử và danh sách cần gọi' : undefined;
};

/** A deadline that moved with the date is told with it. */
const deadlineOf = (event: Event, { deadline }: Nomination, { size, used, open }: Quota): MessageBlock =>
  facts(
    ['Chỉ tiêu', size > 0 && `${peopleWords(size)}, đã cử ${officialNumber(used)}`],
    ['Hạn cử người', open && !event.undated && officialDeadline(deadline)],
  );

interface NominationWording {
  event: Event;
  nomination: Nomination;
  /** Theirs alone. */
  link: string;
  quota: Quota;
}

/** What the officer of a unit or body is told. */
export const nominationMessage = (
  template: string,
  { event, nomination, link, quota }: NominationWording,
): Message => {
  const forWhat = purpose(template, quota);
  const reason = reasonOf(event, template);
  const told = news[template]?.(event, quota, nomination);
  const many = quota.size > 0 ? peopleWords(quota.size) : 'người';
  return {
    subject: told?.subject ?? `Đề nghị cử người tham dự: ${event.title}`,
    to: officeOf(nomination),
    body: messageBlocks(
      told?.first ??
        `Đề nghị ${inSentence(nomination.name)} cử ${many} tham dự và ${listBefore(nomination.deadline)}. Không cần tài khoản: mở đường dẫn dưới đây để điền từng người hoặc dán danh sách từ Excel.`,
      reason && `Lý do: ${reason}`,
      template === 'event-cancelled' ? undefined : whenAndWhere(event, undefined, { office: true }),
      !told && event.audience ? facts(['Đối tượng', event.audience]) : undefined,
      told && template !== 'event-cancelled' ? deadlineOf(event, nomination, quota) : undefined,
      forWhat && {
        label: `Đường dẫn riêng của đơn vị để ${forWhat} (vui lòng không chuyển cho người khác)`,
        link,
      },
    ),
    contact: { name: event.contactName, phone: event.contactPhone },
  };
};
