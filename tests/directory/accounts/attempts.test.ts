import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countAttempt, uncount } from '../../../functions/directory/accounts/attempts';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { finishSignIn, startSignIn } from '../../../functions/directory/sign-in/sign-in';
import { readSignInCode } from '../../../functions/directory/sign-in/sign-in-code';
import { findByCode } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { Problem } from '../../../functions/platform/problem/problem';
import { HOUR, MINUTE } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import { mailedCode } from '../../support/sign-in-code';
import { visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';
import { registered } from '../../web/public/forms';

const world = useWorld({ rateLimits: true });
let mine: Registration;
beforeAll(async () => {
  await addWholeProvince(world, 2);
  const event = await addEvent(world, 10);
  mine = await registered(world, event.id, 'Danh Thị Ẩn', '0912345678');
  await addAccount(world, { email: 'anh@stp.example', name: 'Nguyễn Mẫu Ánh', role: 'organizer' });
});
let hours = 0;
beforeEach(() => {
  // Each test has windows of its own.
  world.clock.at = MONDAY + ++hours * 2 * HOUR;
});

const look = (code: string) => findByCode(world, { code, phone: mine.phone });
const wrongTimes = (n: number) =>
  Promise.allSettled(Array.from({ length: n }, (_, i) => look(String(100_000_000 + i))));
const codesOf = (answers: PromiseSettledResult<unknown>[]) =>
  answers.map((a) => (a.status === 'rejected' && a.reason instanceof Problem ? a.reason.code : a.status));
const howMany = (answers: PromiseSettledResult<unknown>[], code: string) =>
  codesOf(answers).filter((c) => c === code).length;

describe('Looking up a registration by code and phone', () => {
  test('is never locked while the code is right', async () => {
    for (let i = 0; i < 25; i++) expect((await look(mine.code)).registration.id).toBe(mine.id);
    expect(howMany(await wrongTimes(21), 'too-many')).toBe(1);
  });

  test('is locked for one network after twenty wrong codes, sent one by one or at once, for the right code too', async () => {
    const answers = await wrongTimes(30);
    expect([howMany(answers, 'code-unknown'), howMany(answers, 'too-many')]).toEqual([20, 10]);
    await expect(look(mine.code)).rejects.toMatchObject({ code: 'too-many' });
    world.clock.forward(HOUR);
    expect((await look(mine.code)).registration.id).toBe(mine.id);
  });

  test('says on the page and in the API until when it is locked', async () => {
    world.clock.forward(12.5 * MINUTE);
    const fields = { code: mine.code, phone: mine.phone };
    const wrong = { ...fields, code: '100000000' };
    for (let i = 0; i < 20; i++) await visitor(world).api('POST', '/registrations/lookup', wrong);
    const page = await visitor(world).post(routes.review(), fields);
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, String(47 * 60 + 30)]);
    expect(page.text).toMatch(/Vui lòng thử lại từ \d+:00\./);
    const english = await visitor(world).post(`/en${routes.review()}`, fields);
    expect(english.text).toMatch(/Try again from \d+:00 \(Vietnam time\)\./);
    const api = await visitor(world).api('POST', '/registrations/lookup', fields);
    expect([api.status, api.headers.get('retry-after')]).toEqual([429, String(47 * 60 + 30)]);
    expect(api.json.title).toMatch(/Vui lòng thử lại từ \d+:00\./);
    world.clock.forward(47.5 * MINUTE);
    expect((await visitor(world).post(routes.review(), fields)).status).toBe(303);
  });

  test('to change between hall and online is not locked by those who give the right code', async () => {
    const change = (code: string) =>
      visitor(world).api('PUT', `/registrations/${mine.id}/attendance`, {
        code,
        phone: mine.phone,
        online: false,
      });
    for (let i = 0; i < 25; i++) expect((await change(mine.code)).status).toBe(200);
    for (let i = 0; i < 20; i++) expect((await change('100000000')).status).toBe(404);
    expect((await change('100000000')).status).toBe(429);
  });

  test('to cancel is not locked by those who give the right code', async () => {
    const cancel = (code: string) =>
      visitor(world).api('POST', `/registrations/${mine.id}/cancellation`, { code, phone: mine.phone });
    for (let i = 0; i < 19; i++) expect((await cancel('100000000')).status).not.toBe(200);
    expect((await cancel(mine.code)).status).toBe(200);
    expect((await cancel('100000000')).status).not.toBe(429);
    expect((await cancel('100000000')).status).toBe(429);
  });
});

describe('Signing in', () => {
  const ip = '192.0.2.5';
  const email = 'anh@stp.example';
  const signIn = async () => {
    const { asked, code } = await mailedCode(world, () => startSignIn(world, { email, ip }));
    return finishSignIn(world, { challenge: asked, code: readSignInCode(code)!, ip });
  };

  test('is never locked while the codes are right', async () => {
    for (let i = 0; i < 8; i++) expect((await signIn()).account.email).toBe(email);
    for (let i = 0; i < 5; i++) await startSignIn(world, { email, ip });
    await expect(signIn()).rejects.toMatchObject({ code: 'too-many' });
  });

  test('says until when it is locked', async () => {
    for (let i = 0; i < 5; i++) await startSignIn(world, { email, ip: 'unknown' });
    world.clock.forward(4 * MINUTE);
    const page = await visitor(world).post(routes.signIn(), { email });
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, String(11 * 60)]);
    expect(page.text).toMatch(/Vui lòng thử lại từ \d+:15\./);
  });
});

describe('An attempt that was right', () => {
  const RULE = { most: 2, within: HOUR };
  const count = () => countAttempt(world, 'x', 'y', RULE);

  test('is taken back from the window that it was counted in, and from no other', async () => {
    const before = await count();
    world.clock.forward(HOUR);
    await count();
    await uncount(world, [before, undefined]);
    await count();
    await expect(count()).rejects.toMatchObject({ kind: 'too-many' });
  });

  test('never makes room for more than are allowed', async () => {
    const one = await count();
    await uncount(world, [one]);
    await uncount(world, [one]);
    await count();
    await count();
    await expect(count()).rejects.toMatchObject({ kind: 'too-many' });
  });
});
