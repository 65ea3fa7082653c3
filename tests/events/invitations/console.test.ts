import { beforeAll, describe, expect, test } from 'vitest';
import { markMailTrouble } from '../../../functions/directory/bodies/mail-trouble';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { invite } from '../../../functions/events/invitations/invite';
import { getInvitation, listInvitations } from '../../../functions/events/invitations/list';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { DAY, HOUR, iso, localDate, ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { unzip } from '../../documents/unzip';
import { addBody } from '../../support/bodies';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { holdEvent, invitedBody, says, tokenOf } from './scene';

describe('the console’s pages of invitations', () => {
  const world = useWorld();
  let organizer: Visitor;
  let viewer: Visitor;
  let officer: Visitor;
  let n = 0;
  beforeAll(async () => {
    await addPlaces(world);
    organizer = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
    officer = await signIn(world, { role: 'officer', unitId: 'unt_kg', bearer: true });
  });
  const invited = () => invitedBody(world);
  const told = (pk: string, more: Partial<Delivery>) =>
    world.db.put(noticesTable, {
      pk,
      sk: 'invitation#1',
      id: `dlv_${pk}`,
      channel: 'email',
      state: 'sent',
      template: 'invitation',
      dueAt: iso(world.now()),
      attempts: 1,
      createdAt: iso(world.now()),
      updatedAt: iso(world.now()),
      email: 'vp@hoi.example',
      ...more,
    } satisfies Delivery);

  test('inviting is chosen, previewed word for word, and only then sent', async () => {
    const event = await holdEvent(world);
    const a = await addBody(world, 'Hội Luật gia tỉnh');
    const b = await addBody(world, 'Tòa án tỉnh', { kind: 'court', email: undefined, phone: '02973812345' });
    const url = routes.consoleInvite(event.id);
    const form = (await organizer.get(url)).html;
    expect(form).toContain('value="23/11/2026"');
    expect(form).toContain('Tới dự: Hội nghị tọa đàm hòa giải ở cơ sở.');
    const fields: [string, string][] = [
      ['bodyIds', a.id],
      ['bodyIds', b.id],
      ['seatsOffered', '3'],
      ['respondBy', '2026-11-20'],
      ['letterText', 'Tới dự: Hội nghị.\r\nThời gian: 08 giờ 00.'],
    ];
    const preview = await organizer.post(url, [...fields, ['buoc', 'xem']]);
    const html = preview.html;
    expect(preview.status).toBe(200);
    expect(html).toContain('vp@hoi.example');
    expect(html).toContain('0297 381 2345');
    expect(html).toContain('03 người');
    expect(html).toContain('chậm nhất là hết thứ Sáu, ngày 20 tháng 11 năm 2026');
    expect(html).toContain('Gửi 2 thư mời');
    expect(await listInvitations(world, event.id)).toHaveLength(0);
    // What the preview carries is what is sent.
    const carried = [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      (m) => [m[1]!, m[2]!] as [string, string],
    );
    const sent = await organizer.post(url, [...carried, ['buoc', 'gui']]);
    expect(sent.to).toBe(`${routes.consoleInvitations(event.id)}?da-gui`);
    const made = await listInvitations(world, event.id);
    expect(made.map((i) => [i.bodyName, i.seatsOffered, i.respondBy])).toEqual([
      ['Hội Luật gia tỉnh', 3, '2026-11-20T16:59:59.000Z'],
      ['Tòa án tỉnh', 3, '2026-11-20T16:59:59.000Z'],
    ]);
    expect(made[0]!.letterText).toBe('Tới dự: Hội nghị.\nThời gian: 08 giờ 00.');
  });

  test('going back from the preview keeps what was chosen', async () => {
    const event = await holdEvent(world);
    const body = await addBody(world, 'Hội quay lại');
    const page = await organizer.post(routes.consoleInvite(event.id), {
      bodyIds: body.id,
      seatsOffered: '4',
      respondBy: '2026-11-20',
      letterText: 'Lời riêng',
      buoc: 'sua',
    });
    const html = page.html;
    expect(html).toMatch(new RegExp(`value="${body.id}" checked`));
    expect(html).toContain('Lời riêng');
  });

  test.each([
    [{ respondBy: '2026-11-20' }, 'Vui lòng chọn ít nhất một cơ quan'],
    [{ respondBy: '2026-11-31' }, 'Ngày giờ không có thật'],
    [{ respondBy: '2026-11-15' }, 'Hạn trả lời phải sau lúc này'],
    [{ respondBy: '2026-11-26' }, 'Hạn trả lời phải trước khi'],
    [{ respondBy: '2026-11-20', seatsOffered: '51' }, 'Nhiều nhất là 50'],
    [{ respondBy: '2026-11-20', seatsOffered: '1,5' }, 'Cần ghi một số'],
    [{}, 'Vui lòng điền hạn trả lời'],
  ])('a form with %o comes back saying so', async (fields, words) => {
    const event = await holdEvent(world);
    const body = await addBody(world, `Hội thử ${++n}`);
    const bodies = words.includes('cơ quan') ? {} : { bodyIds: body.id };
    const refused = await organizer.post(routes.consoleInvite(event.id), {
      seatsOffered: '1',
      letterText: 'x',
      ...bodies,
      ...fields,
    } as Record<string, string>);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(words);
    expect(await listInvitations(world, event.id)).toHaveLength(0);
  });

  test('an answer kept for approval is none yet, here as on the event’s page', async () => {
    const { event, invitation } = await invited();
    const saved = says({ answer: 'saved', delegates: [] });
    await answerInvitation(world, { token: tokenOf(world, invitation) }, 1, saved);
    const html = (await organizer.get(routes.consoleInvitations(event.id))).html;
    expect(html).toContain('0 không tham dự · 1 chưa trả lời (1 nơi mới lưu bản nháp)');
  });

  test('the event’s table says who was reached, who bounced, who answers what', async () => {
    const { event, invitation } = await invited();
    const other = await addBody(world, 'Hội bị trả thư');
    const [second] = await invite(world, event.id, { bodyId: other.id });
    await told(invitation.id, { feedback: 'delivered' });
    await told(second!.id, { feedback: 'bounced' });
    await answerInvitation(
      world,
      { token: tokenOf(world, invitation) },
      1,
      says({ delegates: [{ name: 'Lê Thị Ánh' }], support: [{ kind: 'room', detail: '100 chỗ' }] }),
    );
    const html = (await organizer.get(routes.consoleInvitations(event.id))).html;
    expect(html).toContain('2 thư mời · 1 nhận lời (1 người) · 0 không tham dự · 1 chưa trả lời · 1 thư cần');
    expect(html).toContain('Đã đến hộp thư');
    expect(html).toContain('Thư bị trả lại');
    expect(html).toContain('Lê Thị Ánh');
    expect(html).toContain('Hội trường, phòng họp: 100 chỗ');
  });

  test('an invitation’s page has its link to copy and its draft as a Word file', async () => {
    const { invitation, body } = await invited();
    const html = (await organizer.get(routes.consoleInvitation(invitation.id))).html;
    expect(html).toContain(world.links.invitation(tokenOf(world, invitation)));
    const draft = await organizer.get(routes.consoleInvitationLetter(invitation.id));
    expect(draft.headers.get('content-disposition')).toMatch(/giay-moi-hoi-so-\d+\.docx/);
    const files = unzip(draft.bytes);
    expect(files['word/document.xml']).toContain(body.name);
  });

  test('a signed PDF is taken whatever its name, another file is refused beside its field', async () => {
    const { invitation } = await invited();
    const url = routes.consoleInvitationSigned(invitation.id);
    const taken = await organizer.upload(url, new File(['%PDF-1.7 ký số'], '../../etc/passwd'));
    expect(taken.status).toBe(303);
    expect((await getInvitation(world, invitation.id)).signedLetter).toBe(`letters/${invitation.id}/1.pdf`);
    const fake = await organizer.upload(
      url,
      new File(['<html>'], 'giay-moi.pdf', { type: 'application/pdf' }),
    );
    expect(fake.status).toBe(422);
    expect(fake.html).toContain('Tệp này không phải PDF');
    expect((await organizer.upload(url)).status).toBe(422);
    expect((await organizer.get(url)).headers.get('content-type')).toBe('application/pdf');
  });

  test('a form that is cut short or names no possible version is refused, and is no fault of ours', async () => {
    const { invitation } = await invited();
    const person = await signIn(world, { role: 'organizer' });
    const post = async (url: string, type: string, body: string) => {
      const headers = { 'sec-fetch-site': 'same-origin', 'content-type': type };
      return (await person.request(url, { method: 'POST', headers, body })).status;
    };
    const cut = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF';
    expect(
      await post(routes.consoleInvitationSigned(invitation.id), 'multipart/form-data; boundary=x', cut),
    ).toBe(422);
    const version = 'version=999999999999999999999';
    expect(
      await post(routes.consoleInvitationRevoke(invitation.id), 'application/x-www-form-urlencoded', version),
    ).toBeLessThan(500);
    expect((await getInvitation(world, invitation.id)).status).not.toBe('revoked');
  });

  test('sending again with the text unchanged keeps the signed letter, with another text drops it', async () => {
    const { invitation } = await invited();
    await organizer.upload(routes.consoleInvitationSigned(invitation.id), new File(['%PDF-1.7'], 'a.pdf'));
    const url = routes.consoleInvitationResend(invitation.id);
    const terms = {
      seatsOffered: String(invitation.seatsOffered),
      respondBy: localDate(ms(invitation.respondBy)),
    };
    const crlf = invitation.letterText.replace(/\n/g, '\r\n');
    const again = await organizer.post(url, { ...terms, version: '1', letterText: crlf });
    expect(again.status).toBe(303);
    expect(await getInvitation(world, invitation.id)).toMatchObject({
      turn: 2,
      signedLetter: expect.any(String),
    });
    await organizer.post(url, { ...terms, version: '2', letterText: 'Lời mới' });
    expect(await getInvitation(world, invitation.id)).not.toHaveProperty('signedLetter');
    const stale = await organizer.post(url, { ...terms, version: '2', letterText: 'Lời cũ' });
    expect(stale.status).toBe(412);
  });

  test.each([
    ['tomorrow', 1],
    ['today', 0],
  ])('takes the day to answer by that it proposes itself, for an event %s', async (_, days) => {
    const body = await addBody(world, `Hội gấp ${++n}`);
    const startsAt = iso(MONDAY + days * DAY + 2 * HOUR);
    const event = await holdEvent(world, { startsAt, endsAt: iso(ms(startsAt) + HOUR) });
    const url = routes.consoleInvite(event.id);
    const [, proposed] = /name="respondBy"[^>]*value="([^"]+)"/.exec((await organizer.get(url)).html)!;
    const fields = { bodyIds: body.id, seatsOffered: '1', respondBy: proposed!, letterText: 'Kính mời.' };
    expect((await organizer.post(url, { ...fields, buoc: 'gui' })).status).toBe(303);
    const [made] = await listInvitations(world, event.id);
    expect(made!.respondBy <= startsAt).toBe(true);
  });

  test('an answer by phone is entered with its way, and a stale one is shown the newer', async () => {
    const { invitation } = await invited();
    const url = routes.consoleInvitationAnswer(invitation.id);
    const without = await organizer.post(url, { version: '1', answer: 'accepted' });
    expect(without.status).toBe(422);
    expect(without.html).toContain('Vui lòng chọn trả lời qua điện thoại hay công văn');
    await answerInvitation(world, { token: tokenOf(world, invitation) }, 1, says({ note: 'qua mạng' }));
    const stale = await organizer.post(url, { version: '1', answer: 'accepted', through: 'phone' });
    expect(stale.status).toBe(412);
    expect(stale.html).toContain('qua mạng');
    const entered = await organizer.post(url, { version: '2', answer: 'accepted', through: 'letter' });
    expect(entered.status).toBe(303);
    expect((await getInvitation(world, invitation.id)).answer).toMatchObject({
      through: 'letter',
      enteredBy: expect.stringMatching(/^acc_/),
    });
    expect((await organizer.get(routes.consoleInvitation(invitation.id))).html).toContain('bằng công văn');
  });

  test('taking back asks first', async () => {
    const { invitation } = await invited();
    const url = routes.consoleInvitationRevoke(invitation.id);
    expect((await organizer.get(url)).html).toContain('Thu hồi thư mời');
    expect((await getInvitation(world, invitation.id)).status).toBe('issued');
    expect((await organizer.post(url, { version: '1' })).status).toBe(303);
    expect((await organizer.get(routes.consoleInvitation(invitation.id))).html).toContain('Đã thu hồi');
  });

  test('a viewer reads without the link and changes nothing; an officer sees nothing; a stranger signs in', async () => {
    const { event, invitation } = await invited();
    const page = (await viewer.get(routes.consoleInvitation(invitation.id))).html;
    expect(page).toContain(invitation.bodyName);
    expect(page).not.toContain(tokenOf(world, invitation));
    const posts = [
      routes.consoleInvite(event.id),
      routes.consoleInvitationSigned(invitation.id),
      routes.consoleInvitationRemind(invitation.id),
      routes.consoleInvitationResend(invitation.id),
      routes.consoleInvitationRevoke(invitation.id),
      routes.consoleInvitationAnswer(invitation.id),
    ];
    for (const url of posts) {
      expect((await viewer.post(url, { version: '1' })).status, url).toBe(403);
      expect((await officer.post(url, { version: '1' })).status, url).toBe(403);
    }
    expect((await officer.get(routes.consoleInvitations(event.id))).status).toBe(403);
    expect((await officer.get(routes.consoleInvitation(invitation.id))).status).toBe(403);
    expect((await viewer.get(routes.consoleInvitationLetter(invitation.id))).status).toBe(403);
    const stranger = visitor(world);
    const turnedAway = [
      routes.consoleInvitations(event.id),
      routes.consoleInvitation(invitation.id),
      ...posts,
    ];
    for (const url of turnedAway) expect((await stranger.get(url)).status, url).toBe(302);
    expect(await getInvitation(world, invitation.id)).toMatchObject({ version: 1, status: 'issued' });
  });

  test('a body’s page shows what it was invited to and what it answered', async () => {
    const { body, invitation } = await invited();
    await answerInvitation(
      world,
      { token: tokenOf(world, invitation) },
      1,
      says({ support: [{ kind: 'materials', detail: '50 cuốn sổ tay' }] }),
    );
    const html = (await organizer.get(routes.consoleBody(body.id))).html;
    expect(html).toContain(routes.consoleInvitation(invitation.id));
    expect(html).toContain('Tài liệu: 50 cuốn sổ tay');
    const forOfficer = (await officer.get(routes.consoleBody(body.id))).html;
    expect(forOfficer).toContain(body.name);
    expect(forOfficer).not.toContain('50 cuốn');
  });

  test('a bounced address stands on the body’s page until it is mended or cleared', async () => {
    const body = await addBody(world, 'Hội thư hỏng', { email: 'hong@hoi.example' });
    await markMailTrouble(world, 'hong@hoi.example', 'bounced');
    expect((await organizer.get(routes.consoleBody(body.id))).html).toContain('thư bị trả lại');
    const url = routes.consoleBodyMail(body.id);
    expect((await viewer.post(url, { version: '2', email: 'hong@hoi.example' })).status).toBe(403);
    expect((await organizer.post(url, { version: '2', email: 'hong@hoi.example' })).status).toBe(303);
    expect((await organizer.get(routes.consoleBody(body.id))).html).not.toContain('thư bị trả lại');
  });
});
