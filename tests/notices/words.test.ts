import { describe, expect, test } from 'vitest';
import type { Invitation } from '../../functions/events/invitations/invitation';
import { defaultLetterText } from '../../functions/events/letters/default-text';
import type { Nomination } from '../../functions/events/nominations/nomination';
import type { ForgetRequest } from '../../functions/events/person/forget-request';
import { toSay } from '../../functions/notices/call-line';
import { refusalMessage } from '../../functions/notices/words/forget-request';
import { invitationMessage } from '../../functions/notices/words/invitation';
import { nominationMessage } from '../../functions/notices/words/nomination';
import { REGISTRATION_TEMPLATES, registrationMessage } from '../../functions/notices/words/registration';
import type { Message } from '../../functions/platform/mail/message';
import { toHtml, toText } from '../../functions/platform/mail/render';
import { showPhone } from '../../functions/platform/text/phone';
import { linksFor } from '../../web/links';
import { anEvent, aRegistration } from '../support/stored';
import { testSettings } from '../support/world';

const links = linksFor(testSettings.publicOrigin);
const ticket = links.ticket('t2');
const { department } = testSettings;
const hostile = 'A & B <script>alert("x")</script> \'q\'';
const plainOf = (html: string) =>
  html
    .replace(/^[\s\S]*<div class="sheet"[^>]*>/, '')
    .replace(/<h1[\s\S]*?<\/h1>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[:\s]+/g, '');

const nomination = {
  id: 'nom_1',
  eventId: 'evt_w',
  name: 'Huyện Gò Quao',
  contactName: 'Lê Văn Mẫu',
  deadline: '2026-11-20T10:00:00.000Z',
  turn: 1,
} as Nomination;
const invitation = {
  id: 'inv_1',
  eventId: 'evt_w',
  bodyName: 'Hội Luật gia tỉnh',
  letterText: `Trân trọng kính mời quý hội.\n${hostile}`,
  seatsOffered: 2,
  respondBy: '2026-11-20T10:00:00.000Z',
} as Invitation;

/** What every message to a body has. */
const toBody = { link: links.invitation('t1'), from: department.name };

const event = anEvent('evt_w', {
  title: `Tập huấn ${hostile}`,
  reason: hostile,
  onlineUrl: 'https://hop.test/1',
});
const messages: [string, Message][] = [
  [
    'forget-refused',
    refusalMessage({
      request: {
        asker: { fullName: hostile, phone: '0900000001' },
        askedAt: '2026-11-16T10:00:00.000Z',
        refusal: hostile,
      } as ForgetRequest,
      settings: testSettings,
      links,
    }),
  ],
  ...REGISTRATION_TEMPLATES.map((t): [string, Message] => [
    t,
    registrationMessage(t, {
      event,
      registration: aRegistration('evt_w', 'a', { reason: hostile }),
      links,
      ticket,
    }),
  ]),
  ...['nomination', 'event-cancelled', 'event-postponed', 'event-resumed', 'event-changed'].map(
    (t): [string, Message] => [
      `nomination: ${t}`,
      nominationMessage(t, {
        event,
        nomination,
        link: links.nomination('t0'),
        quota: { size: 3, used: 1, open: true },
      }),
    ],
  ),
  ...[
    'invitation',
    'invitation-signed',
    'invitation-reminder',
    'invitation-revoked',
    'event-cancelled',
    'event-postponed',
    'event-resumed',
    'event-changed',
    'event-reminder',
  ].map((t): [string, Message] => [
    `invitation: ${t}`,
    invitationMessage(t, { ...toBody, event, invitation, open: true }),
  ]),
  ...(['accepted', 'declined'] as const).map((said): [string, Message] => [
    `invitation: answer-${said}`,
    invitationMessage(`answer-${said}`, {
      ...toBody,
      event,
      invitation: {
        ...invitation,
        answer: {
          answer: said,
          reason: hostile,
          delegates: [{ name: hostile, position: hostile }],
          support: [{ kind: 'room', detail: hostile }],
          note: hostile,
          at: '2026-11-18T10:00:00.000Z',
          through: 'link',
        },
      },
      open: said === 'accepted',
    }),
  ]),
];

/** What the answer to a request to be forgotten is about; the department gives it, and no event. */
const isAnswer = (name: string) => name === 'forget-refused';

describe.each(messages)('the words of %s', (name, message) => {
  const stop = 'https://nhipcau.test/thoi-nhan-thu/x';

  test('are the same as text and as HTML', () => {
    const text = toText(message, department, stop)
      .replace(/^--$/m, '')
      .replace(/[:\s]+/g, '');
    // The link to stop stands beside its words in text and under them in HTML.
    expect(plainOf(toHtml(message, department, stop))).toBe(text.replace(stop.replace(/:/g, ''), ''));
  });

  test('contain no HTML that a person typed', () => {
    expect(toHtml(message, department, stop)).not.toContain('<script');
  });

  test('greet, name what they are about, and give a phone number to call', () => {
    const text = toText(message, department);
    expect(text).toMatch(/^Kính gửi: /);
    expect(message.subject).toContain(isAnswer(name) ? 'yêu cầu xóa dữ liệu' : event.title);
    const { help } = testSettings;
    const ask = isAnswer(name) ? `${help.name}: ${showPhone(help.phone)}` : 'Trần Thị Mẫu: 0912 345 678';
    for (const words of [text, toSay(message, department.name)]) {
      expect(words).toContain(`vui lòng gọi ${ask}.`);
      expect(words).toBe(words.normalize('NFC'));
      expect(words).not.toMatch(/undefined|\[object/);
    }
  });
});

describe('an invitation', () => {
  const dated = anEvent('evt_w', { bring: 'Mã đăng ký, sổ tay' });
  const say = (letterText: string, of = dated) =>
    toText(
      invitationMessage('invitation', {
        ...toBody,
        event: of,
        invitation: { ...invitation, letterText },
        open: true,
      }),
      department,
    );
  const times = (text: string, words: string) => text.split(words).length - 1;

  test('says first who invites to what, then each fact once', () => {
    const text = say(defaultLetterText(dated, department.name));
    expect(text).toContain(
      `${department.name} trân trọng kính mời Hội Luật gia tỉnh tới dự "Tập huấn hòa giải viên".`,
    );
    for (const once of [dated.title, 'Thời gian:', 'Địa điểm:', 'Hội trường UBND huyện Gò Quao'])
      expect(times(text, once)).toBe(1);
  });

  test('adds the time and place that its own words leave out or no longer say right', () => {
    expect(say('Kính mong quý hội dành thời gian tham dự.')).toMatch(/Thời gian: .*\nĐịa điểm: Hội trường/);
    const moved = anEvent('evt_w', {
      startsAt: '2026-12-01T01:00:00.000Z',
      endsAt: '2026-12-01T04:00:00.000Z',
    });
    const late = say(defaultLetterText(dated, department.name), moved);
    expect(late).toMatch(/Thời gian: .*ngày 01 tháng 12 năm 2026/);
    expect(times(late, 'Địa điểm:')).toBe(1);
  });

  test('does not invite twice where the organizer wrote the sentence', () => {
    expect(times(say('Sở Tư pháp trân trọng kính mời quý hội.'), 'kính mời')).toBe(1);
  });
});

describe('news of an event to an invited body', () => {
  const accepted: Invitation['answer'] = {
    answer: 'accepted',
    delegates: [],
    support: [],
    at: '',
    through: 'link',
  };
  const say = (template: string, more: Partial<Invitation> = {}, open = true, of = event) =>
    toText(
      invitationMessage(template, { ...toBody, event: of, invitation: { ...invitation, ...more }, open }),
      department,
    );

  test.each(['event-changed', 'event-resumed', 'event-postponed'])(
    '%s speaks of an answer only where there is one, and says until when',
    (template) => {
      expect(say(template)).toContain('Vui lòng trả lời trước 17 giờ 00, thứ Sáu, ngày 20 tháng 11 năm 2026');
      expect(say(template)).not.toContain('vẫn được giữ');
      expect(say(template, { answer: { ...accepted, answer: 'saved' } })).not.toContain('vẫn được giữ');
      expect(say(template, { answer: accepted })).toMatch(
        /Trả lời của quý cơ quan vẫn được giữ; .* trước 17 giờ 00, thứ Sáu, ngày 20 tháng 11 năm 2026/,
      );
    },
  );

  test('names no link that accepts no answer any more', () => {
    expect(say('event-changed', { answer: accepted }, false)).toContain(
      'vui lòng gọi số điện thoại dưới đây',
    );
    expect(say('event-changed', {}, false)).not.toMatch(/vui lòng sửa lại|Vui lòng trả lời trước/);
  });

  test('names no deadline while there is no date', () => {
    const undated = anEvent('evt_w', { status: 'postponed', undated: true });
    expect(say('event-postponed', {}, true, undated)).toContain('Hạn trả lời mới sẽ được báo cùng lịch mới.');
  });
});

describe('what only people with a seat are given', () => {
  const online = anEvent('evt_w', {
    mode: 'both',
    onlineUrl: 'https://hop.test/1',
    bring: 'Sổ tay',
    lunch: 'Có cơm',
    travel: 'Tiền xe',
  });
  const say = (more: Parameters<typeof aRegistration>[2], template: string) =>
    toText(
      registrationMessage(template, {
        event: online,
        registration: aRegistration('evt_w', 'a', more),
        links,
        ticket,
      }),
      department,
    );

  test('is the online link, for who comes online', () => {
    expect(say({ online: true }, 'confirmed')).toContain('https://hop.test/1');
    expect(say({}, 'confirmed')).not.toContain('https://hop.test/1');
    expect(say({ status: 'waitlisted', online: true }, 'waitlisted')).not.toContain('https://hop.test/1');
  });

  test('is how to join instead of what to do in the hall, for who comes online', () => {
    const mail = say({ online: true }, 'confirmed');
    expect(mail).toContain('Đến giờ, vui lòng mở đường dẫn dưới đây để tham dự trực tuyến.');
    expect(mail).not.toMatch(/mang theo|Mang theo|Ăn trưa|Hỗ trợ đi lại|Vui lòng đến/);
    expect(say({}, 'confirmed')).toMatch(/mang theo mã đăng ký[\s\S]*Ăn trưa: Có cơm/);
    const later = registrationMessage('nominated', {
      event: anEvent('evt_w', { mode: 'online' }),
      registration: aRegistration('evt_w', 'a', { online: true }),
      links,
      ticket,
    });
    expect(toText(later, department)).toContain(
      'Đường dẫn để tham dự trực tuyến sẽ được báo trước giờ bắt đầu.',
    );
  });

  test('is what to bring', () => {
    expect(say({}, 'confirmed')).toContain('Mang theo: Sổ tay');
    expect(say({ status: 'waitlisted' }, 'waitlisted')).not.toContain('Sổ tay');
  });

  test('a cancellation names the day that people heard of first', () => {
    const cancelled = anEvent('evt_w', { status: 'cancelled', formerStartsAt: '2026-11-19T02:00:00.000Z' });
    const text = toText(
      registrationMessage('event-cancelled', {
        event: cancelled,
        registration: aRegistration('evt_w', 'a'),
        links,
        ticket,
      }),
      department,
    );
    expect(text).toMatch(
      /dự kiến tổ chức lúc 09 giờ 00, thứ Năm, ngày 26 tháng 11 năm 2026 \(trước đó dự kiến lúc 09 giờ 00, thứ Năm, ngày 19 tháng 11 năm 2026\) đã bị hủy/,
    );
  });

  test('who was replaced hears who replaced them', () => {
    const words = (channel: 'web' | 'nomination') =>
      toText(
        registrationMessage('replaced', {
          event: anEvent('evt_w'),
          registration: aRegistration('evt_w', 'a', {
            status: 'cancelled',
            how: 'nominator',
            replacedBy: 'reg_x',
            channel,
          }),
          links,
          ticket,
        }),
        department,
      );
    expect(words('nomination')).toContain('Đơn vị đã cử người khác đi thay.');
    expect(words('web')).toContain('Ban tổ chức đã xếp người khác tham dự thay.');
  });

  test('a postponement without a new date says that it comes later', () => {
    const postponed = anEvent('evt_w', { status: 'postponed', undated: true });
    const text = toText(
      registrationMessage('event-postponed', {
        event: postponed,
        registration: aRegistration('evt_w', 'a'),
        links,
        ticket,
      }),
      department,
    );
    expect(text).toContain('Thời gian mới sẽ được báo sau.');
    expect(text).toContain('Thời gian: sẽ báo sau');
  });
});
