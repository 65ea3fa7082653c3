import { beforeEach, describe, expect, test } from 'vitest';
import { type Account, accountsTable } from '../../../functions/directory/accounts/account';
import { getAccount } from '../../../functions/directory/accounts/find';
import { makeRecoveryCode, readRecoveryCode } from '../../../functions/directory/recovery/recovery-code';
import { signInByRecoveryCode } from '../../../functions/directory/recovery/use-code';
import { askForPasskey, enrolPasskey } from '../../../functions/directory/sign-in/enrol-passkey';
import { revokeOwnSessions } from '../../../functions/directory/staff/revoke-sessions';
import { MINUTE } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { madeByDevice } from '../../support/device';
import { subjectOf } from '../../support/mail';
import { fields, refusal } from '../../support/refusals';
import { signInCodeIn } from '../../support/sign-in-code';
import { signIn, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { fieldsTo } from '../../web/public/forms';
import { byCode, person } from './scene';

const world = useWorld();
let account: Account;
beforeEach(async () => {
  account = await person(world);
});
const typed = (code: string) => readRecoveryCode(code)!;
const WRONG = '0000000000000000';
const use = (half: string, code: string) => signInByRecoveryCode(world, { half, code, ip: '192.0.2.1' });
const halfOf = async () => (await byCode(world, account)).half!;

describe('the right mailed code', () => {
  test('opens nothing for an account with a passkey, and a session for one without', async () => {
    const { half, session } = await byCode(world, account);
    expect([typeof half, session]).toEqual(['string', undefined]);
    expect((await getAccount(world, account.id)).signedInAt).toBeUndefined();
    const without = await person(world, 'organizer', { passkey: false });
    expect(await byCode(world, without)).toMatchObject({ session: expect.any(String) });
  });

  test('gives the browser no cookie, and leads to the page for more; a wrong one tells nothing of it', async () => {
    const me = visitor(world);
    const asked = await me.send(routes.signIn(), { email: account.email });
    const form = fieldsTo(asked, routes.signInCode());
    const wrong = await me.post(routes.signInCode(), { ...form, code: '1111-1111' });
    expect(wrong.text).not.toContain('khóa truy cập');
    const right = await me.post(routes.signInCode(), { ...form, code: signInCodeIn(world.sent.at(-1)!.raw) });
    expect([right.status, right.headers.get('set-cookie')]).toEqual([200, null]);
    expect(right.text).toContain('Cần khóa truy cập');
    expect((await me.get(routes.console())).status).toBe(302);
    const code = await makeRecoveryCode(world, account);
    const inside = await me.send(routes.signInRecovery(), {
      ...fieldsTo(right, routes.signInRecovery()),
      code,
    });
    expect(inside.text).toContain('Đã đăng nhập bằng khôi phục.');
    expect(inside.text).toContain('Chưa có mã khôi phục còn hiệu lực.');
  });
});

describe('a recovery code', () => {
  test('is good once, and its use is told by mail', async () => {
    const code = await makeRecoveryCode(world, account);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await use(await halfOf(), typed(code.toLowerCase()))).toMatchObject({
      session: expect.any(String),
    });
    expect(subjectOf(world.sent.at(-1)!.raw)).toBe('Mã khôi phục tài khoản Nhịp Cầu đã được dùng');
    expect(await refusal(use(await halfOf(), typed(code)))).toEqual(fields('code', 'recovery-code-wrong'));
  });

  test('of two who use it at once lets one in', async () => {
    const code = typed(await makeRecoveryCode(world, account));
    const halves = [await halfOf(), await halfOf()];
    const done = await Promise.allSettled(halves.map((half) => use(half, code)));
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('replaces the one of before', async () => {
    const first = typed(await makeRecoveryCode(world, account));
    const second = typed(await makeRecoveryCode(world, account));
    const half = await halfOf();
    expect(await refusal(use(half, first))).toEqual(fields('code', 'recovery-code-wrong'));
    expect(await use(half, second)).toMatchObject({ session: expect.any(String) });
  });

  test('is tried five times for one mailed code, however many come at once', async () => {
    const code = typed(await makeRecoveryCode(world, account));
    const half = await halfOf();
    const refused = await Promise.all(Array.from({ length: 8 }, () => refusal(use(half, WRONG))));
    expect(refused.filter(({ fields: [f] }) => f!.code === 'recovery-code-wrong')).toHaveLength(5);
    expect(await refusal(use(half, code))).toEqual(fields('code', 'recovery-over'));
  });

  test('of another account opens nothing, and without a mailed code neither', async () => {
    const other = typed(await makeRecoveryCode(world, await person(world, 'admin')));
    expect(await refusal(use(await halfOf(), other))).toEqual(fields('code', 'recovery-code-wrong'));
    const own = typed(await makeRecoveryCode(world, account));
    for (const half of ['', 'x', '0'.repeat(32)])
      expect(await refusal(use(half, own))).toEqual(fields('code', 'recovery-over'));
  });

  test('comes too late after a quarter of an hour, and after all sessions were ended', async () => {
    const code = typed(await makeRecoveryCode(world, account));
    const late = await halfOf();
    world.clock.forward(15 * MINUTE);
    expect(await refusal(use(late, code))).toEqual(fields('code', 'recovery-over'));
    const ended = await halfOf();
    await revokeOwnSessions(world, account);
    expect(await refusal(use(ended, code))).toEqual(fields('code', 'recovery-over'));
  });

  test('is kept as a keyed hash, and shown with the first passkey alone', async () => {
    const code = await makeRecoveryCode(world, account);
    const kept = await world.db.get(accountsTable, { pk: `recovery#${account.id}` });
    expect(JSON.stringify(kept)).not.toContain(typed(code));
    const me = await signIn(world, { role: 'organizer', id: 'acc_dau' });
    const add = async (name: string) => {
      const owner = await getAccount(world, 'acc_dau');
      const { challenge } = await askForPasskey(world, owner);
      const credential = JSON.stringify(madeByDevice(world, challenge, name));
      return me.post(routes.consolePasskeys(), { name, credential });
    };
    const first = await add('Máy một');
    expect([first.status, first.text.includes('Đã thêm khóa.')]).toEqual([200, true]);
    expect(first.page.querySelector('.code')!.text).toMatch(/^[0-9A-Z-]{19}$/);
    expect((await add('Máy hai')).status).toBe(303);
    await expect(enrolPasskey({ ...world, authenticatedAt: 0 }, account, {} as never)).rejects.toBeDefined();
  });
});
