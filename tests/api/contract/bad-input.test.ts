import { beforeAll, describe, expect, test } from 'vitest';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { furnish, publishedEvent, training } from '../../support/events';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let eventId = '';
beforeAll(async () => {
  await furnish(world);
  eventId = (await publishedEvent(world, { capacity: 50 })).id;
});

const send = (body: string, type = 'application/json') =>
  visitor(world).request(`/api/events/${eventId}/registrations`, {
    method: 'POST',
    headers: { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) },
    body,
  });
const good = { fullName: 'Nguyễn Mẫu', phone: '0912345678', unitId: 'unt_dinhan', consent: true };

/** Whatever is malformed gets a clear message naming the field, and nothing is written. */
describe('POST /events/{eventId}/registrations with bad input', () => {
  test.each([
    ['broken JSON', '{"fullName": ', 422, 'json-broken', undefined],
    ['no JSON at all', 'fullName=x', 422, 'not-json', undefined],
    ['a list', '[]', 422, 'invalid', ''],
    ['null', 'null', 422, 'invalid', ''],
    ['a wrong type', JSON.stringify({ ...good, fullName: 5 }), 422, 'invalid', 'fullName'],
    ['a phone with letters', JSON.stringify({ ...good, phone: '0912abc678' }), 422, 'invalid', 'phone'],
    [
      'a name of 5,000 letters',
      JSON.stringify({ ...good, fullName: 'ă'.repeat(5_000) }),
      422,
      'invalid',
      'fullName',
    ],
    ['a name of emoji', JSON.stringify({ ...good, fullName: '👍👍' }), 422, 'invalid', 'fullName'],
    ['an unknown unit', JSON.stringify({ ...good, unitId: 'unt_nowhere' }), 422, 'invalid', 'unitId'],
    ['no consent', JSON.stringify({ ...good, consent: undefined }), 422, 'invalid', 'consent'],
    ['a poisoned prototype', '{"__proto__": {"consent": true}, "fullName": "Mẫu"}', 422, 'invalid', 'phone'],
  ])('refuses %s', async (what, body, status, code, path) => {
    const answer = await send(body, what === 'no JSON at all' ? 'text/csv' : 'application/json');
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    if (path !== undefined) expect(answer.json.errors?.map((e: { path: string }) => e.path)).toContain(path);
  });

  test.each([
    ['phone', 912345678, 'wrong-type', 'Cần ghi'],
    ['phone', null, 'wrong-type', 'Cần ghi'],
    ['phone', ['0912345678'], 'wrong-type', 'Cần ghi'],
    ['phone', undefined, 'phone-required', 'điền số điện thoại'],
    ['fullName', 'A', 'name-too-short', 'đầy đủ họ và tên'],
    ['gender', 'x', 'not-an-option', 'female, male, other'],
  ])('says of %s %j what is wrong with it: %s', async (path, value, code, words) => {
    const { json } = await send(JSON.stringify({ ...good, [path]: value }));
    expect(json.errors).toMatchObject([{ path, code, message: expect.stringContaining(words) }]);
  });

  test('names some of thousands of fields that are unknown', async () => {
    const many = Object.fromEntries(Array.from({ length: 4_000 }, (_, i) => [`x${i}`, 1]));
    const answer = await send(JSON.stringify({ ...good, ...many, ['y'.repeat(5_000)]: 1 }));
    expect(answer.status).toBe(422);
    expect(answer.json.errors).toHaveLength(50);
    const one = await send(JSON.stringify({ ...good, ['y'.repeat(5_000)]: 1 }));
    expect(one.json.errors).toMatchObject([{ path: 'y'.repeat(200), code: 'unknown-field' }]);
  });

  test.each([
    ['en', 'Some entries'],
    ['fr, en;q=0.8', 'Some entries'],
    ['en;q=0.2, vi-VN;q=0.9', 'Có mục'],
    ['en;q=0, fr', 'Có mục'],
    ['*', 'Có mục'],
  ])('answers who reads %s in their language', async (liked, words) => {
    const answer = await visitor(world).api(
      'POST',
      `/events/${eventId}/registrations`,
      {},
      {
        'accept-language': liked,
      },
    );
    expect(answer.json.title).toContain(words);
  });

  test('refuses ten megabytes', async () => {
    const answer = await send(JSON.stringify({ ...good, position: 'x'.repeat(10 * 1024 * 1024) }));
    expect([answer.status, answer.json.code]).toEqual([413, 'too-large']);
  });

  test('has written nothing', async () => {
    const { items } = await world.db.query(registrationsTable, {
      where: 'pk = :pk',
      values: { ':pk': `${eventId}#0` },
    });
    expect(items).toEqual([]);
  });

  test('takes decomposed Vietnamese and keeps it composed', async () => {
    const answer = await send(JSON.stringify({ ...good, fullName: 'Nguyễn Thị Mẫu'.normalize('NFD') }));
    expect(answer.status).toBe(201);
    const { items } = await world.db.query(registrationsTable, {
      where: 'pk = :pk',
      values: { ':pk': `${eventId}#0` },
    });
    expect(items).toMatchObject([{ fullName: 'Nguyễn Thị Mẫu'.normalize('NFC') }]);
  });
});

/** JSON can write half of a character (`\ud800`), which no table can hold: it is left out, wherever it stands. */
describe('half a character', () => {
  let organizer: Visitor;
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });

  test('in what a person says of themselves', async () => {
    const path = `/events/${eventId}/registrations`;
    const person = { ...good, phone: '0912345679', position: 'Tổ trưởng\ud800' };
    const made = await organizer.api('POST', path, person);
    expect(made.status).toBe(201);
    const { items } = await world.db.query(registrationsTable, {
      where: 'pk = :pk',
      values: { ':pk': `${eventId}#0` },
    });
    expect(items.find((r) => 'phone' in r && r.phone === '0912345679')).toMatchObject({
      position: 'Tổ trưởng',
    });
    expect((await organizer.api('POST', path, { ...person, nonce: 'lần-thứ-hai\ud800' })).status).toBe(409);
  });

  test('in an event', async () => {
    const made = await organizer.api('POST', '/events', {
      ...training,
      title: 'Lớp \ud800mẫu',
      summary: 'Một\udfff',
    });
    expect([made.status, made.json.title, made.json.summary]).toEqual([201, 'Lớp mẫu', 'Một']);
  });

  test('in a row of a list, of which every other row is taken in as well', async () => {
    const rows = ['0912345681', '0912345682', '0912345683'].map((phone, i) => ({
      fullName: 'Nguyễn Thị Mẫu',
      phone,
      unitId: 'unt_dinhan',
      ...(i === 1 && { position: '\ud83dTrưởng ấp' }),
    }));
    const path = `/events/${eventId}/registrations/import`;
    const done = await organizer.api('POST', path, { rows, basis: 'paper' });
    expect(done.status).toBe(200);
    expect(done.json.items.filter((i: { registrationId?: string }) => i.registrationId)).toHaveLength(3);
  });
});
