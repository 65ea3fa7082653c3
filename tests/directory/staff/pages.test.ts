import { beforeAll, describe, expect, test } from 'vitest';
import { onAuditStream } from '../../../functions/background/streams/audit';
import { type Account, accountItems, type Role } from '../../../functions/directory/accounts/account';
import { getAccount } from '../../../functions/directory/accounts/find';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { listAccounts } from '../../../functions/directory/staff/list';
import { addUnit } from '../../../functions/directory/units/add';
import { historyOf } from '../../../functions/platform/audit/history';
import { routes } from '../../../web/routes';
import { fieldsOf, type Seen } from '../../support/seen';
import { streamRecord } from '../../support/stored';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let admin: Visitor;
let n = 0;
const colleague = (role: Role = 'viewer'): Promise<Account> =>
  addAccount(world, { email: `dn-${++n}@stp.example`, name: 'Thị Mẫu Đồng', role });
beforeAll(async () => {
  await addUnit(world, { name: 'Kiên Giang', kind: 'province' }, { id: 'unt_kg' });
  admin = await signIn(world, { role: 'admin', id: 'acc_qt' });
});
/** Sends the form of a page as it stands, with what was typed. */
const sent = async (path: string, typed: Record<string, string>): Promise<Seen> => {
  const { page } = await admin.get(path);
  return admin.post(path, { ...fieldsOf(page), ...typed });
};
const linkIn = ({ page }: Seen, href: string) => page.querySelector(`a[href="${href}"]`);

describe('the list of accounts', () => {
  test('shows name, address, role, state and last sign-in, and is a tab of the settings', async () => {
    const { id, email } = await colleague('organizer');
    const seen = await admin.get(routes.consoleAccounts());
    expect(linkIn(seen, routes.consoleAccount(id))?.text).toBe('Thị Mẫu Đồng');
    for (const said of [email, 'Người tổ chức', 'Đang hoạt động', 'Chưa rõ'])
      expect(seen.text).toContain(said);
    expect(linkIn(await admin.get(routes.consoleUnits()), routes.consoleAccounts())).not.toBeNull();
  });

  test('is searched by role and name; where nothing is found it says so', async () => {
    const path = routes.consoleAccounts();
    expect((await admin.get(`${path}?tim=quan+tri+vien`)).text).toContain('Quản trị viên');
    const none = await admin.get(`${path}?tim=%3Cscript%3Ealert(1)%3C/script%3E`);
    expect(none.text).toContain('Không có tài khoản nào khớp');
    expect(none.html).not.toContain('<script>alert');
  });
});

describe('who is no admin', () => {
  test.each<Role>(['organizer', 'officer', 'viewer'])(
    '%s gets 403 everywhere and sees no link',
    async (role) => {
      const { id } = await colleague();
      const who = await signIn(world, { role, unitId: 'unt_kg' });
      const home = await who.get(routes.consolePasskeys());
      expect(linkIn(home, routes.consoleAccounts())).toBeNull();
      const paths = [
        routes.consoleAccounts(),
        routes.consoleNewAccount(),
        routes.consoleAccount(id),
        routes.consoleAccountSuspend(id),
        routes.consoleAccountReopen(id),
      ];
      for (const path of paths) expect((await who.get(path)).status, path).toBe(403);
      const posts = [...paths.slice(1), routes.consoleAccountSignOut(id), routes.consoleAccountMail(id)];
      for (const path of posts) {
        const form = { version: '1', reason: 'x', name: 'Ai Đó', email: 'ai@stp.example', role: 'admin' };
        expect((await who.post(path, form)).status, path).toBe(403);
      }
      const calls: [string, string, unknown?][] = [
        ['GET', '/accounts'],
        ['POST', '/accounts', { name: 'Ai Đó', email: 'ai@stp.example', role: 'admin' }],
        ['PUT', `/accounts/${id}`, { name: 'Ai Đó', email: 'ai@stp.example', role: 'admin', version: 1 }],
        ['POST', `/accounts/${id}/suspend`, { reason: 'x', version: 1 }],
        ['POST', `/accounts/${id}/reactivate`, { reason: 'x', version: 1 }],
        ['POST', `/accounts/${id}/revoke-sessions`, { version: 1 }],
      ];
      for (const call of calls) expect((await who.api(...call)).status, call.join(' ')).toBe(403);
      expect(await getAccount(world, id)).toMatchObject({ role: 'viewer', active: true, version: 1 });
    },
  );
});

describe('the form of an invitation', () => {
  const path = routes.consoleNewAccount();
  const typed = () => ({ name: 'Thị Mẫu Mới', email: `form-${++n}@stp.example`, role: 'viewer' });

  test('makes the account and leads to its page, which says that the mail went', async () => {
    const answer = await sent(path, typed());
    expect(answer.status).toBe(303);
    const page = await admin.get(answer.to);
    expect(page.text).toContain('Đã lập tài khoản.');
    expect(page.text).toContain('Chưa đăng nhập');
    expect(page.text).toMatch(/Đã gửi .*2026/);
  });

  test('that names an address twice is refused with a link to that account', async () => {
    const there = await colleague();
    const answer = await sent(path, { ...typed(), email: there.email.toUpperCase() });
    expect(answer.status).toBe(422);
    expect(linkIn(answer, routes.consoleAccount(there.id))?.text).toBe(there.name);
    expect(fieldsOf(answer.page).name).toBe('Thị Mẫu Mới');
  });

  test('that is sent twice acts once', async () => {
    const { page } = await admin.get(path);
    const form = { ...fieldsOf(page), ...typed() };
    const answers = [await admin.post(path, form), await admin.post(path, form)];
    expect(answers.map(({ to }) => to)).toEqual([answers[0]!.to, answers[0]!.to]);
  });

  test.each([
    ['no role', { role: '' }, 'Vui lòng chọn vai trò'],
    ['an invented role', { role: 'root' }, 'Vui lòng chọn vai trò'],
    ['a link for a name', { name: 'Xem www.qua.vn/a?b' }, 'chỉ gồm chữ cái'],
    ['a header in the address', { email: 'a@b.vn\r\nBcc: x@y.vn' }, 'Email chưa đúng'],
    ['a unit that does not exist', { role: 'officer', unitId: 'unt_khongco' }, 'Không có đơn vị'],
    ['a unit that is no id', { role: 'officer', unitId: '"><script>' }, 'Mã không đúng dạng'],
  ])('with %s is shown again', async (_, wrong, words) => {
    const before = (await listAccounts(world)).length;
    const answer = await sent(path, { ...typed(), ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.html).not.toContain('"><script>');
    expect(await listAccounts(world)).toHaveLength(before);
  });
});

describe('the page of an account', () => {
  test('is missing where there is no account, also for other items of the table', async () => {
    const { email } = await getAccount(world, 'acc_qt');
    for (const id of ['acc_khongco', `email#${email}`, 'acc_<b>'])
      expect((await admin.get(routes.consoleAccount(encodeURIComponent(id)))).status, id).toBe(404);
  });

  test('changes name and role; an older page is refused and shown again with what was typed', async () => {
    const { id } = await colleague();
    const path = routes.consoleAccount(id);
    const { page } = await admin.get(path);
    const form = { ...fieldsOf(page), name: 'Thị Mẫu Khác', role: 'organizer' };
    expect((await admin.post(path, form)).to).toContain(path);
    const late = await admin.post(path, { ...form, name: 'Thị Mẫu Trễ' });
    expect(late.status).toBe(412);
    expect(fieldsOf(late.page).name).toBe('Thị Mẫu Trễ');
    expect(await getAccount(world, id)).toMatchObject({
      name: 'Thị Mẫu Khác',
      role: 'organizer',
      version: 2,
    });
  });

  test('of oneself offers neither role nor suspension, and takes none', async () => {
    const path = routes.consoleAccount('acc_qt');
    const seen = await admin.get(path);
    expect(fieldsOf(seen.page)).not.toHaveProperty('role');
    expect(linkIn(seen, routes.consoleAccountSuspend('acc_qt'))).toBeNull();
    await sent(path, { role: 'viewer' });
    const own = await sent(routes.consoleAccountSuspend('acc_qt'), { reason: 'Thử' });
    expect(own.status).toBe(422);
    expect(own.text).toContain('nhờ quản trị viên khác');
    expect(await getAccount(world, 'acc_qt')).toMatchObject({ role: 'admin', active: true });
  });

  test('suspends with a reason, and opens again', async () => {
    const { id } = await colleague();
    const suspend = routes.consoleAccountSuspend(id);
    expect((await sent(suspend, { reason: ' ' })).status).toBe(422);
    expect((await admin.get(suspend)).text).toContain('Không có việc gì phải bàn giao');
    const done = await admin.get((await sent(suspend, { reason: 'Nghỉ hưu' })).to);
    expect(done.text).toContain('Tạm khóa');
    expect(done.text).toContain('Nghỉ hưu');
    await sent(routes.consoleAccountReopen(id), { reason: 'Ký hợp đồng lại' });
    expect(await getAccount(world, id)).toMatchObject({ active: true, reopenedFor: 'Ký hợp đồng lại' });
  });

  test('ends the sessions of its person, whose next click leads to signing in', async () => {
    const who = await signIn(world, { role: 'organizer', id: 'acc_nguoi' });
    expect((await who.get(routes.console())).status).toBe(200);
    const open = async () =>
      /Đang mở (\d+ phiên)/.exec((await admin.get(routes.consoleAccount('acc_nguoi'))).text)?.[1];
    expect(await open()).toBe('1 phiên');
    await admin.post(routes.consoleAccountSignOut('acc_nguoi'), { version: '1' });
    expect(await open()).toBe('0 phiên');
    const next = await who.get(routes.consoleEvents());
    expect([next.status, next.to]).toEqual([302, `${routes.signIn()}?ve=%2Fquan-tri%2Flop`]);
    expect((await admin.post(routes.consoleAccountSignOut('acc_nguoi'), { version: '7' })).status).toBe(412);
  });

  test('of every role has a button that ends all its own sessions', async () => {
    const here = await signIn(world, { role: 'officer', id: 'acc_can_bo', unitId: 'unt_kg' });
    const { html } = await here.get(routes.consolePasskeys());
    expect(html).toContain(`action="${routes.signOutEverywhere()}"`);
    const kept = here.cookies.lineFor('/');
    for (let i = 0; i < 2; i++)
      expect((await here.post(routes.signOutEverywhere())).to).toContain(routes.signIn());
    expect((await here.get('/api/account', { cookie: kept })).status).toBe(401);
  });
});

describe('the history of an account', () => {
  test('says who did what and why; of what shares its table nothing', async () => {
    const { id } = await colleague();
    const one = (await getAccount(world, id))!;
    const two = { ...one, active: false, suspendedFor: 'Nghỉ hưu', epoch: 1, version: 2, by: 'acc_qt' };
    const three = { ...two, role: 'organizer' as const, email: 'bi-mat@stp.example', by: 'acc_qt' };
    const four = { ...three, epoch: 2, signedInAt: 'x' };
    const session = { pk: 'ses#hash', accountId: id, epoch: 1, expiresAt: 1 };
    await onAuditStream(world, [
      streamRecord(world, 'accounts', one),
      streamRecord(world, 'accounts', two, one),
      streamRecord(world, 'accounts', three, two),
      streamRecord(world, 'accounts', four, three),
      streamRecord(world, 'accounts', session),
      streamRecord(world, 'accounts', { ...one, signedInAt: 'y', by: 'public' }, one),
    ]);
    await world.db.put(accountItems, four);
    const { text } = await admin.get(routes.consoleAccount(id));
    expect(text).toContain('Trần Mẫu Bình tạm khóa, lý do: Nghỉ hưu');
    expect(text).toContain('đổi vai trò: từ Người xem sang Người tổ chức');
    expect(text).toContain('đăng xuất khỏi mọi máy');
    const { items } = await historyOf(world, id);
    expect(items).toHaveLength(4);
    expect(JSON.stringify(items)).not.toContain('bi-mat');
    expect((await historyOf(world, 'ses#hash')).items).toEqual([]);
  });
});
