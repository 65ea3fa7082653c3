import { eventCalendar } from '../events/calendar-file';
import type { Event } from '../events/event';
import { letterOf, letterText } from '../letters/letter';
import { officialDeadline } from '../letters/official';
import { linkToken } from '../link-token';
import { dialPhone, showPhone } from '../phone';
import { shortDate, span } from '../when';
import type { World } from '../world';
import type { Invitation } from './invitation';
import type { InvitationTemplate } from './occasions';
import { signedLetter } from './signed-letter';

export interface InvitationMail {
  subject: string;
  text: string;
  html: string;
  /** A person reads what is answered to the mail. */
  replyTo: string;
  attachments: { filename: string; contentType: string; content: Uint8Array }[];
}

/** The personal link of an invitation as it stands. */
export const invitationLink = (world: World, { id, turn }: Pick<Invitation, 'id' | 'turn'>): string =>
  world.links.invitation(linkToken(world, id, turn));

/**
 * The mail to an invited body, ready for the sender: words in text and HTML, the calendar file while
 * the event stands, the signed letter where there is one.
 * @param template which of the occasions it is for
 * @param link a placeholder for previews; the body's own link otherwise
 */
export const invitationMail = async (
  world: World,
  invitation: Invitation,
  event: Event,
  template: InvitationTemplate = 'invitation',
  link = invitationLink(world, invitation),
): Promise<InvitationMail> => {
  const bearsLetter = template === 'invitation' || template === 'invitation-signed';
  const signed = bearsLetter && invitation.signedLetter ? await signedLetter(world, invitation) : undefined;
  const words = wordsOf(world, invitation, event, template, link, signed !== undefined);
  const tellsDate = template !== 'invitation-reminder' && template !== 'invitation-revoked' && !event.undated;
  return {
    subject: words.subject,
    text: inText(words),
    html: inHtml(words),
    replyTo: event.contactEmail ?? world.settings.help.email,
    attachments: [
      ...(signed ? [{ filename: 'giay-moi.pdf', contentType: 'application/pdf', content: signed }] : []),
      ...(tellsDate
        ? [
            {
              filename: 'lich.ics',
              contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
              content: new TextEncoder().encode(await eventCalendar(event, world.links.event(event.id))),
            },
          ]
        : []),
    ],
  };
};

/** The same words in a few sentences, to read aloud or to paste into Zalo where no mail arrives. */
export const invitationCall = (
  world: World,
  invitation: Invitation,
  event: Event,
  template: InvitationTemplate,
): string => {
  const link = invitationLink(world, invitation);
  const { lead, paragraphs, button } = wordsOf(world, invitation, event, template, link, false);
  const brief = template === 'invitation' || template === 'invitation-signed';
  const when = event.undated ? '' : ` Thời gian: ${span(event.startsAt, event.endsAt)}.`;
  const where = event.venue ? ` Địa điểm: ${event.venue}.` : '';
  return [
    `Kính gửi ${invitation.bodyName}.`,
    brief
      ? `${world.settings.department.name} trân trọng kính mời Quý cơ quan dự: ${event.title}.${when}${where} Xin trả lời chậm nhất ${officialDeadline(invitation.respondBy)}.`
      : [lead, ...paragraphs].join(' '),
    ...(button ? [`${button}: ${link}`] : []),
  ].join('\n');
};

interface Words {
  subject: string;
  greeting: string;
  lead: string;
  /** The letter, framed. */
  letter: string[];
  paragraphs: string[];
  button?: string;
  link: string;
  notes: string[];
  contact: { name: string; phone: string };
  sender: string;
}

const wordsOf = (
  world: World,
  invitation: Invitation,
  event: Event,
  template: InvitationTemplate,
  link: string,
  signed: boolean,
): Words => {
  const { department } = world.settings;
  const deadline = officialDeadline(invitation.respondBy);
  const when = event.undated ? 'sẽ thông báo sau' : span(event.startsAt, event.endsAt);
  const where =
    event.mode === 'online' ? 'Trực tuyến' : [event.venue, event.venueAddress].filter(Boolean).join(', ');
  const details = [`Thời gian: ${when}`, `Địa điểm: ${where}`];
  const reason = event.reason ? [`Lý do: ${event.reason}`] : [];
  const dated = event.undated ? '' : ` (${shortDate(event.startsAt)})`;
  const base = {
    greeting: `Kính gửi: ${invitation.bodyName}`,
    letter: [] as string[],
    paragraphs: [] as string[],
    notes: [] as string[],
    link,
    contact: { name: event.contactName, phone: event.contactPhone },
    sender: department.name,
  };
  const theirs = 'Đường dẫn này dành riêng cho Quý cơ quan; xin không chuyển ra ngoài cơ quan.';
  const answer = 'Trả lời thư mời';
  const review = 'Xem hoặc thay đổi trả lời';
  switch (template) {
    case 'invitation':
      return {
        ...base,
        subject: `Thư mời dự: ${event.title}${dated}`,
        lead: `${department.name} gửi Quý cơ quan thư mời với nội dung như sau:`,
        letter: letterText(letterOf(department, event, invitation, world.now())),
        paragraphs: [`Xin trả lời chậm nhất ${deadline}. Không cần tài khoản hay mật khẩu.`],
        button: answer,
        notes: [
          signed
            ? 'Gửi kèm: giấy mời đã ký (PDF) và tệp lịch.'
            : 'Thư này chưa kèm giấy mời đã ký nên chỉ có giá trị thông báo. Gửi kèm: tệp lịch.',
          theirs,
        ],
      };
    case 'invitation-signed':
      return {
        ...base,
        subject: `Giấy mời đã ký: ${event.title}${dated}`,
        lead: `${department.name} gửi kèm giấy mời đã ký của thư mời trước đây.`,
        paragraphs: [...details, `Hạn trả lời: ${deadline}.`],
        button: answer,
        notes: [theirs],
      };
    case 'invitation-reminder':
      return {
        ...base,
        subject: `Nhắc trả lời thư mời: ${event.title}`,
        lead: `${department.name} chưa nhận được trả lời chính thức của Quý cơ quan đối với thư mời dự: ${event.title}.`,
        paragraphs: [...details, `Xin Quý cơ quan trả lời chậm nhất ${deadline}.`],
        button: answer,
        notes: ['Nếu Quý cơ quan đã trả lời bằng công văn hoặc điện thoại, xin bỏ qua thư này.', theirs],
      };
    case 'invitation-revoked':
      return {
        ...base,
        subject: `Thu hồi thư mời: ${event.title}`,
        lead: `${department.name} xin thu hồi thư mời Quý cơ quan dự: ${event.title}. Đường dẫn trả lời không còn hiệu lực.`,
        paragraphs: ['Mong Quý cơ quan thông cảm.'],
      };
    case 'event-changed':
      return {
        ...base,
        subject: `Thay đổi thời gian, địa điểm: ${event.title}${dated}`,
        lead: `${department.name} xin thông báo thay đổi về: ${event.title}. Thông tin mới như sau:`,
        paragraphs: [
          ...details,
          'Trả lời của Quý cơ quan vẫn được giữ; nếu cần, xin thay đổi trước hạn trả lời.',
        ],
        button: review,
        notes: [theirs],
      };
    case 'event-resumed':
      return {
        ...base,
        subject: `Thông báo lại thời gian tổ chức: ${event.title}${dated}`,
        lead: `${event.title} được tổ chức theo thông tin sau, thay cho các thông báo trước:`,
        paragraphs: [
          ...details,
          'Trả lời của Quý cơ quan vẫn được giữ; nếu cần, xin thay đổi trước hạn trả lời.',
        ],
        button: review,
        notes: [theirs],
      };
    case 'event-postponed':
      return {
        ...base,
        subject: `Tạm hoãn: ${event.title}`,
        lead: `${department.name} xin thông báo tạm hoãn: ${event.title}.`,
        paragraphs: [
          ...reason,
          event.undated
            ? 'Thời gian mới sẽ được thông báo sau.'
            : `Thời gian dự kiến: ${when}. Khi tổ chức, chúng tôi sẽ thông báo lại.`,
          'Mong Quý cơ quan thông cảm.',
        ],
      };
    case 'event-cancelled':
      return {
        ...base,
        subject: `Hủy: ${event.title}${dated}`,
        lead: `${department.name} xin thông báo không tổ chức: ${event.title}.`,
        paragraphs: [...reason, 'Mong Quý cơ quan thông cảm.'],
      };
    case 'event-reminder': {
      const names = invitation.answer?.delegates.map((d) => d.name) ?? [];
      return {
        ...base,
        subject: `Nhắc lịch: ${event.title}${dated}`,
        lead: `${department.name} trân trọng nhắc Quý cơ quan về: ${event.title}.`,
        paragraphs: [
          ...details,
          ...(names.length ? [`Người tham dự đã báo: ${names.join(', ')}.`] : []),
          ...(event.bring ? [`Mang theo: ${event.bring}`] : []),
        ],
        button: 'Xem thư mời',
      };
    }
  }
};

const contactLine = (w: Words) =>
  `Mọi trao đổi xin gọi ${w.contact.name}, điện thoại ${showPhone(w.contact.phone)}, hoặc trả lời thư này.`;

const inText = (w: Words): string =>
  [
    w.greeting,
    w.lead,
    ...(w.letter.length ? [w.letter.join('\n')] : []),
    w.paragraphs.join('\n'),
    ...(w.button ? [`${w.button}:\n${w.link}`] : []),
    ...(w.notes.length ? [w.notes.join('\n')] : []),
    contactLine(w),
    w.sender,
  ].join('\n\n');

const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const inHtml = (w: Words): string => {
  const p = (text: string) => `<p style="margin:0 0 12px">${escaped(text)}</p>`;
  const letter = w.letter.length
    ? `<div style="border-left:4px solid #0b5d4e;padding:4px 0 1px 16px;margin:0 0 16px">${w.letter.map(p).join('')}</div>`
    : '';
  const button = w.button
    ? `<p style="margin:20px 0"><a href="${escaped(w.link)}" style="background:#0b5d4e;color:#ffffff;padding:12px 20px;border-radius:4px;text-decoration:none;font-weight:bold;display:inline-block">${escaped(w.button)}</a></p><p style="margin:0 0 12px;font-size:14px">Hoặc mở đường dẫn: <a href="${escaped(w.link)}" style="color:#0b5d4e">${escaped(w.link)}</a></p>`
    : '';
  const contact = `<p style="margin:0 0 12px">Mọi trao đổi xin gọi ${escaped(w.contact.name)}, điện thoại <a href="tel:${dialPhone(w.contact.phone)}" style="color:#0b5d4e">${showPhone(w.contact.phone)}</a>, hoặc trả lời thư này.</p>`;
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(w.subject)}</title></head><body style="margin:0;padding:24px;background:#ffffff;color:#17211e;font:16px/1.55 Arial,'Segoe UI',sans-serif"><div style="max-width:600px">${p(w.greeting)}${p(w.lead)}${letter}${w.paragraphs.map(p).join('')}${button}${w.notes.map((n) => `<p style="margin:0 0 8px;font-size:14px;color:#50605a">${escaped(n)}</p>`).join('')}${contact}<p style="margin:16px 0 0;font-weight:bold">${escaped(w.sender)}</p></div></body></html>`;
};
