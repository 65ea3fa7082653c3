import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgotCode } from '../../../functions/events/registrations/change/forgot-code';
import { findByCode, getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { Problem } from '../../../functions/platform/problem/problem';
import { DAY } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addWholeProvince } from '../../support/places';
import { visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { fieldsTo } from '../../web/public/forms';

const world = useWorld({ rateLimits: true });
let mine: Registration;
let days = 0;
beforeAll(async () => {
  await addWholeProvince(world, 2);
  const event = await addEvent(world, 60);
  mine = await comes(world, event.id, {
    fullName: 'Danh Thị Ẩn',
    phone: '0912345678',
    unitId: 'unt_goquao_1',
  });
});
beforeEach(() => {
  // Each test has windows of its own.
  world.clock.at = MONDAY + ++days * DAY;
});

/** The world as a request of this network has it. */
const from = (network: string): World => ({ ...world, network });
const codeOf = async (act: Promise<unknown>) =>
  act.then(
    () => 'found',
    (error: unknown) => (error instanceof Problem ? (error.fields[0]?.code ?? error.code) : String(error)),
  );
const look = (network: string, code: string, fullName?: string) =>
  codeOf(findByCode(from(network), { code, phone: mine.phone, fullName }));
/** Wrong codes from so many networks, twenty from each: as many as one may try. */
const guess = async (networks: number) => {
  for (let n = 0; n < networks; n++)
    await Promise.all(Array.from({ length: 20 }, (_, i) => look(`elsewhere-${n}`, String(100_000_000 + i))));
};

describe('Wrong codes', () => {
  test('lock out the network that sent them, and no other', async () => {
    await guess(1);
    expect(await look('elsewhere-0', mine.code)).toBe('too-many');
    expect(await look('home', mine.code)).toBe('found');
  });

  test('from everywhere lock out nobody: the name is asked as well, and is enough however it is written', async () => {
    await guess(5);
    for (let i = 0; i < 25; i++) expect(await look('home', mine.code)).toBe('name-needed');
    expect(await look('home', mine.code, 'Bà DANH THI AN')).toBe('found');
    expect(await look('home', mine.code, 'Trần Văn Khác')).toBe('code-unknown');
    expect(await look('home', '100000000', 'Danh Thị Ẩn')).toBe('code-unknown');
    world.clock.forward(DAY);
    expect(await look('home', mine.code)).toBe('found');
  });

  test('beyond a hundred leave one line for the security log, without the phone', async () => {
    world.logs.length = 0;
    await guess(7);
    const lines = world.logs.filter(({ what }) => what === 'security-wrong-code');
    expect(lines).toEqual([{ what: 'security-wrong-code', how: 'registration', network: 'elsewhere-4' }]);
  });

  test('ask for the name on the page, which keeps what was typed, and in the API', async () => {
    await guess(5);
    const me = visitor(world);
    const typed = { code: mine.code, phone: mine.phone };
    expect((await me.get(routes.review())).html).not.toContain('name="fullName"');
    const asked = await me.post(routes.review(), typed);
    expect([asked.status, asked.text.includes('Vui lòng điền thêm họ tên')]).toEqual([422, true]);
    const fields = fieldsTo(asked, routes.review());
    expect(fields).toMatchObject({ ...typed, fullName: '' });
    const seen = await me.send(routes.review(), { ...fields, fullName: 'Danh Thị Ẩn' });
    expect([seen.status, seen.text.includes('Danh Thị Ẩn')]).toEqual([200, true]);
    const api = (body: object) => visitor(world).api('POST', '/registrations/lookup', body);
    expect((await api(typed)).json.errors).toMatchObject([{ path: 'fullName', code: 'name-needed' }]);
    expect((await api({ ...typed, fullName: 'Danh Thị Ẩn' })).status).toBe(200);
    const change = { ...typed, online: false };
    const way = (body: object) => visitor(world).api('PUT', `/registrations/${mine.id}/attendance`, body);
    expect((await way(change)).status).toBe(422);
    expect((await way({ ...change, fullName: mine.fullName })).status).toBe(200);
  });

  test('cancel nothing without the name where it is asked for', async () => {
    await guess(5);
    const cancel = (more: object) =>
      visitor(world).api('POST', `/registrations/${mine.id}/cancellation`, {
        code: mine.code,
        phone: mine.phone,
        ...more,
      });
    expect((await cancel({})).status).toBe(422);
    expect((await cancel({ fullName: 'Trần Văn Khác' })).status).toBe(404);
    expect((await getRegistration(world, mine.id)).status).toBe('confirmed');
    expect((await cancel({ fullName: mine.fullName })).status).toBe(200);
  });
});

describe('Asking for a lost code', () => {
  const ask = (network: string, phone = mine.phone, fullName = 'Danh Thị Ẩn') =>
    codeOf(forgotCode(from(network), { fullName, phone }));

  test('too often from one network stops that network alone', async () => {
    for (let i = 0; i < 5; i++) expect(await ask('elsewhere', mine.phone, 'Trần Văn Khác')).toBe('found');
    expect(await ask('elsewhere')).toBe('too-many');
    expect(await ask('home')).toBe('found');
  });

  test('counts the right ones like the wrong ones: the limit tells nobody who is registered', async () => {
    for (let i = 0; i < 5; i++) await ask('here');
    for (let i = 0; i < 5; i++) await ask('here', '0987000111');
    expect([await ask('here'), await ask('here', '0987000111')]).toEqual(['too-many', 'too-many']);
  });

  test('is limited for all phones of one network', async () => {
    for (let i = 0; i < 60; i++) expect(await ask('machine', `0987${200_000 + i}`)).toBe('found');
    expect(await ask('machine', '0987300000')).toBe('too-many');
    expect(await ask('village', '0987300000')).toBe('found');
  });
});
