import { beforeAll, describe, expect, test } from 'vitest';
import { onStream } from '../../functions/background/streams/on-change';
import type { Role } from '../../functions/directory/accounts/account';
import { addAccount, addApiToken } from '../../functions/directory/sign-in/add-account';
import { unitsTable } from '../../functions/directory/units/unit';
import { nominationId } from '../../functions/events/nominations/nomination';
import { deliver } from '../../functions/notices/deliver';
import { deliveriesOf, findDelivery } from '../../functions/outbox/deliveries/find';
import { HOUR, MINUTE } from '../../functions/platform/time/dates';
import { site } from '../../web/site/site';
import { assets } from '../support/assets';
import { useWorld } from '../support/world';
import { anEvent, aRegistration, keep, keepEvent, noSleep, streamRecord } from './scene';

describe('the call list and the mails, as staff see them', () => {
  const world = useWorld();
  const app = () => site(world, assets);
  const token = (who: string) => `token-of-the-demo-${who}`;
  const event = anEvent('evt_c1', { title: 'Bồi dưỡng <Gò Quao>' });

  beforeAll(async () => {
    const unit = (id: string, parentId?: string) => ({
      pk: 'unit' as const,
      sk: id,
      id,
      name: id,
      kind: 'district' as const,
      validFrom: '2021-01-01',
      ...(parentId && { parentId }),
    });
    await world.db.putMany(unitsTable, [unit('unt_a'), unit('unt_a1', 'unt_a'), unit('unt_b')]);
    const person = async (who: string, role: Role, unitId?: string) => {
      const account = await addAccount(world, {
        email: `${who}@nhipcau.test`,
        name: who,
        role,
        ...(unitId && { unitId }),
      });
      await addApiToken(world, account.id, token(who));
    };
    await person('organizer', 'organizer');
    await person('officer', 'officer', 'unt_a');
    await person('viewer', 'viewer');
    await keepEvent(world, event);
    for (const [key, name, unitId, nominator] of [
      // A unit's mediators come from the communes below it.
      ['a', 'Danh Hên', 'unt_a1', 'unt_a1'],
      ['b', 'Thị Sà Rươn', 'unt_b', 'unt_b'],
      // Came without being nominated: the organizer calls.
      ['c', 'Lê Tự Mẫu', 'unt_a1', undefined],
    ] as const) {
      const r = aRegistration(event.id, key, {
        fullName: name,
        unitId,
        ...(nominator && { channel: 'nomination', nominationId: nominationId(event.id, nominator) }),
      });
      await keep(world, r);
      await onStream(world, [streamRecord(world, 'registrations', r)]);
    }
  });

  const ask = (who: string, path: string, init: RequestInit = {}) =>
    app().request(path, { ...init, headers: { authorization: `Bearer ${token(who)}`, ...init.headers } });
  const post = (who: string, path: string, fields: Record<string, string>) =>
    ask(who, path, {
      method: 'POST',
      headers: { origin: world.settings.publicOrigin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  const names = async (who: string): Promise<string[]> =>
    ((await (await ask(who, '/api/calls')).json()) as { items: { name: string }[] }).items.map((i) => i.name);

  test('GET /api/calls shows an organizer every line, an officer those that their area nominated, a viewer none', async () => {
    expect((await names('organizer')).sort()).toEqual(['Danh Hên', 'Lê Tự Mẫu', 'Thị Sà Rươn']);
    expect(await names('officer')).toEqual(['Danh Hên']);
    expect((await ask('viewer', '/api/calls')).status).toBe(403);
    expect((await app().request('/api/calls')).status).toBe(401);
  });

  test('lists are paged with a cursor', async () => {
    const first = (await (await ask('organizer', '/api/calls?limit=1')).json()) as {
      items: unknown[];
      next: string;
    };
    expect(first.items).toHaveLength(1);
    const second = (await (await ask('organizer', `/api/calls?limit=1&cursor=${first.next}`)).json()) as {
      items: unknown[];
    };
    expect(second.items).toHaveLength(1);
    expect(second.items).not.toEqual(first.items);
  });

  test('GET /quan-tri/can-goi groups by event, with a number to tap and words to copy, escaped', async () => {
    const page = await (await ask('organizer', '/quan-tri/can-goi')).text();
    expect(page).toContain('<strong>Còn 1 người</strong>');
    expect(page).toContain('2 người do đơn vị cử báo');
    expect(page).toContain('href="tel:+84987654321"');
    expect(page).toContain('Bồi dưỡng &lt;Gò Quao&gt;');
    expect(page).not.toContain('<Gò Quao>');
    expect(page).toContain('Mã đăng ký: 472 915 608');
  });

  test('POST /quan-tri/can-goi ticks a line: not reached stays, told goes, a wrong tick is taken back', async () => {
    const [line] = await deliveriesOf(world, aRegistration(event.id, 'a').id);
    const shown = await post('officer', '/quan-tri/can-goi', { id: line!.id, outcome: 'not-reached' });
    expect(shown.status).toBe(303);
    expect(await names('officer')).toEqual(['Danh Hên']);
    const back = await ask('officer', shown.headers.get('location')!);
    expect(await back.text()).toContain('chưa gặp, vẫn còn trong danh sách');

    await post('officer', '/quan-tri/can-goi', { id: line!.id, outcome: 'told' });
    expect(await names('officer')).toEqual([]);
    expect(await findDelivery(world, line!.id)).toMatchObject({
      state: 'told',
      toldBy: expect.stringMatching(/^acc_/),
    });
    await post('officer', '/quan-tri/can-goi', { id: line!.id, outcome: 'not-reached' });
    expect(await names('officer')).toEqual(['Danh Hên']);
  });

  test('a line of another area cannot be ticked, and no line with an unknown outcome', async () => {
    const [other] = await deliveriesOf(world, aRegistration(event.id, 'b').id);
    const put = (who: string, body: string) =>
      ask(who, `/api/calls/${other!.id}/outcome`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      });
    expect((await put('officer', '{"outcome":"told"}')).status).toBe(404);
    expect((await put('viewer', '{"outcome":"told"}')).status).toBe(404);
    const wrong = await put('organizer', '{"outcome":"maybe"}');
    expect(wrong.status).toBe(422);
    expect((await put('organizer', '{"outcome":"told"}')).status).toBe(200);
    expect(await names('organizer')).toEqual(['Danh Hên', 'Lê Tự Mẫu']);
  });

  test('a line that was dropped while its caller was on the phone is ticked without an error', async () => {
    const r = aRegistration(event.id, 'd', { fullName: 'Tăng Thị Mẫu' });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    const [line] = await deliveriesOf(world, r.id);
    world.clock.forward(MINUTE);
    const gone = { ...r, status: 'cancelled', how: 'organizer', turn: 2 } as const;
    await keep(world, gone);
    await onStream(world, [streamRecord(world, 'registrations', gone, r)]);
    const shown = await post('organizer', '/quan-tri/can-goi', { id: line!.id, outcome: 'told' });
    expect(shown.status).toBe(303);
    const page = await (await ask('organizer', shown.headers.get('location')!)).text();
    expect(page).toMatch(/Đã ghi: <strong>Tăng Thị Mẫu<\/strong> –\s+đã báo\./);
    expect(page).toContain('Trong lúc gọi, tình trạng đã thay đổi.');
    const [left] = (await deliveriesOf(world, r.id)).filter((d) => d.open);
    expect(left).toMatchObject({ sk: 'cancelled#2', state: 'to-call' });
    await post('organizer', '/quan-tri/can-goi', { id: left!.id, outcome: 'told' });
  });

  test('GET /quan-tri/thu-da-gui shows unknown mails, and only an organizer resends them', async () => {
    const r = aRegistration(event.id, 'm', { email: 'm@mau.vn', fullName: 'Trần Văn Mẫu' });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    world.mailSays.next = 'lose';
    await deliver(world, noSleep());
    world.mailSays.next = undefined;
    expect(await (await ask('organizer', '/quan-tri/thu-da-gui')).text()).not.toContain('Trần Văn Mẫu');
    world.clock.forward(HOUR);
    const page = await (await ask('organizer', '/quan-tri/thu-da-gui')).text();
    expect(page).toContain('Chưa rõ đã gửi chưa');
    expect(page).toContain('Trần Văn Mẫu');
    expect((await ask('officer', '/quan-tri/thu-da-gui')).status).toBe(403);
    const [d] = await deliveriesOf(world, r.id);
    expect((await post('officer', '/quan-tri/thu-da-gui', { verb: 'resend', id: d!.id })).status).toBe(403);
    expect((await post('organizer', '/quan-tri/thu-da-gui', { verb: 'resend', id: d!.id })).status).toBe(303);
    await deliver(world, noSleep());
    expect((await findDelivery(world, d!.id))?.state).toBe('sent');
    const told = await (await ask('organizer', `/quan-tri/thu-da-gui?lop=${event.id}`)).text();
    expect(told).toContain('Đã gửi');
    expect(told).toContain('m@mau.vn');
  });

  test('holding and releasing stand on the same page', async () => {
    await post('organizer', '/quan-tri/thu-da-gui', { verb: 'hold' });
    expect(await (await ask('organizer', '/quan-tri/thu-da-gui')).text()).toContain(
      'Việc gửi thư đang tạm giữ',
    );
    await post('organizer', '/quan-tri/thu-da-gui', { verb: 'let-go' });
    expect(await (await ask('organizer', '/quan-tri/thu-da-gui')).text()).not.toContain('đang tạm giữ');
  });

  describe('the link to stop', () => {
    const mailed = async (key: string) => {
      const r = aRegistration(event.id, key, { email: 'thoi@mau.vn' });
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
      const page = await app().request(link);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Thôi nhận thư');
      expect(await channel((await mailed('u2')).id)).toBe('email');

      const oneClick = await app().request(link, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
        body: 'List-Unsubscribe=One-Click',
      });
      expect(oneClick.status).toBe(200);
      expect(await channel((await mailed('u3')).id)).toBe('call');
    });

    test('the page lets a person change their mind', async () => {
      const again = await app().request(link, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'nhan=co',
      });
      expect(await again.text()).toContain('Sẽ tiếp tục gửi thư');
      expect(await channel((await mailed('u4')).id)).toBe('email');
    });

    test('a forged link is no link', async () => {
      const forged = `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`;
      expect((await app().request(forged)).status).toBe(404);
      expect((await app().request(forged, { method: 'POST' })).status).toBe(404);
    });
  });
});
