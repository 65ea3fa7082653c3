import { inSentence } from '../../directory/units/words';
import type { Event } from '../../events/event/event';
import type { Nomination } from '../../events/nominations/nomination';
import { type Block, blocks, facts, type Letter } from '../../platform/mail/message';
import { moment } from '../../platform/time/format-date';
import { named, planned, putOff, whenAndWhere } from './event-facts';

/** How a quota stands as its officer is written to. */
export interface Standing {
  /** Seats of the quota; 0 where nobody knows. */
  quota: number;
  used: number;
  /** Whether the deadline is still to come. */
  open: boolean;
}

/** Only whoever named people has a list that is kept, and a list of whom to call. */
const kept = ({ used }: Standing) =>
  used > 0 ? ' Danh sách đã cử vẫn được giữ; ai không có email nằm trong danh sách cần gọi của đơn vị.' : '';

const news: Record<string, (event: Event, standing: Standing) => { subject: string; first: string }> = {
  'event-cancelled': (event, { used }) => ({
    subject: `HỦY: ${event.title}`,
    first: `${named(event)} ${planned(event)} đã bị hủy. ${
      used > 0
        ? 'Từng người được cử sẽ được báo; ai không có email nằm trong danh sách cần gọi của đơn vị.'
        : 'Không cần cử người nữa.'
    }`,
  }),
  'event-postponed': (event, standing) => ({
    subject: `HOÃN: ${event.title}`,
    first: `${putOff(event)}${kept(standing)}`,
  }),
  'event-resumed': (event, standing) => ({
    subject: `Tổ chức trở lại: ${event.title}`,
    first: `${named(event)} trước đây phải hoãn, nay được tổ chức vào thời gian dưới đây.${kept(standing)}`,
  }),
  'event-changed': (event, standing) => ({
    subject: `Thay đổi thời gian hoặc địa điểm: ${event.title}`,
    first: `Thời gian, địa điểm hoặc hình thức đã thay đổi.${kept(standing)}`,
  }),
};

/** What is left to do at the unit's link: of an event that is off, only whom to call. */
const purpose = (template: string, { used }: Standing): string | undefined => {
  if (template !== 'event-cancelled') return 'cử người, thay người và xem danh sách';
  return used > 0 ? 'xem danh sách đã cử và danh sách cần gọi' : undefined;
};

/** A deadline that goes with a new date is told with it. */
const deadlineOf = (event: Event, { deadline }: Nomination, { quota, used, open }: Standing): Block =>
  facts(
    ['Chỉ tiêu', quota > 0 && `${quota} người, đã cử ${used}`],
    ['Hạn cử người', open && !event.undated && moment(deadline)],
  );

/** What the officer of a unit or body is told; the link is theirs alone. */
export const nominationLetter = (
  template: string,
  event: Event,
  nomination: Nomination,
  link: string,
  standing: Standing,
): Letter => {
  const forWhat = purpose(template, standing);
  const told = news[template]?.(event, standing);
  const many = standing.quota > 0 ? `${standing.quota} người` : 'người';
  return {
    subject: told?.subject ?? `Đề nghị cử người tham dự: ${event.title}`,
    to: `ông/bà ${nomination.contactName} (${inSentence(nomination.name)})`,
    body: blocks(
      told?.first ??
        `Đề nghị ${inSentence(nomination.name)} cử ${many} tham dự trước ${moment(nomination.deadline)}. Không cần tài khoản: mở đường dẫn dưới đây để điền từng người hoặc dán danh sách từ Excel.`,
      told && event.reason && `Lý do: ${event.reason}`,
      template === 'event-cancelled' ? undefined : whenAndWhere(event, undefined, { office: true }),
      !told && event.audience ? facts(['Đối tượng', event.audience]) : undefined,
      told && template !== 'event-cancelled' ? deadlineOf(event, nomination, standing) : undefined,
      forWhat && {
        label: `Đường dẫn riêng của đơn vị để ${forWhat} (xin không chuyển cho người khác)`,
        link,
      },
    ),
    contact: { name: event.contactName, phone: event.contactPhone },
  };
};
