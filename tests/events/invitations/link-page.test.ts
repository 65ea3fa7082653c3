import { beforeAll, describe, expect, test } from 'vitest';
import { eventsTable } from '../../../functions/events/event/event';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import type { Invitation } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { keepSignedLetter } from '../../../functions/events/invitations/letter-files/signed-letter';
import { getInvitation } from '../../../functions/events/invitations/list';
import { revoke } from '../../../functions/events/invitations/revoke';
import { ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import type { Typed } from '../../support/events';
import { type Visitor, visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { holdEvent, says, tokenOf } from './scene';

describe('the page of a personal link', () => {
  const world = useWorld();
  let partner: Visitor;
  let n = 0;
  beforeAll(async () => {
    partner = visitor(world);
  });
  const invited = async (more: Partial<Typed> = {}, seatsOffered = 2) => {
    world.clock.at = MONDAY;
    const event = await holdEvent(world, { titleEn: 'Conference on mediation', ...more });
    const body = await addBody(world, `Hội Luật gia số ${++n}`);
    const [invitation] = await invite(world, event.id, { bodyId: body.id, seatsOffered });
    const token = tokenOf(world, invitation!);
    const url = routes.invitationAnswer(token, invitation!.id);
    return { event, body, invitation: invitation!, token, url };
  };
  const version = (i: Invitation) => ({ version: String(i.version) });

  test('shows the letter, the event, whom to call and an unanswered form, and is kept by nobody', async () => {
    const { token, body } = await invited();
    const answer = await partner.get(routes.invitation(token));
    const html = answer.html;
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('noindex');
    expect(html).toContain(body.name);
    expect(html).toContain('trân trọng kính mời');
    expect(html).toContain('Từ 08 giờ 00 đến 11 giờ 00, thứ Năm, ngày 26 tháng 11 năm 2026');
    expect(html).toContain('href="tel:+84912345678"');
    expect(html).toContain('chỉ có giá trị thông báo');
    expect(html).not.toMatch(/type="radio"[^>]*checked/);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test('speaks English below /en, with the letter as it was written', async () => {
    const { token } = await invited();
    const html = (await partner.get(`/en${routes.invitation(token)}`)).html;
    expect(html).toContain('Answer the invitation');
    expect(html).toContain('Conference on mediation');
    expect(html).toMatch(/lang="vi"[^>]*>\s*<p>Sở Tư pháp/);
  });

  test('takes an answer with people and support, and shows it', async () => {
    const { url, invitation } = await invited();
    const posted = await partner.post(url, [
      ['version', '1'],
      ['answer', 'accepted'],
      ['delegates.1.name', 'Lê Thị Ánh'],
      ['delegates.1.phone', '0912 345 678'],
      ['support', 'speaker'],
      ['support', 'room'],
      ['detail.speaker', 'Luật sư Mẫu: tranh chấp đất đai'],
      ['detail.funding', '5.000.000 đồng'],
      ['note', 'Vui lòng gửi chương trình sớm'],
    ]);
    expect(posted.status).toBe(303);
    const { answer } = await getInvitation(world, invitation.id);
    expect(answer).toMatchObject({
      delegates: [{ name: 'Lê Thị Ánh', phone: '0912345678' }],
      support: [
        { kind: 'speaker', detail: 'Luật sư Mẫu: tranh chấp đất đai' },
        { kind: 'funding', detail: '5.000.000 đồng' },
        { kind: 'room' },
      ],
      through: 'link',
    });
    const html = (await partner.get(posted.to)).html;
    expect(html).toContain('Đã gửi trả lời: nhận lời tham dự');
    expect(html).toContain('Lê Thị Ánh');
    expect(html).toContain('0912 345 678');
  });

  test('says what an answer saved for the head still lacks', async () => {
    const { url } = await invited();
    const posted = await partner.post(url, { version: '1', answer: 'saved' });
    expect((await partner.get(posted.to)).html).toContain('Khi lãnh đạo cơ quan đồng ý');
  });

  test('comes back with its errors and what was typed; rows left empty do not shift the blame', async () => {
    const { url, invitation } = await invited();
    const refused = await partner.post(url, {
      version: '1',
      answer: 'accepted',
      'delegates.1.name': 'Lê Thị Ánh',
      'delegates.1.phone': '0912 345 67',
      note: 'giữ lại lời này',
    });
    const html = refused.html;
    expect(refused.status).toBe(422);
    expect(html).toContain('href="#o-delegates-0-phone"');
    expect(html).toMatch(/id="o-delegates-0-phone"[^>]*value="0912 345 67"/);
    expect(html).toContain('giữ lại lời này');
    expect((await getInvitation(world, invitation.id)).answer).toBeUndefined();
  });

  test.each([
    ['declining without a reason', { answer: 'declined' }, 'Vui lòng cho biết lý do'],
    ['no choice', {}, 'Vui lòng chọn tham dự, không tham dự hoặc lưu bản nháp'],
    [
      'too many people',
      {
        answer: 'accepted',
        'delegates.0.name': 'Lê Một',
        'delegates.1.name': 'Lê Hai',
        'delegates.2.name': 'Lê Ba',
      },
      'Số người tham dự nhiều nhất là 2',
    ],
  ])('refuses %s by name', async (_what, fields, words) => {
    const { url } = await invited();
    const refused = await partner.post(url, { version: '1', ...fields } as Record<string, string>);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(words);
  });

  test('more rows for people are shown without sending or losing anything', async () => {
    const { url, invitation } = await invited({}, 12);
    const more = await partner.post(url, {
      version: '1',
      answer: 'accepted',
      note: 'vui lòng chờ',
      them: '10',
    });
    const html = more.html;
    expect(more.status).toBe(200);
    expect(html).toContain('name="delegates.9.name"');
    expect(html).toContain('vui lòng chờ');
    expect((await getInvitation(world, invitation.id)).answer).toBeUndefined();
  });

  test('a person who answers second sees the first answer and what they typed, and can then send', async () => {
    const { url, token, invitation } = await invited();
    await answerInvitation(world, { token }, 1, says({ note: 'của người thứ nhất' }));
    const fields = { ...version(invitation), answer: 'declined', reason: 'của người thứ hai' };
    const stale = await partner.post(url, fields);
    const html = stale.html;
    expect(stale.status).toBe(412);
    expect(html).toContain('của người thứ nhất');
    expect(html).toContain('của người thứ hai');
    const [, newest] = /name="version" value="(\d+)"/.exec(html)!;
    const sent = await partner.post(url, { ...fields, version: newest! });
    expect(sent.status).toBe(303);
    expect((await getInvitation(world, invitation.id)).answer).toMatchObject({ answer: 'declined' });
  });

  test('after the deadline the answer stands without a form, and a late one is refused', async () => {
    const { url, token, invitation } = await invited();
    await answerInvitation(world, { token }, 1, says({ note: 'đúng hạn' }));
    world.clock.at = ms(invitation.respondBy) + 1_000;
    const html = (await partner.get(routes.invitation(token))).html;
    expect(html).toContain('Đã hết hạn trả lời');
    expect(html).toContain('đúng hạn');
    expect(html).not.toContain('name="answer"');
    const late = await partner.post(url, { version: '2', answer: 'declined', reason: 'muộn' });
    expect(late.status).toBe(410);
    expect(late.html).toContain('đúng hạn');
  });

  test('a revoked link and a forged one say so', async () => {
    const { invitation, token } = await invited();
    await revoke(world, invitation.id, 1);
    const gone = await partner.get(routes.invitation(token));
    expect(gone.status).toBe(410);
    expect(gone.html).toContain('Thư mời này đã được thu hồi');
    const forged = await partner.get(routes.invitation('0'.repeat(26)));
    expect(forged.status).toBe(404);
    expect(forged.html).toContain('Đường dẫn không đúng');
  });

  test('a revoked link says whom to call and what still waits, and nothing that came after', async () => {
    const { invitation, token, body, url } = await invited();
    const before = await holdEvent(world, { title: 'Diễn đàn mời trước' });
    await invite(world, before.id, { bodyId: body.id });
    const cancelled = await holdEvent(world, { title: 'Diễn đàn đã hủy' });
    await invite(world, cancelled.id, { bodyId: body.id });
    await world.db.update(eventsTable, { pk: cancelled.id, sk: 'event' }, { set: { status: 'cancelled' } });
    await revoke(world, invitation.id, 1);
    world.clock.at = MONDAY + 60_000;
    const after = await holdEvent(world, { title: 'Diễn đàn mời sau' });
    await invite(world, after.id, { bodyId: body.id });
    const elsewhere = await invited({ title: 'Diễn đàn của cơ quan khác' });
    expect(elsewhere.body.id).not.toBe(body.id);
    world.clock.at = MONDAY + 60_000;
    for (const path of [routes.invitation(token), url]) {
      const page = await partner.get(path);
      const html = page.html;
      expect([page.status, page.headers.get('cache-control')]).toEqual([410, 'no-store']);
      expect(html).toContain('vui lòng gọi Nguyễn Văn Mẫu');
      expect(html).toContain('href="tel:+84912345678"');
      expect(html).toContain('Diễn đàn mời trước');
      expect(html).not.toMatch(/mời sau|đã hủy|của cơ quan khác|name="answer"/);
      expect(html).not.toContain(body.name);
    }
    expect((await partner.post(url, { version: '1', answer: 'accepted' })).status).toBe(410);
  });

  test('a cancelled event needs no answer', async () => {
    const { token, event } = await invited();
    await world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set: { status: 'cancelled' } });
    const html = (await partner.get(routes.invitation(token))).html;
    expect(html).toContain('không cần trả lời');
    expect(html).not.toContain('name="answer"');
  });

  test('of an event that is off says why, and gives nothing to put into a calendar', async () => {
    const { token, event } = await invited();
    const set = (more: object) => world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set: more });
    expect((await partner.get(routes.invitation(token))).html).toContain('Thêm vào lịch');
    await set({ status: 'postponed', undated: true, reason: 'Bão số 9' });
    const postponed = (await partner.get(routes.invitation(token))).html;
    expect(postponed).toContain('Theo lịch mới, sẽ báo sau');
    expect(postponed).not.toMatch(/Thêm vào lịch|vẫn được giữ/);
    await set({ status: 'cancelled' });
    const cancelled = (await partner.get(routes.invitation(token))).html;
    expect(cancelled).toContain('Bão số 9');
    expect(cancelled).not.toContain('Thêm vào lịch');
  });

  test('hands out the calendar file and the signed letter, to the link alone', async () => {
    const { token, invitation } = await invited();
    const { token: foreign } = await invited();
    expect((await partner.get(routes.invitationLetter(token, invitation.id))).status).toBe(404);
    await keepSignedLetter(world, invitation.id, Buffer.from('%PDF-1.7 mẫu'));
    const pdf = await partner.get(routes.invitationLetter(token, invitation.id));
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toContain('attachment');
    expect(pdf.html).toBe('%PDF-1.7 mẫu');
    expect((await partner.get(routes.invitationLetter(foreign, invitation.id))).status).toBe(404);
    const calendar = await partner.get(routes.invitationCalendar(token, invitation.id));
    expect(calendar.html).toContain('BEGIN:VCALENDAR');
  });

  test('somebody’s words are shown as words', async () => {
    const { url } = await invited();
    const posted = await partner.post(url, {
      version: '1',
      answer: 'accepted',
      note: '<script>alert(1)</script>',
    });
    const html = (await partner.get(posted.to)).html;
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)');
  });
});
