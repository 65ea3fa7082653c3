import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../functions/directory/accounts/account';
import { getAccount } from '../../../functions/directory/accounts/find';
import { makeToken } from '../../../functions/directory/sessions/make-token';
import { openSession } from '../../../functions/directory/sessions/session';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { sessionCookie } from '../../../functions/directory/sign-in/authenticate';
import {
  askForPasskey,
  enrolPasskey,
  removePasskey,
} from '../../../functions/directory/sign-in/enrol-passkey';
import { inviteAccount, inviteAgain } from '../../../functions/directory/staff/invite';
import { revokeSessions } from '../../../functions/directory/staff/revoke-sessions';
import { reactivateAccount, suspendAccount } from '../../../functions/directory/staff/state';
import { updateAccount } from '../../../functions/directory/staff/update';
import { newToken } from '../../../functions/platform/keys/ids';
import { MINUTE } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { routes } from '../../../web/routes';
import { madeByDevice } from '../../support/device';
import { subjectOf, textOf } from '../../support/mail';
import { refusal } from '../../support/refusals';
import { fieldsOf } from '../../support/seen';
import { signInCodeIn } from '../../support/sign-in-code';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { fieldsTo } from '../../web/public/forms';

const world = useWorld();
let n = 0;
let admin: Account;
let colleague: Account;
let me: Visitor;
const person = (role: 'admin' | 'organizer') =>
  addAccount(world, { email: `lai-${++n}@stp.example`, name: 'Lê Thị Mẫu', role });
beforeEach(async () => {
  admin = await person('admin');
  colleague = await person('organizer');
  me = visitor(world);
  me.cookies.set(sessionCookie(world).name, await openSession(world, admin));
});

describe('ten minutes after signing in', () => {
  const told = { version: 1, reason: 'Thử' };
  const acts: [string, (at: World) => Promise<unknown>][] = [
    ['asking for a passkey', (at) => askForPasskey(at, admin)],
    ['adding a passkey', (at) => enrolPasskey(at, admin, { response: {} as never, name: 'Máy' })],
    ['taking a passkey away', (at) => removePasskey(at, admin, 'abc')],
    ['making a token', (at) => makeToken(at, admin, { name: 'X', manages: false, nonce: newToken() })],
    ['inviting', (at) => inviteAccount(at, admin, { name: 'A B', email: 'ab@stp.example', role: 'viewer' })],
    ['inviting again', (at) => inviteAgain(at, admin, colleague.id, 1)],
    [
      'changing an account or its address',
      (at) => updateAccount(at, admin, colleague.id, { ...colleague, email: 'khac@stp.example', version: 1 }),
    ],
    ['suspending', (at) => suspendAccount(at, admin, colleague.id, told)],
    ['reopening', (at) => reactivateAccount(at, admin, colleague.id, told)],
    ['ending the sessions of a colleague', (at) => revokeSessions(at, admin, colleague.id, 1)],
  ];
  test.each(acts)('%s is refused until one signs in again', async (_, act) => {
    const at = (ago: number) => ({ ...world, authenticatedAt: world.now() - ago });
    expect((await refusal(act(at(10 * MINUTE)))).code).toBe('sign-in-again');
    expect((await refusal(act({ ...world, authenticatedAt: undefined }))).code).toBe('sign-in-again');
    const before = await act(at(10 * MINUTE - 1_000)).then(
      () => 'done',
      (e: { code: string }) => e.code,
    );
    expect(before).not.toBe('sign-in-again');
  });

  test('the pages and the API ask for it; what is only looked at stays open', async () => {
    const answers = async () => {
      const { status: form } = await me.get(routes.consoleNewAccount());
      const { status: token } = await me.get(routes.ownNewToken());
      const { status: list } = await me.get(routes.consoleAccounts());
      const { status: account } = await me.get(routes.consoleAccount(colleague.id));
      const { status: ask } = await me.post(routes.consolePasskeyAsk());
      const { status: api } = await me.api('POST', `/accounts/${colleague.id}/revoke-sessions`, {
        version: 9,
      });
      return { form, token, list, account, ask, api };
    };
    expect(await answers()).toEqual({ form: 200, token: 200, list: 200, account: 200, ask: 200, api: 412 });
    world.clock.forward(10 * MINUTE);
    expect(await answers()).toEqual({ form: 302, token: 302, list: 200, account: 200, ask: 401, api: 401 });
    const { html } = await me.get(routes.consolePasskeys());
    expect(html).toContain('Đăng nhập lại để thêm khóa');
    expect(html).not.toContain('data-passkey="create"');
  });

  test('signing in again by a code leads back, with a new session, to the form as it was filled in', async () => {
    const path = routes.consoleAccount(colleague.id);
    const filled = { ...fieldsOf((await me.get(path)).page), name: 'Lê Thị Đổi' };
    const old = me.cookies.lineFor('/');
    world.clock.forward(10 * MINUTE);
    const sent = await me.post(path, filled);
    expect(sent.status).toBe(307);
    const door = await me.post(sent.to, filled);
    expect([door.status, door.text.includes(admin.email)]).toEqual([401, true]);
    const asked = await me.send(routes.signIn(), fieldsTo(door, routes.signIn()));
    const code = signInCodeIn(world.sent.at(-1)!.raw);
    const inside = await me.send(routes.signInCode(), { ...fieldsTo(asked, routes.signInCode()), code });
    expect(me.cookies.lineFor('/')).not.toBe(old);
    const back = await me.post(path, fieldsTo(inside, path));
    expect(fieldsOf(back.page).name).toBe('Lê Thị Đổi');
    expect((await getAccount(world, colleague.id)).name).toBe('Lê Thị Mẫu');
    const done = await me.post(path, fieldsTo(back, path));
    expect([done.status, (await getAccount(world, colleague.id)).name]).toEqual([303, 'Lê Thị Đổi']);
    expect((await visitor(world).get(routes.console(), { cookie: old })).status).toBe(302);
  });

  test('the page to sign in again is for who is signed in', async () => {
    expect((await visitor(world).get(routes.signInAgain())).to).toContain(`${routes.signIn()}?`);
    const { text } = await me.get(`${routes.signInAgain()}?ve=//elsewhere.example`);
    expect(text).toContain(admin.name);
  });
});

test('a new passkey is told to the person of the account by mail', async () => {
  const { challenge } = await askForPasskey(world, admin);
  world.sent.length = 0;
  await enrolPasskey(world, admin, {
    response: madeByDevice(world, challenge, 'told'),
    name: 'Máy ở cơ quan',
  });
  expect(world.sent.map(({ to, raw }) => [to, subjectOf(raw)])).toEqual([
    [admin.email, 'Tài khoản Nhịp Cầu có thêm khóa truy cập'],
  ]);
  expect(textOf(world.sent[0]!.raw)).toContain('“Máy ở cơ quan”');
});
