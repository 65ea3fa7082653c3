import { beforeEach, describe, expect, test } from 'vitest';
import type { Account, Role } from '../../../functions/directory/accounts/account';
import { getAccount } from '../../../functions/directory/accounts/find';
import { endOne, endOthers } from '../../../functions/directory/sessions/end';
import { listOpen } from '../../../functions/directory/sessions/list';
import { openSession, readSession } from '../../../functions/directory/sessions/session';
import { addApiToken } from '../../../functions/directory/sessions/token';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { sessionCookie } from '../../../functions/directory/sign-in/authenticate';
import { revokeSessions } from '../../../functions/directory/staff/revoke-sessions';
import { addUnit } from '../../../functions/directory/units/add';
import { DAY, HOUR } from '../../../functions/platform/time/dates';
import { as } from '../../../functions/platform/world/world';
import { routes } from '../../../web/routes';
import { refusal } from '../../support/refusals';
import { signInCodeIn } from '../../support/sign-in-code';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let n = 0;
let account: Account;
const person = async (role: Role = 'organizer'): Promise<Account> => {
  const unit =
    role === 'officer' ? { unitId: (await addUnit(world, { name: `Tỉnh ${n}`, kind: 'province' })).id } : {};
  return addAccount(world, { email: `phien-${++n}@stp.example`, name: 'Lê Thị Mẫu', role, ...unit });
};
beforeEach(async () => {
  account = await person();
});
const ORIGIN = { origin: world.settings.publicOrigin };
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36';
const isIn = async (secret: string) => (await readSession(world, secret)) !== undefined;
const browserWith = (secret: string) => {
  const browser = visitor(world);
  browser.cookies.set(sessionCookie(world).name, secret);
  return browser;
};
const now = () => getAccount(world, account.id);

describe('a session that is used every eleven hours', () => {
  test.each<[Role, number]>([
    ['admin', 1],
    ['organizer', 1],
    ['officer', 7],
    ['viewer', 7],
  ])('of %s ends %i days after signing in', async (role, days) => {
    const secret = await openSession(world, await person(role));
    const began = world.now();
    let lasted = 0;
    while (await isIn(secret)) {
      lasted = world.now() - began;
      world.clock.forward(11 * HOUR);
      expect(lasted).toBeLessThan(30 * DAY);
    }
    expect(lasted).toBeLessThan(days * DAY);
    expect(lasted).toBeGreaterThan(days * DAY - 12 * HOUR);
  });

  test('ends to the second, although its end was moved shortly before', async () => {
    const secret = await openSession(world, account);
    world.clock.forward(11 * HOUR);
    expect(await isIn(secret)).toBe(true);
    world.clock.forward(11 * HOUR);
    expect(await isIn(secret)).toBe(true);
    world.clock.forward(2 * HOUR - 1_000);
    expect(await isIn(secret)).toBe(true);
    world.clock.forward(1_000);
    expect(await isIn(secret)).toBe(false);
  });
});

describe('signing in anew on the same browser', () => {
  test('renews the session, and ends the one of before', async () => {
    const browser = visitor(world);
    const signIn = async () => {
      const { to } = await browser.post(routes.signIn(), { email: account.email });
      const lan = new URL(to, 'https://x').searchParams.get('lan')!;
      const code = signInCodeIn(world.sent.at(-1)!.raw);
      expect((await browser.post(routes.signInCode(), { lan, code })).status).toBe(303);
      return browser.cookies.lineFor('/').split('=')[1]!;
    };
    const first = await signIn();
    const elsewhere = await openSession(world, account);
    const second = await signIn();
    expect(second).not.toBe(first);
    expect([await isIn(first), await isIn(second), await isIn(elsewhere)]).toEqual([false, true, true]);
  });
});

describe('the list of what opens an account', () => {
  test('says device, network and times, and holds no whole address and no secret', async () => {
    const secret = await openSession(world, account, { how: 'passkey', ip: '113.161.7.9', agent: CHROME });
    await addApiToken(world, account.id, 'thong-ke-token-of-a-program', { name: 'Thống kê' });
    const page = await browserWith(secret).get(routes.ownSessions());
    for (const said of [
      'Chrome, Windows',
      '(máy này)',
      '113.161.7.x',
      'khóa truy cập',
      'Thống kê',
      'Chưa dùng',
    ])
      expect(page.text).toContain(said);
    expect(page.html).not.toMatch(/113\.161\.7\.9|thong-ke-token/);
    expect(page.html).not.toContain(secret);
  });

  test('is of this account alone, without what has ended', async () => {
    const other = await person();
    await openSession(world, other);
    const over = await openSession(world, account);
    world.clock.forward(13 * HOUR);
    await openSession(world, account);
    expect(await isIn(over)).toBe(false);
    const { sessions, tokens } = await listOpen(world, await now());
    expect([sessions.length, tokens.length]).toEqual([1, 0]);
  });
});

describe('one session', () => {
  const idOf = async (secret: string) => (await readSession(world, secret))!.session.id;

  test('is ended from another one by a button; the others stay', async () => {
    const [here, lost] = [await openSession(world, account), await openSession(world, account)];
    const answer = await browserWith(here).send(routes.ownSessionEnd(), { id: await idOf(lost) });
    expect(answer.text).toContain('Đã kết thúc phiên đăng nhập đó.');
    expect([await isIn(here), await isIn(lost)]).toEqual([true, false]);
    await browserWith(here).post(routes.ownSessionEnd(), { id: await idOf(here) });
    expect(await isIn(here)).toBe(false);
  });

  test('of another account is not ended, and looks like one that does not exist', async () => {
    const theirs = await openSession(world, await person('admin'));
    expect((await refusal(endOne(world, account, await idOf(theirs)))).code).toBe('session-missing');
    const here = browserWith(await openSession(world, account));
    expect(
      (await here.api('DELETE', `/account/sessions/${await idOf(theirs)}`, undefined, ORIGIN)).status,
    ).toBe(404);
    expect(await isIn(theirs)).toBe(true);
  });
});

describe('all other sessions', () => {
  test('end with all tokens, also one that is opened at the same moment; this one stays', async () => {
    const before = await now();
    const here = await openSession(world, before);
    const there = await openSession(world, before);
    await addApiToken(world, account.id, 'token-that-goes-too-000000');
    const answer = await browserWith(here).send(routes.ownSessionsEndOthers(), {});
    expect(answer.text).toContain('Đã kết thúc mọi phiên khác và thu hồi mọi mã truy cập.');
    const late = await openSession(world, before);
    expect([await isIn(here), await isIn(there), await isIn(late)]).toEqual([true, false, false]);
    expect(await listOpen(world, await now())).toMatchObject({ sessions: [{}], tokens: [] });
  });

  test('are ended once where the account changed meanwhile', async () => {
    const here = (await readSession(world, await openSession(world, await now())))!;
    await endOthers(world, here.account, here.session);
    expect((await refusal(endOthers(world, here.account, here.session))).code).toBe('account-changed');
  });
});

test('an admin ends those of an account, whose list is empty then', async () => {
  const admin = await person('admin');
  await openSession(world, account);
  await addApiToken(world, account.id, 'token-of-a-colleague-000000');
  await revokeSessions(as(world, admin.id), admin, account.id, 1);
  expect(await listOpen(world, await now())).toEqual({ sessions: [], tokens: [] });
});
