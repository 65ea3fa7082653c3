import { beforeAll, describe, expect, test } from 'vitest';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import type { LogEntry } from '../../../functions/platform/world/world';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addWholeProvince } from '../../support/places';
import { mailedCode } from '../../support/sign-in-code';
import { signIn, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { fieldsTo } from '../public/forms';

const world = useWorld({ rateLimits: true });
const ADDRESS = '113.161.7.9';
const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } });
beforeAll(() => addWholeProvince(world, 2));

const lines = (event: string): LogEntry[] => world.logs.filter(({ what }) => what === `security-${event}`);
const form = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: { origin: world.settings.publicOrigin },
  body: new URLSearchParams(fields),
});
describe('the security log', () => {
  test('has a line for a wrong code and for a sign-in, with the network as a key', async () => {
    const email = 'can-bo@stp.example';
    const account = await addAccount(world, { name: 'Trần Mẫu Bình', email, role: 'organizer' });
    const me = visitor(world);
    const { asked, code } = await mailedCode(world, () =>
      me.request(routes.signIn(), form({ email }), from(ADDRESS)),
    );
    const page = await me.get(asked.to);
    const fields = fieldsTo(page, routes.signInCode());
    const wrong = await me.request(routes.signInCode(), form({ ...fields, code: '22222222' }), from(ADDRESS));
    expect(wrong.status).toBe(422);
    expect(lines('wrong-code')).toEqual([
      {
        what: 'security-wrong-code',
        by: 'public',
        network: expect.stringMatching(/^[0-9a-z]{16}$/),
        account: account.id,
        how: 'code',
      },
    ]);
    const right = await me.request(routes.signInCode(), form({ ...fields, code }), from(ADDRESS));
    expect(right.status).toBe(303);
    expect(lines('signed-in')).toMatchObject([
      { account: account.id, how: 'code', network: lines('wrong-code')[0]!.network },
    ]);
  });

  test('tells networks apart and holds no address', async () => {
    const me = visitor(world);
    const ask = (address: string) =>
      me.request(
        routes.consoleAccounts(),
        { method: 'POST', headers: { origin: 'https://x.example' } },
        from(address),
      );
    const before = lines('forbidden').length;
    for (const address of [ADDRESS, '113.161.7.200', '14.161.7.9'])
      expect((await ask(address)).status).toBe(403);
    const [one, near, far] = lines('forbidden')
      .slice(before)
      .map(({ network }) => network);
    expect([one === near, one === far]).toEqual([true, false]);
  });

  test('has a line for a refused right, with the route and no id', async () => {
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', id: 'acc_o' });
    const answer = await officer.get(routes.consoleAccount('acc_o'));
    expect(answer.status).toBe(403);
    expect(lines('forbidden').at(-1)).toMatchObject({
      by: 'acc_o',
      method: 'GET',
      route: '/quan-tri/tai-khoan/:id',
    });
  });

  test('has a line for each request above a limit, from a form too', async () => {
    const me = visitor(world);
    const before = lines('too-many').length;
    let refused = 0;
    for (let n = 0; n < 8; n++) {
      const { status } = await me.request(
        routes.signIn(),
        form({ email: 'x@stp.example' }),
        from('14.161.1.1'),
      );
      refused += Number(status === 429);
    }
    expect(refused).toBeGreaterThan(0);
    expect(lines('too-many')).toHaveLength(before + refused);
    expect(lines('too-many').at(-1)).toMatchObject({ by: 'public', route: '/quan-tri/dang-nhap' });
  });

  test('has a line for an account that is added, changed, or whose sessions end', async () => {
    const admin = await signIn(world, { role: 'admin', id: 'acc_a' });
    const invited = await admin.api('POST', '/accounts', {
      name: 'Lê Mẫu Hoa',
      email: 'hoa@stp.example',
      role: 'viewer',
    });
    const { id, version } = invited.json;
    expect(lines('account-added')).toMatchObject([{ by: 'acc_a', account: id, how: 'viewer' }]);
    await admin.api('POST', `/accounts/${id}/suspend`, { version, reason: 'Nghỉ việc' });
    expect(lines('account-changed').at(-1)).toMatchObject({ by: 'acc_a', account: id, how: 'suspended' });
    await admin.post(routes.signOutEverywhere());
    expect(lines('sessions-ended')).toMatchObject([{ account: 'acc_a', how: 'own' }]);
  });

  test('has a line for a list that is taken out, and says who took it', async () => {
    const { id } = await addEvent(world, 10, { capacity: 5 });
    await comes(world, id, { unitId: 'unt_goquao_1' });
    const staff = await signIn(world, { role: 'organizer', id: 'acc_t' });
    expect((await staff.get(routes.consoleExport(id, 'csv'))).status).toBe(200);
    expect(lines('list-taken')).toMatchObject([{ by: 'acc_t', event: id, how: 'csv' }]);
  });

  test('never holds a name, an address, a phone or a token', () => {
    const all = world.logs.filter(({ what }) => what.startsWith('security-'));
    expect(all.length).toBeGreaterThan(8);
    const text = JSON.stringify(all);
    expect(text).not.toMatch(/@|Mẫu|0900|113\.161|14\.161|[0-9a-z]{26,}/);
    const known = ['what', 'by', 'network', 'account', 'event', 'how', 'method', 'route'];
    for (const line of all) expect(Object.keys(line).filter((key) => !known.includes(key))).toEqual([]);
  });
});
