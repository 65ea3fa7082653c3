import { beforeAll, describe, expect, test } from 'vitest';
import { addAccount, addApiToken } from '../../../functions/directory/sign-in/add-account';
import { openSession } from '../../../functions/directory/sign-in/session';
import { addUnit } from '../../../functions/directory/units/add';
import { lineage, listUnits } from '../../../functions/directory/units/list';
import { routes } from '../../../web/routes';
import { site } from '../../../web/site/site';
import { assets } from '../../support/assets';
import { useWorld } from '../../support/world';

const TOKEN = 'organizer-token-0123456789';

describe('units', () => {
  const world = useWorld();
  const cookieOf = async (id: string) => ({ cookie: `__Host-phien=${await openSession(world, id)}` });
  const page = async (id: string, query = '') =>
    (
      await site(world, assets).request(routes.consoleUnits() + query, { headers: await cookieOf(id) })
    ).text();
  const post = async (id: string, fields: Record<string, string>) =>
    site(world, assets).request(routes.consoleUnits(), {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', ...(await cookieOf(id)) },
    });

  beforeAll(async () => {
    await addUnit(world, { name: 'Kiên Giang', kind: 'province' }, { id: 'unt_kg' });
    await addUnit(
      world,
      { name: 'Gò Quao', kind: 'district', parentId: 'unt_kg' },
      { id: 'unt_gq', pilot: true },
    );
    await addUnit(
      world,
      { name: 'mẫu 1', kind: 'commune', parentId: 'unt_gq' },
      { id: 'unt_m1', sample: true },
    );
    await addAccount(world, { name: 'Trần Mẫu', email: 'o@stp.example', role: 'organizer' }, { id: 'acc_o' });
    await addAccount(world, { name: 'Lê Mẫu', email: 'v@stp.example', role: 'viewer' }, { id: 'acc_v' });
    await addApiToken(world, 'acc_o', TOKEN);
  });

  test('the page shows province, districts and communes, samples marked as such', async () => {
    const html = await page('acc_o');
    expect(html).toContain('Tỉnh Kiên Giang');
    expect(html).toContain('Huyện Gò Quao');
    expect(html).toMatch(/Xã mẫu 1<span class="soft"> \(mẫu\)<\/span>/);
    expect(html).toContain('Chỉ đạo điểm');
  });

  test('an organizer adds a commune to a district', async () => {
    const done = await post('acc_o', { parentId: 'unt_gq', kind: 'township', name: ' Gò  Quao ' });
    expect(done.status).toBe(303);
    expect(await page('acc_o', new URL(done.headers.get('location')!, 'https://x').search)).toContain(
      'Đã thêm <strong>Thị trấn Gò Quao</strong>',
    );
    const added = (await listUnits(world)).find((u) => u.kind === 'township')!;
    expect(lineage(await listUnits(world), added.id).map((u) => u.id)).toEqual([
      added.id,
      'unt_gq',
      'unt_kg',
    ]);
  });

  test.each([
    [{ kind: 'commune', name: 'Định An' }, 'Xin điền mục này'],
    [{ kind: 'commune', parentId: 'unt_gq' }, 'Xin điền mục này'],
    [{ kind: 'commune', parentId: 'unt_none', name: 'Định An' }, 'Không có đơn vị hành chính này'],
    [{ kind: 'commune', parentId: 'unt_gq', name: 'mẫu 1' }, 'Đã có đơn vị cùng tên ở đây'],
    [{ kind: 'commune', parentId: 'unt_gq', name: 'xa Mẫu 1' }, 'Đã có đơn vị cùng tên ở đây'],
    [{ kind: 'district', parentId: 'unt_kg', name: 'Mới' }, 'Xin chọn một trong các giá trị có sẵn'],
    [{ kind: 'commune', parentId: 'unt_m1', name: 'Lồng' }, 'Xã, phường, thị trấn phải thuộc'],
  ])('a form that fails comes back with its error and writes nothing: %j', async (fields, words) => {
    const before = (await listUnits(world)).length;
    const again = await post('acc_o', fields as unknown as Record<string, string>);
    expect(again.status).toBe(422);
    const html = await again.text();
    expect(html).toContain(words);
    expect(html).toContain('class="error-summary"');
    if ('name' in fields) expect(html).toContain(`value="${fields.name}"`);
    expect((await listUnits(world)).length).toBe(before);
  });

  test('a viewer sees the units and adds none', async () => {
    expect(await page('acc_v')).not.toContain('Thêm xã');
    expect((await post('acc_v', { parentId: 'unt_gq', kind: 'commune', name: 'Khác' })).status).toBe(403);
  });

  test('GET /api/units needs no token and filters by what they belong to', async () => {
    const answer = await site(world, assets).request('/api/units?parentId=unt_gq&limit=1');
    const { items, next } = (await answer.json()) as { items: { parentId: string }[]; next: string };
    expect(items).toHaveLength(1);
    const rest = await site(world, assets).request(`/api/units?parentId=unt_gq&limit=1&cursor=${next}`);
    expect(((await rest.json()) as { items: { parentId: string }[] }).items[0]!.parentId).toBe('unt_gq');
  });

  test.each([
    ['commune', 'Xã Vĩnh Hòa', 'Vĩnh Hòa', 'Xã Vĩnh Hòa'],
    ['ward', 'PHUONG 3', '3', 'Phường 3'],
    ['commune', 'Xã', 'Xã', 'Xã Xã'],
    ['commune', 'Xẻo Rô', 'Xẻo Rô', 'Xã Xẻo Rô'],
  ] as const)('POST /api/units keeps of (%s, %s) the name alone', async (kind, typed, name, label) => {
    const answer = await site(world, assets).request('/api/units', {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: typed, kind, parentId: 'unt_gq' }),
    });
    expect(await answer.json()).toMatchObject({ name, label });
  });

  test('POST /api/units puts no commune at the top', async () => {
    const answer = await site(world, assets).request('/api/units', {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Trôi', kind: 'commune' }),
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'parentId', code: 'unit-parent' }] });
  });
});
