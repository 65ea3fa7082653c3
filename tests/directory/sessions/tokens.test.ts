import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../../functions/directory/accounts/account';
import { listOpen } from '../../../functions/directory/sessions/list';
import { makeToken } from '../../../functions/directory/sessions/make-token';
import { apiTokens } from '../../../functions/directory/sessions/token';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { newToken } from '../../../functions/platform/keys/ids';
import { tokenHash } from '../../../functions/platform/keys/link-token';
import { DAY, HOUR } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { subjectOf, textOf } from '../../support/mail';
import { refusal } from '../../support/refusals';
import { fieldsOf } from '../../support/seen';
import { signIn, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Account;
let admin: Account;
beforeAll(async () => {
  const one = { name: 'Lê Thị Mẫu' };
  organizer = await addAccount(world, { ...one, email: 'tc@stp.example', role: 'organizer' });
  admin = await addAccount(world, { ...one, email: 'qt@stp.example', role: 'admin' });
});
const make = async (account: Account, more: { manages?: boolean; nonce?: string; name?: string } = {}) =>
  (await makeToken(world, account, { name: 'Thống kê', manages: false, nonce: newToken(), ...more })).secret;
const callWith = (secret: string, ...call: [string, string, unknown?]) => {
  const [method, path, body] = call;
  return visitor(world).api(method, path, body, { authorization: `Bearer ${secret}` });
};
const opens = async (secret: string) => (await callWith(secret, 'GET', '/account')).status === 200;

describe('a bearer token', () => {
  test('opens the API for 90 days, however often it is used', async () => {
    const secret = await make(organizer);
    for (let day = 0; day < 89; day += 11) {
      expect(await opens(secret)).toBe(true);
      world.clock.forward(11 * DAY);
    }
    expect(await opens(secret)).toBe(false);
  });

  test('of before tokens had an end opens nothing', async () => {
    const token = { pk: `token#${tokenHash('an-old-token')}`, accountId: organizer.id, opens: organizer.id };
    await world.db.put(apiTokens, { ...token, epoch: 0 } as never);
    expect(await opens('an-old-token')).toBe(false);
  });

  test('is listed with its last use, which is noted once an hour, and is revoked', async () => {
    const secret = await make(organizer, { name: 'Báo cáo' });
    const find = async () => (await listOpen(world, organizer)).tokens.find(({ name }) => name === 'Báo cáo');
    expect((await find())!.usedAt).toBeUndefined();
    await opens(secret);
    const used = (await find())!.usedAt;
    world.clock.forward(HOUR / 2);
    await opens(secret);
    expect((await find())!.usedAt).toBe(used);
    world.clock.forward(HOUR);
    await opens(secret);
    expect((await find())!.usedAt).not.toBe(used);
    const { json } = await callWith(secret, 'GET', '/account/sessions');
    const { id } = json.items.find((item: { name?: string }) => item.name === 'Báo cáo');
    expect((await callWith(secret, 'DELETE', `/account/sessions/${id}`)).status).toBe(204);
    expect([await opens(secret), await find()]).toEqual([false, undefined]);
  });

  test('of an account has at most nine beside it', async () => {
    const many = await addAccount(world, { name: 'A Bê', email: 'nhieu@stp.example', role: 'viewer' });
    for (let i = 0; i < 10; i++) await make(many);
    expect((await refusal(make(many))).code).toBe('tokens-enough');
  });

  test('is told to the person of the account by mail, once, without the secret', async () => {
    world.sent.length = 0;
    const secret = await make(organizer, { name: 'Đồng bộ' });
    expect(world.sent.map(({ to, raw }) => [to, subjectOf(raw)])).toEqual([
      [organizer.email, 'Tài khoản Nhịp Cầu có thêm mã truy cập API'],
    ]);
    const text = textOf(world.sent[0]!.raw);
    expect(text).toContain('“Đồng bộ”');
    expect(text).not.toContain(secret);
  });

  test('stands although its mail did not go, and the log says so', async () => {
    world.mailSays.next = 'refuse';
    const secret = await make(organizer);
    world.mailSays.next = undefined;
    expect(await opens(secret)).toBe(true);
    const failed = world.logs.filter(({ what }) => what === 'account-alert-not-sent');
    expect(failed).toMatchObject([{ level: 'error', account: organizer.id }]);
  });
});

describe('the form for a token', () => {
  test('shows it once; sent twice it is the same one', async () => {
    const staff = await signIn(world, { role: 'officer', unitId: 'unt_x', id: 'acc_form' }).catch(
      () => undefined,
    );
    const me = staff ?? (await signIn(world, { role: 'organizer', id: 'acc_form' }));
    const { page } = await me.get(routes.ownNewToken());
    const form = { ...fieldsOf(page), name: 'Thống kê' };
    const shown = (await me.post(routes.ownNewToken(), form)).page.querySelector('textarea')!.text.trim();
    const again = (await me.post(routes.ownNewToken(), form)).page.querySelector('textarea')!.text.trim();
    expect(shown).toMatch(/^[0-9a-z]{32}$/);
    expect(again).toBe(shown);
    const list = await me.get(routes.ownSessions());
    expect(list.html).not.toContain(shown);
    expect(list.html.split('Thống kê').length - 1).toBe(2); // its row, and the words of its button
    expect(await opens(shown)).toBe(true);
  });

  test('of who manages no accounts offers no right over them, and gives none', async () => {
    const me = await signIn(world, { role: 'organizer' });
    const { page } = await me.get(routes.ownNewToken());
    expect(fieldsOf(page)).not.toHaveProperty('manages');
    const forced = await me.post(routes.ownNewToken(), { ...fieldsOf(page), name: 'X Y', manages: 'on' });
    expect(forced.status).toBe(403);
  });
});

describe('a token of an admin', () => {
  const invite = { name: 'Thị Mẫu Mới', email: 'moi@stp.example', role: 'viewer' } as const;

  test('manages accounts only where it was made for it', async () => {
    const plain = await make(admin);
    const refused = await callWith(plain, 'POST', '/accounts', invite);
    expect([refused.status, refused.json.code]).toEqual([401, 'sign-in-again']);
    const managing = await make(admin, { manages: true });
    expect((await callWith(managing, 'POST', '/accounts', invite)).status).toBe(201);
  });

  test('makes no token', async () => {
    const plain = await make(admin);
    const answer = await visitor(world).post(
      routes.ownNewToken(),
      { name: 'Cửa sau', nonce: newToken() },
      { authorization: `Bearer ${plain}` },
    );
    expect(answer.status).toBe(307);
    expect((await listOpen(world, admin)).tokens.map(({ name }) => name)).not.toContain('Cửa sau');
  });
});
