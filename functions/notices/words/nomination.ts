import type { Event } from '../../events/event';
import type { Nomination } from '../../nominations/nomination';
import { inSentence } from '../../units/words';
import { moment } from '../../when';
import { named, whenAndWhere } from './event-facts';
import { type Block, blocks, type Letter } from './letter';

const news: Record<string, (event: Event) => { subject: string; first: string }> = {
  'event-cancelled': (event) => ({
    subject: `HỦY: ${event.title}`,
    first: `${named(event)} dự kiến ${moment(event.startsAt)} đã bị hủy. Từng người được cử sẽ được báo; ai không có email nằm trong danh sách cần gọi của đơn vị.`,
  }),
  'event-postponed': (event) => ({
    subject: `HOÃN: ${event.title}`,
    first: `${named(event)} dự kiến ${moment(event.formerStartsAt ?? event.startsAt)} phải hoãn lại. ${
      event.undated ? 'Thời gian mới sẽ được báo sau.' : `Thời gian dự kiến mới: ${moment(event.startsAt)}.`
    } Danh sách đã cử vẫn được giữ; ai không có email nằm trong danh sách cần gọi của đơn vị.`,
  }),
  'event-resumed': (event) => ({
    subject: `Tổ chức trở lại: ${event.title}`,
    first: `${named(event)} trước đây phải hoãn, nay được tổ chức vào thời gian dưới đây. Danh sách đã cử vẫn được giữ.`,
  }),
  'event-changed': (event) => ({
    subject: `Thay đổi thời gian hoặc địa điểm: ${event.title}`,
    first: `Thời gian, địa điểm hoặc hình thức đã thay đổi. Danh sách đã cử vẫn được giữ; ai không có email nằm trong danh sách cần gọi của đơn vị.`,
  }),
};

/** What the officer of a unit or body is told; the link is theirs alone. */
export const nominationLetter = (
  template: string,
  event: Event,
  nomination: Nomination,
  link: string,
): Letter => {
  const way: Block = {
    label:
      'Đường dẫn riêng của đơn vị để cử người, thay người và xem danh sách (xin không chuyển cho người khác)',
    link,
  };
  const told = news[template]?.(event);
  return {
    subject: told?.subject ?? `Đề nghị cử người tham dự: ${event.title}`,
    to: `ông/bà ${nomination.contactName} (${inSentence(nomination.name)})`,
    body: blocks(
      told?.first ??
        `Đề nghị ${inSentence(nomination.name)} cử người tham dự trước ${moment(nomination.deadline)}. Không cần tài khoản: mở đường dẫn dưới đây để điền từng người hoặc dán danh sách từ Excel.`,
      told && event.reason && `Lý do: ${event.reason}`,
      template === 'event-cancelled' ? undefined : whenAndWhere(event),
      way,
    ),
    contact: { name: event.contactName, phone: event.contactPhone },
  };
};
