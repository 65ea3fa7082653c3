import { beforeAll, describe, expect, test } from 'vitest';
import { addUnit } from '../../../functions/directory/units/add';
import { lineage, listUnits } from '../../../functions/directory/units/list';
import { routes } from '../../../web/routes';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

describe('units', () => {
  const world = useWorld();
  let organizer: Visitor;
  let viewer: Visitor;
  const page = async (who: Visitor, query = '') => (await who.get(routes.consoleUnits() + query)).html;

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
    organizer = await signIn(world, { role: 'organizer' });
    viewer = await signIn(world, { role: 'viewer' });
  });

  test('the page shows province, districts and communes, samples marked as such', async () => {
    const html = await page(organizer);
    expect(html).toContain('Tỉnh Kiên Giang');
    expect(html).toContain('Huyện Gò Quao');
    expect(html).toMatch(/Xã mẫu 1<span class="soft"> \(mẫu\)<\/span>/);
    expect(html).toContain('Chỉ đạo điểm');
  });

  test('an organizer adds a commune to a district', async () => {
    const done = await organizer.post(routes.consoleUnits(), {
      parentId: 'unt_gq',
      kind: 'township',
      name: ' Gò  Quao ',
    });
    expect(done.status).toBe(303);
    expect(await page(organizer, new URL(done.to, 'https://x').search)).toContain(
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
    [{ kind: 'commune', name: 'Định An' }, 'Vui lòng điền mục này'],
    [{ kind: 'commune', parentId: 'unt_gq' }, 'Vui lòng điền mục này'],
    [{ kind: 'commune', parentId: 'unt_none', name: 'Định An' }, 'Không có đơn vị hành chính này'],
    [{ kind: 'commune', parentId: 'unt_gq', name: 'mẫu 1' }, 'Đã có đơn vị cùng tên ở đây'],
    [{ kind: 'commune', parentId: 'unt_gq', name: 'xa Mẫu 1' }, 'Đã có đơn vị cùng tên ở đây'],
    [{ kind: 'district', parentId: 'unt_kg', name: 'Mới' }, 'Vui lòng chọn một trong các giá trị có sẵn'],
    [{ kind: 'commune', parentId: 'unt_m1', name: 'Lồng' }, 'Xã, phường, thị trấn phải thuộc'],
  ])('a form that fails comes back with its error and writes nothing: %j', async (fields, words) => {
    const before = (await listUnits(world)).length;
    const again = await organizer.post(routes.consoleUnits(), fields as unknown as Record<string, string>);
    expect(again.status).toBe(422);
    const { html } = again;
    expect(html).toContain(words);
    expect(html).toContain('class="error-summary"');
    if ('name' in fields) expect(html).toContain(`value="${fields.name}"`);
    expect((await listUnits(world)).length).toBe(before);
  });

  test('a viewer sees the units and adds none', async () => {
    expect(await page(viewer)).not.toContain('Thêm xã');
    expect(
      (await viewer.post(routes.consoleUnits(), { parentId: 'unt_gq', kind: 'commune', name: 'Khác' }))
        .status,
    ).toBe(403);
  });

  test('GET /api/units needs no token and filters by what they belong to', async () => {
    const { api } = visitor(world);
    const { items, next } = (await api('GET', '/units?parentId=unt_gq&limit=1')).json;
    expect(items).toHaveLength(1);
    const rest = await api('GET', `/units?parentId=unt_gq&limit=1&cursor=${next}`);
    expect(rest.json.items[0].parentId).toBe('unt_gq');
  });

  test.each([
    ['commune', 'Xã Vĩnh Hòa', 'Vĩnh Hòa', 'Xã Vĩnh Hòa'],
    ['ward', 'PHUONG 3', '3', 'Phường 3'],
    ['commune', 'Xã', 'Xã', 'Xã Xã'],
    ['commune', 'Xẻo Rô', 'Xẻo Rô', 'Xã Xẻo Rô'],
  ] as const)('POST /api/units keeps of (%s, %s) the name alone', async (kind, typed, name, label) => {
    const answer = await organizer.api('POST', '/units', { name: typed, kind, parentId: 'unt_gq' });
    expect(answer.json).toMatchObject({ name, label });
  });

  test('POST /api/units puts no commune at the top', async () => {
    const answer = await organizer.api('POST', '/units', { name: 'Trôi', kind: 'commune' });
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ errors: [{ path: 'parentId', code: 'unit-parent' }] });
  });
});
