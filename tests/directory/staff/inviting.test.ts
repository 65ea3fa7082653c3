import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../functions/directory/accounts/account';
import { getAccount, ownerOfEmail } from '../../../functions/directory/accounts/find';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { finishSignIn, startSignIn } from '../../../functions/directory/sign-in/sign-in';
import { readSignInCode } from '../../../functions/directory/sign-in/sign-in-code';
import { inviteAccount, inviteAgain } from '../../../functions/directory/staff/invite';
import { accountsWith, listAccounts } from '../../../functions/directory/staff/list';
import { updateAccount } from '../../../functions/directory/staff/update';
import { addUnit } from '../../../functions/directory/units/add';
import { as, type World } from '../../../functions/platform/world/world';
import { subjectOf, textOf } from '../../support/mail';
import { fields, refusal } from '../../support/refusals';
import { signInCodeIn } from '../../support/sign-in-code';
import { useWorld } from '../../support/world';

const world = useWorld();
let admin: Account;
let mine: World;
let n = 0;
beforeAll(async () => {
  await addUnit(world, { name: 'Kiên Giang', kind: 'province' }, { id: 'unt_kg' });
  admin = await addAccount(world, { email: 'qt@stp.example', name: 'Lê Văn Mẫu Quản', role: 'admin' });
  mine = as(world, admin.id);
});
beforeEach(() => {
  world.sent.length = 0;
  world.mailSays.next = undefined;
});
const colleague = () =>
  ({ email: `moi-${++n}@stp.example`, name: 'Thị Mẫu Mới', role: 'organizer' }) as const;
const codeIn = (raw: string) => readSignInCode(signInCodeIn(textOf(raw)))!;
const askCode = async (email: string) => {
  const challenge = await startSignIn(world, { email, ip: '192.0.2.1' });
  return { challenge, mail: world.sent.at(-1) };
};

describe('an invitation', () => {
  test('says how to sign in, and holds nothing that opens anything', async () => {
    const input = { ...colleague(), role: 'officer', unitId: 'unt_kg' } as const;
    const account = await inviteAccount(mine, admin, input);
    expect(account).toMatchObject({ ...input, active: true, version: 1 });
    expect(world.sent.map(({ to }) => to)).toEqual([input.email]);
    const { raw, tags } = world.sent[0]!;
    expect(tags).toEqual({ template: 'account-invitation' });
    expect(subjectOf(raw)).toBe('Tài khoản của ông/bà trên Nhịp Cầu');
    const text = textOf(raw);
    for (const said of [input.email, 'Cán bộ phụ trách địa bàn', 'Tỉnh Kiên Giang', '“Gửi mã”'])
      expect(text).toContain(said);
    expect(text.match(/https?:\S+/g)).toEqual(['https://nhipcau.test/quan-tri']);
    expect(text).not.toContain(account.id);
  });

  test('leads to an account that its person enters by a code; the list says when', async () => {
    const input = colleague();
    const { id } = await inviteAccount(mine, admin, input);
    const { challenge, mail } = await askCode(input.email);
    await finishSignIn(world, { challenge, code: codeIn(mail!.raw), ip: '192.0.2.1' });
    const listed = (await listAccounts(world)).find((a) => a.id === id);
    expect(listed?.signedInAt).toBe(new Date(world.clock.at).toISOString());
  });

  test('to an address that has an account is refused, whatever its letters', async () => {
    const { email } = await inviteAccount(mine, admin, colleague());
    expect(await refusal(inviteAccount(mine, admin, { ...colleague(), email }))).toEqual(
      fields('email', 'account-twice'),
    );
    expect(world.sent).toHaveLength(1);
  });

  test('whose form is sent twice, even at once, makes one account and one mail', async () => {
    const input = colleague();
    const nonce = 'n'.repeat(32);
    const [one, two] = await Promise.all([
      inviteAccount(mine, admin, input, { nonce }),
      inviteAccount(mine, admin, input, { nonce }),
    ]);
    expect(one.id).toBe(two.id);
    expect(world.sent).toHaveLength(1);
    expect(await refusal(inviteAccount(mine, admin, input, { nonce: 'm'.repeat(32) }))).toEqual(
      fields('email', 'account-twice'),
    );
  });

  test('that the mail service refuses leaves the account; it is sent again, once for two clicks', async () => {
    world.mailSays.next = 'refuse';
    const account = await inviteAccount(mine, admin, colleague());
    expect((await getAccount(world, account.id)).mailedAt).toBeUndefined();
    expect(JSON.stringify(world.logs.at(-1))).not.toContain(account.email);
    world.mailSays.next = undefined;
    for (let i = 0; i < 2; i++) await inviteAgain(mine, admin, account.id, 1);
    expect(world.sent.map(({ to }) => to)).toEqual([account.email]);
    expect((await getAccount(world, account.id)).mailedAt).toBeDefined();
  });

  test('needs a unit for an officer; the other roles have none', async () => {
    const officer = { ...colleague(), role: 'officer' } as const;
    expect(await refusal(inviteAccount(mine, admin, officer))).toEqual(
      fields('unitId', 'officer-unit-required'),
    );
    expect(await refusal(inviteAccount(mine, admin, { ...officer, unitId: 'unt_x' }))).toEqual(
      fields('unitId', 'unit-unknown'),
    );
    const viewer = await inviteAccount(mine, admin, { ...officer, role: 'viewer', unitId: 'unt_kg' });
    expect(viewer.unitId).toBeUndefined();
  });
});

describe('a wrong address', () => {
  test('is corrected before the first sign-in: the invitation goes again, the old one opens nothing', async () => {
    const wrong = await inviteAccount(mine, admin, colleague());
    const stranger = await askCode(wrong.email);
    const right = { name: wrong.name, role: wrong.role, email: `dung-${n}@stp.example` };
    world.sent.length = 0;
    await updateAccount(mine, admin, wrong.id, { ...right, version: 1 });
    expect(world.sent.map(({ to }) => to)).toEqual([right.email]);
    expect(await ownerOfEmail(world, wrong.email)).toBeUndefined();
    expect((await ownerOfEmail(world, right.email))?.id).toBe(wrong.id);
    // The code that was mailed to the wrong address meanwhile.
    const late = { challenge: stranger.challenge, code: codeIn(stranger.mail!.raw), ip: '192.0.2.2' };
    expect(await refusal(finishSignIn(world, late))).toEqual(fields('code', 'sign-in-code-over'));
  });

  test('stays once its person has signed in', async () => {
    const account = await inviteAccount(mine, admin, colleague());
    const { challenge, mail } = await askCode(account.email);
    await finishSignIn(world, { challenge, code: codeIn(mail!.raw), ip: '192.0.2.1' });
    const { name, role } = account;
    const change = { name, role, email: 'khac@stp.example', version: 1 };
    expect(await refusal(updateAccount(mine, admin, account.id, change))).toEqual(
      fields('email', 'account-email-fixed'),
    );
    expect((await refusal(inviteAgain(mine, admin, account.id, 1))).code).toBe('account-in-use');
  });

  test('is not corrected to one that another account has', async () => {
    const account = await inviteAccount(mine, admin, colleague());
    const change = { name: account.name, role: account.role, email: admin.email, version: 1 };
    expect(await refusal(updateAccount(mine, admin, account.id, change))).toEqual(
      fields('email', 'account-twice'),
    );
    expect((await ownerOfEmail(world, account.email))?.id).toBe(account.id);
    expect((await ownerOfEmail(world, admin.email))?.id).toBe(admin.id);
  });
});

test('the list finds accounts by name and address, and holds no session or code', async () => {
  const all = await listAccounts(world);
  expect(all.every(({ pk }) => pk.startsWith('acc_'))).toBe(true);
  expect(accountsWith(all, 'le van quan').map(({ id }) => id)).toEqual([admin.id]);
  expect(accountsWith(all, 'qt@stp').map(({ id }) => id)).toContain(admin.id);
  expect(accountsWith(all, 'khong-co-ai')).toEqual([]);
});
