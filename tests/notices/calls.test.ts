import { beforeAll, describe, expect, test } from 'vitest';
import { onStream } from '../../functions/background/streams/on-change';
import { nominationId } from '../../functions/events/nominations/nomination';
import { deliver } from '../../functions/notices/deliver';
import { deliveriesOf, findDelivery } from '../../functions/outbox/deliveries/find';
import { MINUTE } from '../../functions/platform/time/dates';
import { noSleep } from '../support/mail';
import { addPlaces } from '../support/places';
import { anEvent, aRegistration, keep, keepEvent, onAList, streamRecord } from '../support/stored';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';

describe('the call list and the mails, as staff see them', () => {
  const world = useWorld();
  const staff = {} as Record<'organizer' | 'officer' | 'viewer', Visitor>;
  const anybody = visitor(world);
  const event = anEvent('evt_c1', { title: 'Bồi dưỡng <Gò Quao>' });

  beforeAll(async () => {
    await addPlaces(world);
    for (const role of ['organizer', 'officer', 'viewer'] as const)
      staff[role] = await signIn(world, { role, unitId: 'unt_goquao', bearer: true });
    await keepEvent(world, event);
    for (const [key, name, unitId, nominator] of [
      // A unit's mediators come from the communes below it.
      ['a', 'Danh Hên', 'unt_dinhan', 'unt_dinhan'],
      ['b', 'Thị Sà Rươn', 'unt_anminh', 'unt_anminh'],
      // Came without being nominated: the organizer calls.
      ['c', 'Lê Tự Mẫu', 'unt_dinhan', undefined],
    ] as const) {
      const r = aRegistration(event.id, key, {
        fullName: name,
        unitId,
        ...onAList,
        ...(nominator && {
          channel: 'nomination',
          how: 'nominator',
          nominationId: nominationId(event.id, nominator),
        }),
      });
      await keep(world, r);
      await onStream(world, [streamRecord(world, 'registrations', r)]);
    }
  });

  const names = async (who: keyof typeof staff): Promise<string[]> =>
    (await staff[who].get('/api/calls')).json.items.map((i: { name: string }) => i.name);

  test('GET /api/calls shows an organizer every line, an officer those that their area nominated, a viewer none', async () => {
    expect((await names('organizer')).sort()).toEqual(['Danh Hên', 'Lê Tự Mẫu', 'Thị Sà Rươn']);
    expect(await names('officer')).toEqual(['Danh Hên']);
    expect((await staff.viewer.get('/api/calls')).status).toBe(403);
    expect((await anybody.request('/api/calls')).status).toBe(401);
  });

  test('lists are paged with a cursor', async () => {
    const first = (await staff.organizer.get('/api/calls?limit=1')).json;
    expect(first.items).toHaveLength(1);
    const second = (await staff.organizer.get(`/api/calls?limit=1&cursor=${first.next}`)).json;
    expect(second.items).toHaveLength(1);
    expect(second.items).not.toEqual(first.items);
  });

  test('GET /quan-tri/can-goi groups by event, with a number to tap and words to copy, escaped', async () => {
    const page = (await staff.organizer.get('/quan-tri/can-goi')).html;
    expect(page).toContain('<strong>Còn 1 người</strong>');
    expect(page).toContain('2 người do đơn vị cử báo');
    expect(page).toContain('href="tel:+84987654321"');
    expect(page).toContain('Bồi dưỡng &lt;Gò Quao&gt;');
    expect(page).not.toContain('<Gò Quao>');
    expect(page).toContain('Mã đăng ký: 472 915 608');
  });

  test('POST /quan-tri/can-goi ticks a line: not reached stays, told goes, a wrong tick is taken back', async () => {
    const [line] = await deliveriesOf(world, aRegistration(event.id, 'a').id);
    const shown = await staff.officer.post('/quan-tri/can-goi', { id: line!.id, outcome: 'not-reached' });
    expect(shown.status).toBe(303);
    expect(await names('officer')).toEqual(['Danh Hên']);
    const back = await staff.officer.get(shown.to);
    expect(back.html).toMatch(/Chưa liên hệ được\s+<strong>Danh Hên<\/strong>, vẫn còn trong danh sách/);

    const told = await staff.officer.post('/quan-tri/can-goi', { id: line!.id, outcome: 'told' });
    expect(await names('officer')).toEqual([]);
    expect(await findDelivery(world, line!.id)).toMatchObject({
      state: 'told',
      toldBy: expect.stringMatching(/^acc_/),
    });
    const act = (await staff.officer.get(told.to)).page
      .querySelector('input[name=dot]')!
      .getAttribute('value')!;
    await staff.officer.post('/quan-tri/can-goi', { viec: 'hoan-tac', dot: act });
    expect(await names('officer')).toEqual(['Danh Hên']);
  });

  test('a line of another area cannot be ticked, and no line with an unknown outcome', async () => {
    const [other] = await deliveriesOf(world, aRegistration(event.id, 'b').id);
    const put = (who: keyof typeof staff, body: object) =>
      staff[who].api('PUT', `/calls/${other!.id}/outcome`, body);
    expect((await put('officer', { outcome: 'told' })).status).toBe(404);
    expect((await put('viewer', { outcome: 'told' })).status).toBe(404);
    const wrong = await put('organizer', { outcome: 'maybe' });
    expect(wrong.status).toBe(422);
    expect((await put('organizer', { outcome: 'told' })).status).toBe(200);
    expect(await names('organizer')).toEqual(['Danh Hên', 'Lê Tự Mẫu']);
  });

  test('a line that was dropped while its caller was on the phone is ticked without an error', async () => {
    const r = aRegistration(event.id, 'd', { ...onAList, fullName: 'Tăng Thị Mẫu' });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    const [line] = await deliveriesOf(world, r.id);
    world.clock.forward(MINUTE);
    const gone = { ...r, status: 'cancelled', how: 'organizer', turn: 2 } as const;
    await keep(world, gone);
    await onStream(world, [streamRecord(world, 'registrations', gone, r)]);
    const shown = await staff.organizer.post('/quan-tri/can-goi', { id: line!.id, outcome: 'told' });
    expect(shown.status).toBe(303);
    const page = (await staff.organizer.get(shown.to)).html;
    expect(page).toMatch(/Đã báo\s+<strong>Tăng Thị Mẫu<\/strong>\./);
    expect(page).toMatch(/Trong lúc gọi, tình trạng của <strong>Tăng Thị Mẫu<\/strong> đã thay đổi/);
    const [left] = (await deliveriesOf(world, r.id)).filter((d) => d.open);
    expect(left).toMatchObject({ sk: 'cancelled#2', state: 'to-call' });
    await staff.organizer.post('/quan-tri/can-goi', { id: left!.id, outcome: 'told' });
  });

  test('GET /quan-tri/thu-da-gui shows unknown mails, and only an organizer resends them', async () => {
    const r = aRegistration(event.id, 'm', { email: 'm@mau.vn', fullName: 'Trần Văn Mẫu' });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    world.mailSays.next = 'lose';
    await deliver(world, noSleep());
    world.mailSays.next = undefined;
    // At once: where SES answers nothing, many of them need a decision soon.
    const page = (await staff.organizer.get('/quan-tri/thu-da-gui')).html;
    expect(page).toContain('Chưa rõ đã gửi chưa');
    expect(page).toContain('Trần Văn Mẫu');
    expect((await staff.officer.get('/quan-tri/thu-da-gui')).status).toBe(403);
    const [d] = await deliveriesOf(world, r.id);
    expect((await staff.officer.post('/quan-tri/thu-da-gui', { verb: 'resend', id: d!.id })).status).toBe(
      403,
    );
    expect((await staff.organizer.post('/quan-tri/thu-da-gui', { verb: 'resend', id: d!.id })).status).toBe(
      303,
    );
    await deliver(world, noSleep());
    expect((await findDelivery(world, d!.id))?.state).toBe('sent');
    const told = (await staff.organizer.get(`/quan-tri/thu-da-gui?lop=${event.id}`)).html;
    expect(told).toContain('Đã gửi');
    expect(told).toContain('m@mau.vn');
  });

  test('holding and releasing stand on the same page', async () => {
    await staff.organizer.post('/quan-tri/thu-da-gui', { verb: 'hold' });
    expect((await staff.organizer.get('/quan-tri/thu-da-gui')).html).toContain('Việc gửi thư đang tạm giữ');
    await staff.organizer.post('/quan-tri/thu-da-gui', { verb: 'let-go' });
    expect((await staff.organizer.get('/quan-tri/thu-da-gui')).html).not.toContain('đang tạm giữ');
  });

  describe('the link to stop', () => {
    const mailed = async (key: string) => {
      const r = aRegistration(event.id, key, { ...onAList, email: 'thoi@mau.vn' });
      await keep(world, r);
      await onStream(world, [streamRecord(world, 'registrations', r)]);
      world.sent.length = 0;
      await deliver(world, noSleep());
      return r;
    };
    const channel = async (id: string) => (await deliveriesOf(world, id))[0]?.channel;
    let link = '';

    test('opening it changes nothing; a mail program posts it without a page or an origin', async () => {
      await mailed('u1');
      link = /<https:\/\/nhipcau\.test(\/thoi-nhan-thu\/[^>]+)>/.exec(
        world.sent[0]!.raw.replace(/\r\n\s+/g, ''),
      )![1]!;
      const page = await anybody.request(link);
      expect(page.status).toBe(200);
      expect(page.html).toContain('Ngừng nhận thư');
      expect(await channel((await mailed('u2')).id)).toBe('email');

      const oneClick = await anybody.request(link, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
        body: 'List-Unsubscribe=One-Click',
      });
      expect(oneClick.status).toBe(200);
      expect(await channel((await mailed('u3')).id)).toBe('call');
    });

    test('the page lets a person change their mind', async () => {
      const again = await anybody.request(link, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'nhan=co',
      });
      expect(again.html).toContain('Sẽ tiếp tục gửi thư');
      expect(await channel((await mailed('u4')).id)).toBe('email');
    });

    test('a forged link is no link', async () => {
      const forged = `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`;
      expect((await anybody.request(forged)).status).toBe(404);
      expect((await anybody.request(forged, { method: 'POST' })).status).toBe(404);
    });
  });
});
