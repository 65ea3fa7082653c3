import { inSentence } from '../../directory/units/words';
import { officialMoment } from '../../documents/official';
import type { Event } from '../../events/event/event';
import { isReserve } from '../../events/registrations/nominees';
import type { Registration } from '../../events/registrations/registration';
import { changeOf, named, planned, putOff, remindSubject } from './event-facts';

const you = (r: Registration) => (r.gender === 'male' ? 'Ông' : r.gender === 'female' ? 'Bà' : 'Ông/bà');

/** What the words depend on beside the registration. */
interface Now {
  /** The unit or body that nominated them. */
  nominator?: string | undefined;
  /** The event has begun. */
  begun?: boolean;
  /** The words say no code. */
  codeless?: boolean;
}

/** Said of an event that has begun: the person may still come, and is not expected on time. */
const underWay = (event: Event): string =>
  `Lớp, hội nghị đã bắt đầu lúc ${officialMoment(event.startsAt)} và đang diễn ra; còn tham dự được thì vui lòng đến ngay, không thì vui lòng báo lại.`;

/** What a person with a seat does on the day. */
const howToCome = (event: Event, r: Registration, { begun, codeless }: Now): string => {
  if (begun) return underWay(event);
  if (!r.online && event.mode !== 'online')
    return codeless ? 'Vui lòng đến đúng giờ.' : 'Vui lòng đến đúng giờ và mang theo mã đăng ký dưới đây.';
  return event.onlineUrl
    ? 'Đến giờ, vui lòng mở đường dẫn dưới đây để tham dự trực tuyến.'
    : 'Đường dẫn để tham dự trực tuyến sẽ được báo trước giờ bắt đầu.';
};

interface Text {
  subject: string;
  /** The first paragraph. */
  first: string;
  reason?: string;
}

const ofReserve = (event: Event, r: Registration, { nominator = 'đơn vị' }: Now): Text => ({
  subject: `Ghi tên dự bị: ${event.title}`,
  first: `${you(r)} được ${inSentence(nominator)} ghi vào danh sách dự bị. Khi có người của đơn vị không tham dự được, ${you(r).toLowerCase()} được thay vào và được báo ngay. Vui lòng chỉ đến khi đã được báo có chỗ.`,
});

/** What each notice says to a registered person. */
export const texts: Record<string, (event: Event, r: Registration, now: Now) => Text> = {
  confirmed: (event, r, now) => ({
    subject: `Đã xác nhận đăng ký: ${event.title}`,
    first: `${you(r)} đã có chỗ. ${howToCome(event, r, now)}`,
  }),
  promoted: (event, r, { begun }) => ({
    subject: `Đã có chỗ: ${event.title}`,
    first: `${you(r)} đang trong danh sách ${r.channel === 'nomination' ? 'dự bị' : 'chờ'} và nay đã có chỗ. ${begun ? underWay(event) : 'Nếu không tham dự được nữa, vui lòng báo sớm để nhường chỗ cho người sau.'}`,
  }),
  approved: (event, r, { begun }) => ({
    subject: `Đăng ký được chấp thuận: ${event.title}`,
    first: `Đăng ký của ${you(r).toLowerCase()} đã được chấp thuận và ${you(r).toLowerCase()} đã có chỗ.${begun ? ` ${underWay(event)}` : ''}`,
  }),
  substitute: (event, r, { begun }) => ({
    subject: `Được cử đi thay: ${event.title}`,
    first: `${you(r)} được cử tham dự thay cho người đã đăng ký trước và đã có chỗ.${begun ? ` ${underWay(event)}` : ''}`,
  }),
  moved: (event, r, { begun }) => ({
    subject: `Chuyển lớp: ${event.title}`,
    first: `Đăng ký của ${you(r).toLowerCase()} đã được chuyển sang lớp dưới đây. Chỗ ở lớp trước không còn giữ nữa.${begun ? ` ${underWay(event)}` : ''}`,
  }),
  nominated: (event, r, now) => ({
    subject: `Được cử tham dự: ${event.title}`,
    first: `${you(r)} được ${inSentence(now.nominator ?? 'đơn vị')} cử tham dự và đã có chỗ. ${howToCome(event, r, now)}`,
  }),
  // A notice that was written before `reserve` had a name of its own still says what is true.
  waitlisted: (event, r, now) =>
    isReserve(r)
      ? ofReserve(event, r, now)
      : {
          subject: `Đã ghi tên chờ: ${event.title}`,
          first: `Hiện đã hết chỗ. ${you(r)} được ghi tên vào danh sách chờ theo thứ tự; khi có chỗ chúng tôi sẽ báo ngay.`,
        },
  reserve: (event, r, now) => ofReserve(event, r, now),
  unseated: (event, r) => ({
    subject: `Chưa giữ được chỗ: ${event.title}`,
    first: `Do sai sót về số chỗ của lớp, ${you(r).toLowerCase()} chưa có chỗ như đã báo trước; chúng tôi thành thật xin lỗi. ${you(r)} đứng đầu danh sách chờ theo thứ tự đăng ký; khi có chỗ chúng tôi sẽ báo ngay. Vui lòng chỉ đến khi đã được báo có chỗ.`,
  }),
  pending: (event, r) => ({
    subject: `Đã nhận đăng ký: ${event.title}`,
    first: `Chúng tôi đã nhận đăng ký của ${you(r).toLowerCase()} và sẽ báo lại khi xét xong. Đăng ký này chưa giữ chỗ.`,
  }),
  declined: (event, r) => ({
    subject: `Đăng ký không được chấp thuận: ${event.title}`,
    first: `Rất tiếc, đăng ký của ${you(r).toLowerCase()} không được chấp thuận.`,
    reason: r.reason,
  }),
  cancelled: (event, r) => ({
    subject: `Đăng ký đã bị hủy: ${event.title}`,
    first: `Đăng ký của ${you(r).toLowerCase()} đã được ${r.how === 'nominator' ? 'đơn vị cử' : 'ban tổ chức'} hủy. ${you(r)} không cần đến nữa.`,
    reason: r.reason,
  }),
  replaced: (event, r) => ({
    subject: `Đã có người đi thay: ${event.title}`,
    first: `${r.channel === 'nomination' ? 'Đơn vị đã cử người khác đi thay' : 'Ban tổ chức đã xếp người khác tham dự thay'}. ${you(r)} không cần đến nữa.`,
    reason: r.reason,
  }),
  'event-cancelled': (event) => ({
    subject: `HỦY: ${event.title}`,
    first: `${named(event)} ${planned(event)} đã bị hủy. Vui lòng không đến; xin lỗi vì sự bất tiện này.`,
    reason: event.reason,
  }),
  'event-postponed': (event, r) => ({
    subject: `HOÃN: ${event.title}`,
    first: `${putOff(event)} ${r.status === 'confirmed' ? 'Chỗ vẫn được giữ.' : 'Đăng ký vẫn được giữ.'}${event.undated ? '' : ` ${giveUp(r)}`}`,
    reason: event.reason,
  }),
  'event-resumed': (event, r) => ({
    subject: `Tổ chức trở lại: ${event.title}`,
    first: `${named(event)} trước đây phải hoãn, nay được tổ chức vào thời gian dưới đây. ${stillSo(r)} ${giveUp(r)}`,
  }),
  'event-changed': (event, r) => {
    const { subject, first } = changeOf(event, r.createdAt);
    return {
      subject,
      first: `${first} Vui lòng xem thông tin mới dưới đây. ${stillSo(r)} ${giveUp(r)}`,
      reason: event.reason,
    };
  },
  'event-link': (event, r) => ({
    subject: `Đường dẫn trực tuyến: ${event.title}`,
    first: event.onlineUrl
      ? `Đường dẫn trực tuyến để vào lớp ở dưới đây; đường dẫn đã báo trước, nếu có, không còn dùng. ${stillSo(r)}`
      : `Đường dẫn trực tuyến đã báo trước không còn dùng; đường dẫn mới sẽ được báo trước giờ bắt đầu. ${stillSo(r)}`,
  }),
  code: (event, r) => ({
    subject: `Mã đăng ký của ông/bà: ${event.title}`,
    first: `${you(r)} (hoặc ai đó biết tên và số điện thoại của ${you(r).toLowerCase()}) vừa đăng ký lại hoặc yêu cầu gửi lại mã đăng ký. Đăng ký trước vẫn còn nguyên, mã ở dưới đây; nếu không phải ${you(r).toLowerCase()} yêu cầu, vui lòng bỏ qua thông báo này.`,
  }),
  'new-code': (event, r) => ({
    subject: `Mã đăng ký mới: ${event.title}`,
    first: `Đường dẫn mà đơn vị dùng để cử ${you(r).toLowerCase()} đã được thu hồi, nên mã đăng ký được đổi. ${stillSo(r)} Mã mới ở dưới đây; mã cũ và phiếu cũ không còn dùng được.`,
  }),
  reminder: (event, r) => ({
    subject: remindSubject(event),
    first: `Kính nhắc ${you(r).toLowerCase()} tham dự theo lịch dưới đây. Nếu không tham dự được, vui lòng báo ngay để nhường chỗ cho người khác.`,
  }),
};

/** The way out for a person who cannot come on the new day. */
const giveUp = ({ status }: Registration): string =>
  status === 'confirmed'
    ? 'Nếu không tham dự được theo lịch mới, vui lòng báo sớm để nhường chỗ cho người khác.'
    : '';

const stillSo = (r: Registration): string =>
  ({
    confirmed: `${you(r)} vẫn có chỗ, không phải đăng ký lại.`,
    waitlisted: `${you(r)} vẫn ở trong danh sách ${isReserve(r) ? 'dự bị' : 'chờ'}.`,
    pending: `Đăng ký của ${you(r).toLowerCase()} đang chờ xét.`,
    cancelled: '',
    declined: '',
  })[r.status];
