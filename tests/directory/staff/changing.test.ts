import { beforeEach, describe, expect, test } from 'vitest';
import { type Account, accountItems, type Role } from '../../../functions/directory/accounts/account';
import { getAccount } from '../../../functions/directory/accounts/find';
import { enter, openSession } from '../../../functions/directory/sessions/session';
import { addApiToken } from '../../../functions/directory/sessions/token';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { sessionCookie } from '../../../functions/directory/sign-in/authenticate';
import { inviteAccount } from '../../../functions/directory/staff/invite';
import { listAccounts } from '../../../functions/directory/staff/list';
import { revokeOwnSessions, revokeSessions } from '../../../functions/directory/staff/revoke-sessions';
import { reactivateAccount, suspendAccount } from '../../../functions/directory/staff/state';
import { updateAccount } from '../../../functions/directory/staff/update';
import { addUnit } from '../../../functions/directory/units/add';
import { newToken } from '../../../functions/platform/keys/ids';
import { as, type World } from '../../../functions/platform/world/world';
import { fields, refusal } from '../../support/refusals';
import { visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let n = 0;
const person = async (role: Role = 'admin'): Promise<Account> => {
  n++;
  return addAccount(world, { email: `nguoi-${n}@stp.example`, name: 'Lê Thị Mẫu', role });
};
let admin: Account;
let mine: World;
beforeEach(async () => {
  admin = await person();
  mine = as(world, admin.id);
});
const now = (account: Account) => getAccount(world, account.id);
const codeOf = async (act: Promise<unknown>) => (await refusal(act)).code;
const told = (version = 1) => ({ version, reason: 'Chuyển công tác' });

/** A machine and a program that are signed in to an account: whether each is still let in. */
const doors = async (account: Account) => {
  const session = await openSession(world, await now(account));
  const token = newToken();
  await addApiToken(world, account.id, token);
  const open = async (headers: Record<string, string>) =>
    (await visitor(world).get('/api/account', headers)).status === 200;
  return async () => [
    await open({ cookie: `${sessionCookie(world).name}=${session}` }),
    await open({ authorization: `Bearer ${token}` }),
  ];
};

describe('what ends all sessions and tokens of an account at its next request', () => {
  test.each<[string, (account: Account) => Promise<unknown>]>([
    ['suspending it', (a) => suspendAccount(mine, admin, a.id, told())],
    [
      'suspending and reopening it',
      async (a) => {
        await suspendAccount(mine, admin, a.id, told());
        await reactivateAccount(mine, admin, a.id, told(2));
      },
    ],
    ['another role', (a) => updateAccount(mine, admin, a.id, { ...a, role: 'viewer', version: 1 })],
    ['ending its sessions', (a) => revokeSessions(mine, admin, a.id, 1)],
    ['its person, from any of them', (a) => revokeOwnSessions(as(world, a.id), a)],
  ])('%s', async (_, act) => {
    const colleague = await person('organizer');
    const stillOpen = await doors(colleague);
    const others = await doors(admin);
    expect(await stillOpen()).toEqual([true, true]);
    await act(colleague);
    expect(await stillOpen()).toEqual([false, false]);
    expect(await others()).toEqual([true, true]);
  });

  test('another unit', async () => {
    await addUnit(world, { name: 'Kiên Giang', kind: 'province' }, { id: 'unt_kg' });
    await addUnit(world, { name: 'Gò Quao', kind: 'district', parentId: 'unt_kg' }, { id: 'unt_gq' });
    const officer = { email: 'gq@stp.example', name: 'Danh Mẫu', role: 'officer' } as const;
    const account = await addAccount(world, { ...officer, unitId: 'unt_gq' });
    const stillOpen = await doors(account);
    await updateAccount(mine, admin, account.id, { ...officer, unitId: 'unt_kg', version: 1 });
    expect(await stillOpen()).toEqual([false, false]);
    expect(await now(account)).toMatchObject({ unitId: 'unt_kg', version: 2 });
  });

  test('another name does not', async () => {
    const colleague = await person('organizer');
    const stillOpen = await doors(colleague);
    await updateAccount(mine, admin, colleague.id, { ...colleague, name: 'Lê Thị Mới', version: 1 });
    expect(await now(colleague)).toMatchObject({ name: 'Lê Thị Mới', version: 2 });
    expect(await stillOpen()).toEqual([true, true]);
  });

  test('a session that was opened meanwhile is of the old epoch, and opens nothing', async () => {
    const colleague = await person('organizer');
    const before = await now(colleague);
    await revokeSessions(mine, admin, colleague.id, 1);
    const session = await openSession(world, before);
    const cookie = `${sessionCookie(world).name}=${session}`;
    expect((await visitor(world).get('/api/account', { cookie })).status).toBe(401);
  });

  test('who proves to be its person while it is suspended gets no session', async () => {
    const colleague = await person('organizer');
    const before = await now(colleague);
    await suspendAccount(mine, admin, colleague.id, told());
    expect(await enter(world, before)).toBeUndefined();
    expect((await now(colleague)).signedInAt).toBeUndefined();
  });
});

describe('one admin is always left', () => {
  test('nobody suspends themselves or changes their own role; the own name may change', async () => {
    expect(await codeOf(suspendAccount(mine, admin, admin.id, told()))).toBe('own-suspension');
    const demoted = { ...admin, role: 'organizer', version: 1 } as const;
    expect(await refusal(updateAccount(mine, admin, admin.id, demoted))).toEqual(fields('role', 'own-role'));
    await updateAccount(mine, admin, admin.id, { ...admin, name: 'Lê Thị Tự', version: 1 });
    expect(await now(admin)).toMatchObject({ name: 'Lê Thị Tự', role: 'admin', active: true });
  });

  test('of two who suspend or demote each other at once, at least one stays', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await person(), await person()];
      await Promise.allSettled([
        suspendAccount(as(world, one.id), one, two.id, told()),
        updateAccount(as(world, two.id), two, one.id, { ...one, role: 'viewer', version: 1 }),
      ]);
      const left = [await now(one), await now(two)].filter((a) => a.active && a.role === 'admin');
      expect(left).toHaveLength(1);
    }
  });

  test('who was suspended or demoted since they were let in changes nothing any more', async () => {
    const other = await person();
    const colleague = await person('organizer');
    await suspendAccount(mine, admin, other.id, told());
    expect(await codeOf(suspendAccount(as(world, other.id), other, colleague.id, told()))).toBe('forbidden');
    expect((await now(colleague)).active).toBe(true);
  });

  test.each<Role>(['organizer', 'officer', 'viewer'])('%s may do nothing of it', async (role) => {
    const { id } = admin;
    const actor = { ...admin, id: 'acc_x', role };
    for (const act of [
      () => suspendAccount(world, actor, id, told()),
      () => reactivateAccount(world, actor, id, told()),
      () => revokeSessions(world, actor, id, 1),
      () => updateAccount(world, actor, id, { ...admin, version: 1 }),
      () => inviteAccount(world, actor, { name: 'A B', email: 'x@stp.example', role: 'viewer' }),
    ])
      expect(await codeOf(act())).toBe('forbidden');
  });
});

describe('an older page', () => {
  test('is refused', async () => {
    const colleague = await person('organizer');
    await updateAccount(mine, admin, colleague.id, { ...colleague, name: 'Lê Thị Mới', version: 1 });
    for (const act of [
      () => updateAccount(mine, admin, colleague.id, { ...colleague, name: 'Lê Thị Cũ', version: 1 }),
      () => suspendAccount(mine, admin, colleague.id, told()),
      () => revokeSessions(mine, admin, colleague.id, 1),
    ])
      expect(await codeOf(act())).toBe('account-stale');
    expect(await now(colleague)).toMatchObject({ name: 'Lê Thị Mới', version: 2 });
  });

  test('of two who edit the same version at once, one is refused', async () => {
    const colleague = await person('organizer');
    const edit = (name: string) =>
      updateAccount(mine, admin, colleague.id, { ...colleague, name, version: 1 });
    const done = await Promise.allSettled([edit('Lê Thị Một'), edit('Lê Thị Hai')]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await now(colleague)).version).toBe(2);
  });

  test('a form that is sent twice acts once', async () => {
    const colleague = await person('organizer');
    for (let i = 0; i < 2; i++) await suspendAccount(mine, admin, colleague.id, told());
    expect(await now(colleague)).toMatchObject({ active: false, version: 2, epoch: 1 });
    for (let i = 0; i < 2; i++) await reactivateAccount(mine, admin, colleague.id, told(2));
    for (let i = 0; i < 2; i++) await revokeSessions(mine, admin, colleague.id, 3);
    expect(await now(colleague)).toMatchObject({ active: true, version: 4, epoch: 3 });
    expect(await codeOf(reactivateAccount(mine, admin, colleague.id, told(4)))).toBe('account-active');
  });

  test('an account of before there were versions is edited, and listed once its person signs in', async () => {
    await world.db.put(accountItems, {
      pk: 'acc_old',
      id: 'acc_old',
      email: 'old@stp.example',
      name: 'Lê Thị Xưa',
      role: 'viewer',
      active: true,
      createdAt: '2026-01-01T00:00:00.000Z',
    });
    expect(await codeOf(revokeSessions(mine, admin, 'acc_old', 7))).toBe('account-stale');
    await updateAccount(mine, admin, 'acc_old', {
      name: 'Lê Thị Nay',
      email: 'old@stp.example',
      role: 'viewer',
      version: 1,
    });
    expect(await getAccount(world, 'acc_old')).toMatchObject({ name: 'Lê Thị Nay', version: 2 });
    await enter(world, await getAccount(world, 'acc_old'));
    expect((await listAccounts(world)).map(({ id }) => id)).toContain('acc_old');
  });
});
