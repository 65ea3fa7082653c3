import { beforeEach, describe, expect, test } from 'vitest';
import { onAuditStream } from '../../../functions/background/streams/audit';
import type { Account, Role } from '../../../functions/directory/accounts/account';
import { getAccount } from '../../../functions/directory/accounts/find';
import { askRecovery } from '../../../functions/directory/recovery/ask';
import {
  listRecoveries,
  refuseRecovery,
  releaseByOperator,
  releaseRecovery,
} from '../../../functions/directory/recovery/decide';
import { revokeOwnSessions } from '../../../functions/directory/staff/revoke-sessions';
import { addUnit } from '../../../functions/directory/units/add';
import { DAY, HOUR } from '../../../functions/platform/time/dates';
import { as } from '../../../functions/platform/world/world';
import { routes } from '../../../web/routes';
import { subjectOf } from '../../support/mail';
import { refusal } from '../../support/refusals';
import { streamRecord } from '../../support/stored';
import { signIn, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { fieldsTo } from '../../web/public/forms';
import { byCode, person } from './scene';

const world = useWorld();
let account: Account;
let colleague: Account;
beforeEach(async () => {
  account = await person(world);
  colleague = await person(world, 'organizer');
  world.sent.length = 0;
});
/** The request of the account, as a colleague's page names it. */
const asked = async () => {
  await askRecovery(world, (await byCode(world, account)).half!);
  return { accountId: account.id, recoveryId: (await getAccount(world, account.id)).recovery!.id };
};
const release = async (what: Awaited<ReturnType<typeof asked>>, actor = colleague) =>
  releaseRecovery(as(world, actor.id), actor, what);
const codeOf = async (act: Promise<unknown>) => (await refusal(act)).code;
const isLetIn = async () => (await byCode(world, account)).session !== undefined;

describe('a recovery', () => {
  test('that was released opens the account once, within a day', async () => {
    const what = await asked();
    expect(await isLetIn()).toBe(false);
    await release(what);
    expect(subjectOf(world.sent.at(-1)!.raw)).toBe('Yêu cầu khôi phục đăng nhập đã được chấp thuận');
    expect([await isLetIn(), await isLetIn()]).toEqual([true, false]);
    expect((await getAccount(world, account.id)).recovery).toBeUndefined();
    await release(await asked());
    world.clock.forward(DAY);
    expect(await isLetIn()).toBe(false);
  });

  test('of two who type codes at once lets one in', async () => {
    await release(await asked());
    const done = await Promise.allSettled([byCode(world, account), byCode(world, account)]);
    const sessions = done.filter((d) => d.status === 'fulfilled' && d.value.session !== undefined);
    expect(sessions.length).toBeLessThan(2);
  });

  test('is not released by its own person, nor by who may not', async () => {
    const what = await asked();
    expect(await codeOf(release(what, account))).toBe('own-recovery');
    for (const role of ['viewer', 'officer'] as const satisfies Role[])
      expect(await codeOf(release(what, { ...colleague, role }))).toBe('forbidden');
    const late = { ...world, authenticatedAt: world.now() - HOUR };
    expect(await codeOf(releaseRecovery(late, colleague, what))).toBe('sign-in-again');
    expect(await isLetIn()).toBe(false);
  });

  test('waits for three days', async () => {
    const what = await asked();
    world.clock.forward(3 * DAY);
    expect(await codeOf(release(what))).toBe('recovery-decided');
    expect((await listRecoveries(world, colleague)).map(({ id }) => id)).not.toContain(account.id);
  });

  test("ends with what ends the account's sessions, asked or released", async () => {
    const what = await asked();
    await revokeOwnSessions(world, account);
    expect(await codeOf(release(what))).toBe('recovery-decided');
    await release(await asked());
    await revokeOwnSessions(world, account);
    expect(await isLetIn()).toBe(false);
  });

  test('is decided once: a second colleague and an older page are refused', async () => {
    const what = await asked();
    await refuseRecovery(world, colleague, what);
    expect(await codeOf(release(what))).toBe('recovery-decided');
    const again = await asked();
    expect(await codeOf(release({ ...again, recoveryId: what.recoveryId }))).toBe('recovery-decided');
    const both = await Promise.allSettled([release(again), refuseRecovery(world, colleague, again)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('that is asked twice is one, and one mail', async () => {
    const { half } = await byCode(world, account);
    world.sent.length = 0;
    await askRecovery(world, half!);
    const first = (await getAccount(world, account.id)).recovery;
    await askRecovery(world, half!);
    expect((await getAccount(world, account.id)).recovery).toEqual(first);
    expect(world.sent.map(({ raw }) => subjectOf(raw))).toEqual([
      'Có yêu cầu khôi phục đăng nhập tài khoản Nhịp Cầu',
    ]);
  });

  test('is released by an operator where nobody else is left', async () => {
    await releaseByOperator(world, await getAccount(world, account.id));
    expect([await isLetIn(), await isLetIn()]).toEqual([true, false]);
  });

  test('leaves lines in the security log', async () => {
    const before = world.logs.length;
    await release(await asked());
    await byCode(world, account);
    const lines = world.logs.slice(before).filter(({ what }) => what.startsWith('security-'));
    expect(lines.map(({ what, by, account: of }) => [what, by, of])).toEqual([
      ['security-recovery-asked', undefined, account.id],
      ['security-recovery-released', colleague.id, account.id],
      ['security-signed-in', undefined, account.id],
    ]);
  });
});

describe('the pages', () => {
  test('take the request, show it to colleagues, and say what was decided', async () => {
    const me = visitor(world);
    const { half } = await byCode(world, account);
    expect((await me.post(routes.signInAskRecovery(), { half: half! })).text).toContain(
      'Đã gửi yêu cầu khôi phục',
    );
    const admin = await signIn(world, { role: 'admin' });
    const list = await admin.get(routes.consoleRecoveries());
    expect(list.text).toContain(account.email);
    const { recovery } = await getAccount(world, account.id);
    const path = routes.consoleRecoveryRelease(account.id);
    expect(list.html).toContain(`formaction="${path}"`);
    const done = await admin.send(path, { recoveryId: recovery!.id });
    expect(done.text).toContain('Đã cho phép.');
    expect(done.text).not.toContain(account.email);
    expect((await admin.post(path, { recoveryId: recovery!.id })).status).toBe(412);
  });

  test('are closed to officers and viewers', async () => {
    const what = await asked();
    const { id: unitId } = await addUnit(world, { name: 'Kiên Giang', kind: 'province' });
    for (const role of ['officer', 'viewer'] as const) {
      const who = await signIn(world, { role, unitId });
      expect((await who.get(routes.consoleRecoveries())).status).toBe(403);
      const { recoveryId } = what;
      expect((await who.post(routes.consoleRecoveryRelease(account.id), { recoveryId })).status).toBe(403);
      expect((await who.get(routes.consolePasskeys())).html).not.toContain(routes.consoleRecoveries());
    }
  });

  test('lead through signing in once more to the printed code, with what was typed', async () => {
    const { half } = await byCode(world, account);
    const wrong = await visitor(world).post(routes.signInRecovery(), { half: half!, code: '12' });
    expect([wrong.status, wrong.text.includes('Mã khôi phục gồm 16 chữ và số')]).toEqual([422, true]);
    expect(fieldsTo(wrong, routes.signInRecovery()).half).toBe(half);
    expect((await visitor(world).get(routes.signInRecovery())).to).toBe(routes.signIn());
  });

  test('of the history say who let whom in', async () => {
    const before = await getAccount(world, account.id);
    const waiting = { ...before, recovery: { id: 'rcv_1', askedAt: 'x', epoch: 0 }, by: 'public' };
    const released = { ...waiting, recovery: { ...waiting.recovery, releasedAt: 'y' }, by: 'acc_qt_su' };
    await onAuditStream(world, [
      streamRecord(world, 'accounts', waiting, before),
      streamRecord(world, 'accounts', released, waiting),
      streamRecord(world, 'accounts', { ...before, by: 'public' }, released),
    ]);
    const admin = await signIn(world, { role: 'admin', id: 'acc_qt_su' });
    const { text } = await admin.get(routes.consoleAccount(account.id));
    for (const said of [
      'xin khôi phục đăng nhập',
      'Trần Mẫu Bình cho phép khôi phục đăng nhập',
      'đăng nhập bằng khôi phục',
    ])
      expect(text).toContain(said);
  });
});
