import { inSentence } from '../../directory/units/words';
import type { Event } from '../../events/event/event';
import type { Registration } from '../../events/registrations/registration';
import { showCode } from '../../platform/keys/ids';
import { type Message, type MessageBlock, messageBlocks } from '../../platform/mail/message';
import { ms } from '../../platform/time/dates';
import type { Links } from '../../platform/world/world';
import { eventOccasion } from '../occasions/event';
import { whenAndWhere } from './event-facts';
import { texts } from './registration-texts';

/** How a person is addressed, with and without a known gender. */
export const addressed = (r: Registration): string =>
  `${r.gender === 'male' ? 'ông' : r.gender === 'female' ? 'bà' : 'ông/bà'} ${r.fullName}`;

interface RegistrationWording {
  event: Event;
  registration: Registration;
  links: Links;
  /** The registration's own link. */
  ticket: string;
  /** Milliseconds: once the event has begun, nothing is told as if it were ahead. */
  now?: number;
  /** The unit or body that nominated the person. */
  nominator?: string | undefined;
  /** For the call list of that unit: no code, and no link that shows it. */
  codeless?: boolean;
}

/** How a person gets their code, and what they do without it. */
const bySlip = ({ nominator, links }: RegistrationWording): MessageBlock => ({
  label: `Mã đăng ký ghi trên phiếu do ${inSentence(nominator ?? 'đơn vị')} phát; không có phiếu, đến nơi đọc họ tên và số điện thoại là được. Quên mã, vui lòng tìm lại tại`,
  link: links.forgotCode(),
});

/** The registration's state: a person who reads only the latest notice knows everything. */
const currentState = (wording: RegistrationWording): MessageBlock[] => {
  const { event, registration: r, links, ticket } = wording;
  const seat = r.status === 'confirmed' ? { online: Boolean(r.online) } : undefined;
  if (wording.codeless) return [whenAndWhere(event, seat), bySlip(wording)];
  const code: MessageBlock = { label: 'Mã đăng ký', code: showCode(r.code) };
  const review: MessageBlock = {
    label: `Xem lại, sửa đăng ký hoặc báo không tham dự (cần mã đăng ký và số điện thoại)`,
    link: links.review(),
  };
  const own: MessageBlock = {
    label: 'Phiếu đăng ký (đường dẫn riêng, vui lòng giữ lại; có thể gửi qua Zalo cho người cần xem)',
    link: ticket,
  };
  return [whenAndWhere(event, seat), code, own, review];
};

/** What they saw when they registered has changed since, and these texts would not say so. */
const changedSince = (template: string, event: Event, r: Registration): boolean =>
  ['confirmed', 'promoted', 'approved', 'waitlisted', 'unseated', 'pending'].includes(template) &&
  r.channel !== 'nomination' &&
  /^event-(changed|resumed)$/.test(eventOccasion(event, r.createdAt)?.template ?? '');

/** After these there is nothing left to attend: neither code nor link is given. */
const ENDS = ['declined', 'cancelled', 'replaced', 'event-cancelled'];

/** Every registered person's notice, by template. */
export const registrationMessage = (template: string, wording: RegistrationWording): Message => {
  const { event, registration, now, nominator, codeless } = wording;
  const { subject, first, reason } = (texts[template] ?? texts.confirmed!)(event, registration, {
    nominator,
    ...(codeless && { codeless }),
    begun: now !== undefined && now >= ms(event.startsAt) && !event.undated,
  });
  return {
    subject,
    to: addressed(registration),
    body: messageBlocks(
      first.trim(),
      changedSince(template, event, registration) &&
        'Vui lòng lưu ý: thời gian, địa điểm hoặc hình thức đã thay đổi so với lúc đăng ký.',
      reason && `Lý do: ${reason}`,
      ...(ENDS.includes(template)
        ? [template === 'event-cancelled' ? undefined : whenAndWhere(event)]
        : currentState(wording)),
    ),
    contact: { name: event.contactName, phone: event.contactPhone },
  };
};

export const REGISTRATION_TEMPLATES = Object.keys(texts);
