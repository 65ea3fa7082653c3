import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EventInput } from '../../functions/events/event/event-input';
import { createEvent } from '../../functions/events/scheduling/create';
import { publishEvent } from '../../functions/events/scheduling/publish';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { parse } from '../../functions/platform/input/parse';
import { DAY, iso } from '../../functions/platform/time/dates';
import { PortTaken } from '../../infra/local/parts/ports';
import { type System, startSystem } from '../../infra/local/system';
import { routes } from '../../web/routes';
import { signInCodeIn } from '../support/sign-in-code';

interface Mail {
  subject: string;
  destination: { to: string[] };
  body: { text: string };
}

describe('the whole system on one machine', () => {
  let system: System;
  const clock = { at: Date.UTC(2026, 10, 16, 2) };
  const mails = async (to: string) =>
    ((await (await fetch(`${system.inbox}/store`)).json()) as { emails: Mail[] }).emails.filter((m) =>
      m.destination.to.some((t) => t.includes(to)),
    );
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(system.origin + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
      headers: { origin: system.origin, ...headers },
    });
  const register = async (body: object) => {
    const answer = await fetch(`${system.origin}/api/events/evt_x/registrations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ unitId: 'unt_goquao', consent: true, ...body }),
    });
    return (await answer.json()) as { registrationId: string; status: string };
  };

  beforeAll(async () => {
    system = await startSystem({
      temporary: true,
      seed: 'none',
      background: false,
      now: () => clock.at,
      apiToken: 'mau1',
    });
    const input = parse(EventInput, {
      kind: 'training',
      admission: 'open',
      title: 'Lớp thử',
      startsAt: iso(clock.at + 20 * DAY),
      endsAt: iso(clock.at + 20 * DAY + 3_600_000),
      venue: 'Hội trường',
      contactName: 'Trần Mẫu Bình',
      contactPhone: '0900000101',
      capacity: 10,
    });
    await createEvent(system.world, input, { id: 'evt_x' });
    await publishEvent(system.world, 'evt_x', {});
  });
  afterAll(() => system?.stop());

  test('answers when it is ready, and serves its style sheets for ever', async () => {
    expect((await fetch(`${system.origin}/healthz`)).status).toBe(200);
    const page = await (await fetch(system.origin)).text();
    const sheet = await fetch(system.origin + /href="(\/static\/style[^"]+)"/.exec(page)![1]);
    expect(sheet.headers.get('content-type')).toContain('text/css');
    expect(sheet.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${system.origin}/static/none.css`)).status).toBe(404);
  });

  test('without a demo it has districts and accounts, and says nothing of samples', async () => {
    const { items } = (await (await fetch(`${system.origin}/api/units`)).json()) as { items: unknown[] };
    expect(items).toHaveLength(16);
    expect(await (await fetch(system.origin)).text()).not.toContain('Dữ liệu mẫu');
  });

  test('signs staff in with the code from the inbox, and keeps them in over plain http', async () => {
    const asked = await post(routes.signIn(), { email: 'to-chuc@stp.example' });
    const next = new URL(asked.headers.get('location')!, system.origin);
    const [mail] = await mails('to-chuc@stp.example');
    const code = signInCodeIn(mail!.body.text);
    const done = await post(routes.signInCode(), { lan: next.searchParams.get('lan')!, code });
    const cookie = done.headers.get('set-cookie')!;
    expect(cookie).toMatch(/^phien=/);
    const account = await fetch(`${system.origin}/api/account`, {
      headers: { cookie: cookie.split(';')[0]! },
    });
    expect(await account.json()).toMatchObject({ role: 'organizer' });
  });

  test('the token that was given calls the API, however short', async () => {
    expect(system.apiToken).toBe('mau1');
    const answer = await fetch(`${system.origin}/api/account`, {
      headers: { authorization: `Bearer ${system.apiToken}` },
    });
    expect(await answer.json()).toMatchObject({ id: 'acc_tochuc' });
  });

  test('mails what became due, and hears of its delivery', async () => {
    const { registrationId } = await register({
      fullName: 'Danh Thị Mẫu',
      phone: '0900000201',
      email: 'danh@mau.example',
    });
    await system.drainStreams();
    expect((await mails('danh@mau.example')).map((m) => m.subject)).toEqual([
      expect.stringContaining('Lớp thử'),
    ]);
    const [delivery] = await deliveriesOf(system.world, registrationId);
    expect(delivery).toMatchObject({ state: 'sent', feedback: 'delivered' });
    await system.tick();
    expect(await mails('danh@mau.example')).toHaveLength(1);
  });

  test('an address at .invalid bounces: seen on the page of deliveries, and no call for what was read on the screen', async () => {
    const { registrationId } = await register({
      fullName: 'Lê Văn Mẫu',
      phone: '0900000202',
      email: 'le@khong-co.invalid',
    });
    await system.drainStreams();
    const found = await deliveriesOf(system.world, registrationId);
    expect(found).toMatchObject([{ state: 'sent', feedback: 'bounced', open: 'returned' }]);
  });

  test('writes down who changed what', async () => {
    await system.drainStreams();
    const { historyOf } = await import('../../functions/platform/audit/history');
    const history = await historyOf(system.world, 'evt_x');
    expect(JSON.stringify(history)).toContain('published');
  });

  test('keeps files, and takes one by a URL for exactly its type', async () => {
    const { files } = system.world;
    await files.put('thu/a.pdf', new TextEncoder().encode('%PDF-1.4'), 'application/pdf');
    expect(new TextDecoder().decode(await files.get('thu/a.pdf'))).toBe('%PDF-1.4');
    expect(await files.get('thu/none.pdf')).toBeUndefined();
    const url = await files.uploadUrl('thu/b.pdf', 'application/pdf');
    const put = await fetch(url, {
      method: 'PUT',
      body: '%PDF-1.7',
      headers: { 'content-type': 'application/pdf' },
    });
    expect(put.status).toBe(200);
    expect(new TextDecoder().decode(await files.get('thu/b.pdf'))).toBe('%PDF-1.7');
  });

  test('says which port is taken, whatever else would start', async () => {
    const port = Number(new URL(system.origin).port);
    const mailPort = Number(new URL(system.inbox).port);
    await expect(startSystem({ temporary: true, seed: 'none', port })).rejects.toThrow(PortTaken);
    await expect(startSystem({ temporary: true, seed: 'none', mailPort })).rejects.toThrow(
      `MAIL_PORT=${mailPort + 1}`,
    );
  });
});
