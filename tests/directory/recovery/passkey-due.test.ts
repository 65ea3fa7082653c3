import { describe, expect, test } from 'vitest';
import { type Account, accountItems, type Role } from '../../../functions/directory/accounts/account';
import { getAccount } from '../../../functions/directory/accounts/find';
import { isPasskeyOverdue } from '../../../functions/directory/accounts/second-factor';
import { openSession } from '../../../functions/directory/sessions/session';
import { addApiToken } from '../../../functions/directory/sessions/token';
import { sessionCookie } from '../../../functions/directory/sign-in/authenticate';
import { newToken } from '../../../functions/platform/keys/ids';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import { routes } from '../../../web/routes';
import { visitor } from '../../support/visitor';
import { type TestWorld, useWorld } from '../../support/world';
import { byCode, person } from './scene';

const world = useWorld();
const browserOf = async (account: Account, on: TestWorld = world) => {
  const browser = visitor(on);
  browser.cookies.set(sessionCookie(on).name, await openSession(on, account));
  return browser;
};
/** Has signed in for the first time so many days ago. */
const since = async (days: number, role: Role = 'organizer', passkey = false) => {
  const { id } = await person(world, role, { passkey });
  const passkeyBy = iso(world.now() + (7 - days) * DAY);
  await world.db.update(accountItems, { pk: id }, { set: { passkeyBy } });
  return getAccount(world, id);
};

describe('seven days after an admin or organizer without a passkey first signed in', () => {
  test.each<[Role, boolean]>([
    ['admin', true],
    ['organizer', true],
    ['officer', false],
    ['viewer', false],
  ])('one is due of %s: %s', async (role, isDue) => {
    const account = await person(world, role, { passkey: false });
    await byCode(world, account);
    const first = await getAccount(world, account.id);
    world.clock.forward(DAY);
    await byCode(world, account);
    const now = await getAccount(world, account.id);
    expect(now.passkeyBy).toBe(first.passkeyBy);
    expect(isPasskeyOverdue({ ...world, now: () => world.now() + 6 * DAY - 1_000 }, now)).toBe(false);
    expect(isPasskeyOverdue({ ...world, now: () => world.now() + 6 * DAY }, now)).toBe(isDue);
  });

  test('the console shows nothing but the page that adds one, signing in again, and the own sessions', async () => {
    const me = await browserOf(await since(7));
    for (const path of [routes.console(), routes.consoleEvents(), routes.consoleRecoveries()])
      expect([path, (await me.get(path)).to]).toEqual([path, routes.consolePasskeys()]);
    for (const path of [routes.consolePasskeys(), routes.ownSessions(), routes.signInAgain()])
      expect([path, (await me.get(path)).status]).toEqual([path, 200]);
    const sent = await me.post(routes.consoleNewBody(), { name: 'Hội mẫu dài' });
    expect([sent.status, sent.text.includes('Hội mẫu dài')]).toEqual([403, true]);
    expect((await me.get(routes.consolePasskeys())).text).toContain('cần có khóa truy cập');
  });

  test('neither does the API to a session; a program with a token goes on', async () => {
    const account = await since(7);
    const me = await browserOf(account);
    const refused = await me.api('GET', '/account');
    expect([refused.status, refused.json.code]).toEqual([403, 'passkey-needed']);
    const token = newToken();
    await addApiToken(world, account.id, token);
    const program = await visitor(world).api('GET', '/account', undefined, {
      authorization: `Bearer ${token}`,
    });
    expect(program.status).toBe(200);
  });

  test('before, and with a passkey, the console is open; the first page says until when', async () => {
    const before = await (await browserOf(await since(6))).get(routes.console());
    const day = shortDate(world.now() + DAY);
    expect([before.status, before.text.includes(`thêm khóa trước ngày ${day}`)]).toEqual([200, true]);
    const done = await (await browserOf(await since(9, 'admin', true))).get(routes.console());
    expect([done.status, done.text.includes('trước ngày')]).toEqual([200, false]);
  });
});

describe('in the demo', () => {
  const demo = useWorld({ sampleData: true });
  test('nothing is asked for', async () => {
    const { id } = await person(demo, 'admin', { passkey: false });
    await demo.db.update(accountItems, { pk: id }, { set: { passkeyBy: iso(demo.now() - DAY) } });
    const page = await (await browserOf(await getAccount(demo, id), demo)).get(routes.console());
    expect(page.status).toBe(200);
  });
});
