import { beforeAll, describe, expect, test } from 'vitest';
import { addUnit } from '../../../functions/directory/units/add';
import { endUnit } from '../../../functions/directory/units/end';
import { getUnit } from '../../../functions/directory/units/get';
import { lineage, listUnits, readUnits } from '../../../functions/directory/units/list';
import { updateUnit } from '../../../functions/directory/units/update';
import { routes } from '../../../web/routes';
import { anotherFunction, functionsAtOnce } from '../../support/another-function';
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
      { id: 'unt_gq', pilot: { from: 2021 } },
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

describe('the name of a unit', () => {
  const world = useWorld();
  const another = () => anotherFunction(world);
  const commune = (name: string) => ({ name, kind: 'commune' as const, parentId: 'unt_tinh' });
  const refused = (path: string, id: string) => ({
    fields: [{ path, code: 'unit-twice', detail: { name: expect.any(String), id } }],
  });
  beforeAll(async () => {
    await addUnit(world, { name: 'Mẫu', kind: 'province' }, { id: 'unt_tinh' });
  });

  test('four who add one unit at the same time make one, and the others read which one it is', async () => {
    const names = ['Định An', 'định an', 'Xã Định An', 'ĐỊNH  AN'];
    const functions = functionsAtOnce(world, names.length);
    const adding = await Promise.allSettled(names.map((name, i) => addUnit(functions[i]!, commune(name))));
    const made = adding.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const problems = adding.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(made).toHaveLength(1);
    expect(problems).toHaveLength(3);
    for (const problem of problems) expect(problem).toMatchObject(refused('name', made[0]!.id));
    const { all } = await readUnits(another());
    expect(all.filter(({ kind }) => kind === 'commune')).toHaveLength(1);
  });

  test('is free after its unit was renamed or has ended, and not taken back from the one that has it then', async () => {
    const first = await addUnit(world, commune('Thới Quản'));
    const moved = await updateUnit(world, first.id, 1, commune('Thới An'));
    const second = await addUnit(world, commune('Thới Quản'));
    await expect(updateUnit(world, first.id, moved.version!, commune('Thới Quản'))).rejects.toMatchObject(
      refused('name', second.id),
    );
    const day = '2027-01-01';
    const ended = await endUnit(world, second.id, 1, { validTo: day, successorIds: [] });
    const third = await addUnit(world, commune('Thới Quản'), { validFrom: day });
    await expect(
      endUnit(world, second.id, ended.version!, { validTo: undefined, successorIds: [] }),
    ).rejects.toMatchObject(refused('validTo', third.id));
  });

  test('two who rename units to one name at the same time: one is refused', async () => {
    const units = [await addUnit(world, commune('Một Mẫu')), await addUnit(world, commune('Hai Mẫu'))];
    const functions = functionsAtOnce(world, units.length);
    const saving = await Promise.allSettled(
      units.map(({ id }, i) => updateUnit(functions[i]!, id, 1, commune('Ba Mẫu'))),
    );
    expect(saving.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a function that keeps an older list knows a new unit at once, and asks for an unknown one alone', async () => {
    const other = another();
    await readUnits(other);
    const { id } = await addUnit(world, commune('Mới Thêm'));
    expect((await getUnit(other, id)).name).toBe('Mới Thêm');
    world.costs.length = 0;
    await expect(getUnit(other, 'unt_none')).rejects.toMatchObject({ code: 'unit-unknown' });
    expect(world.costs).toHaveLength(1);
  });
});
