import { describe, expect, test } from 'vitest';
import { sendSignInCode } from '../../../functions/directory/sign-in/send-code';
import { LARGEST_MAIL, type OutgoingMail, sendMail } from '../../../functions/platform/mail/send';
import { MailRefused } from '../../../functions/platform/world/world';
import { subjectOf, textOf } from '../../support/mail';
import { useWorld } from '../../support/world';

const mail = (more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  id: 'dlv_1',
  to: { name: 'Thị Sà Rươn', address: 'ruon@mau.vn' },
  replyTo: 'ha@nhipcau.test',
  subject: 'Thay đổi thời gian hoặc địa điểm: Tập huấn nghiệp vụ hòa giải ở cơ sở cho tổ trưởng, tổ phó',
  text: 'Kính gửi',
  html: '<p>Kính gửi</p>',
  tags: { delivery: 'dlv_1' },
  ...more,
});

describe('a mail', () => {
  const world = useWorld({
    mail: { from: 'Sở Tư pháp <stp@nhipcau.test>', configurationSet: 'nhip-cau', perSecond: 1 },
  });

  test('has headers that every client can read: ASCII, encoded, folded', async () => {
    await sendMail(world, mail());
    const { raw } = world.sent.at(-1)!;
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asserted
    expect(head).toMatch(/^[\x00-\x7f]+$/);
    expect(Math.max(...head.split('\r\n').map((l) => l.length))).toBeLessThanOrEqual(78);
    expect(subjectOf(raw)).toBe(mail().subject);
    expect(head).toMatch(/^From: =\?UTF-8\?[BQ]\?.*<stp@nhipcau\.test>/im);
    expect(head).toMatch(/^Message-ID: <dlv_1@nhipcau\.test>/im);
    expect(head).toMatch(/^X-SES-CONFIGURATION-SET: nhip-cau\r?$/im);
    expect(head).toMatch(/^Date: Mon, 16 Nov 2026 02:00:00 \+0000/im);
    expect(head).toMatch(/^Auto-Submitted: auto-generated/im);
  });

  test('ends every line with CR and LF, whatever is in it', async () => {
    await sendMail(
      world,
      mail({
        text: 'Kính gửi,\n\nplain\r\nwords\n',
        html: '<p>Kính\ngửi</p>\n',
        attachments: [
          { filename: 'lich.ics', contentType: 'text/calendar; charset=utf-8', content: 'BEGIN:A\r\nEND:A' },
        ],
      }),
    );
    const { raw } = world.sent.at(-1)!;
    expect(raw.match(/(?<!\r)\n|\r(?!\n)/g)).toBeNull();
    expect(textOf(raw)).toContain('plain');
  });

  test('takes no header from typed text', async () => {
    await sendMail(
      world,
      mail({
        subject: 'Xin chào\r\nBcc: all@mau.vn',
        to: { name: 'A\r\nBcc: b@mau.vn', address: 'a@mau.vn' },
      }),
    );
    expect(world.sent.at(-1)!.raw).not.toMatch(/^Bcc:/im);
  });

  test('is refused before SES where a tag has signs that SES refuses', async () => {
    const before = world.sent.length;
    const bad = sendMail(world, mail({ tags: { template: 'giấy mời' } }));
    await expect(bad).rejects.toMatchObject({
      constructor: MailRefused,
      reason: 'bad-tag',
      throttled: false,
    });
    expect(world.sent).toHaveLength(before);
  });

  test('is refused before SES where it is larger than SES takes', async () => {
    const before = world.sent.length;
    // Base64 makes four letters of three bytes.
    const content = new Uint8Array((LARGEST_MAIL / 4) * 3);
    const large = sendMail(
      world,
      mail({ attachments: [{ filename: 'giay-moi.pdf', contentType: 'application/pdf', content }] }),
    );
    await expect(large).rejects.toMatchObject({ reason: 'too-large' });
    expect(world.sent).toHaveLength(before);
  });

  test('with a sign-in code has a configuration set of its own, so that a pause of the others does not stop it', async () => {
    const sets: (string | undefined)[] = [];
    const apart = {
      ...world,
      settings: { ...world.settings, mail: { ...world.settings.mail, signInConfigurationSet: 'dang-nhap' } },
      mail: {
        send: async (message: { configurationSet?: string | undefined }) =>
          `${sets.push(message.configurationSet)}`,
      },
    };
    await sendSignInCode(apart, { email: 'an@nhipcau.test', name: 'Nguyễn An' }, '7K3MQ2XP');
    await sendMail(apart, mail());
    expect(sets).toEqual(['dang-nhap', world.settings.mail.configurationSet]);
  });

  test('with a sign-in code goes at once, and offers no way to stop', async () => {
    await sendSignInCode(world, { email: 'an@nhipcau.test', name: 'Nguyễn An' }, '7K3MQ2XP');
    const { raw, to } = world.sent.at(-1)!;
    expect(to).toBe('an@nhipcau.test');
    expect(subjectOf(raw)).toBe('Mã đăng nhập Nhịp Cầu');
    expect(textOf(raw)).toContain('Mã đăng nhập: 7K3M-Q2XP');
    expect(raw).not.toContain('List-Unsubscribe');
  });
});
