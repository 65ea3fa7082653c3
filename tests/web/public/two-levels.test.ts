import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Unit } from '../../../functions/directory/units/unit';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { compileStyle } from '../../../infra/build/style';
import { addBody } from '../../support/bodies';
import { addEvent } from '../../support/events';
import { addTwoLevels } from '../../support/two-levels';
import { signIn, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let communes: Unit[];
let id: string;
let form: string;
beforeAll(async () => {
  communes = await addTwoLevels(world);
  for (let i = 0; i < 40; i++) await addBody(world, `Phòng Tư pháp, cơ quan mẫu số ${i + 1}`);
  id = (
    await addEvent(world, 20, { mode: 'online', placeUnitId: undefined, onlineUrl: 'https://hop.example' })
  ).id;
  form = `/lop/${id}/dang-ky`;
});

const someone = (over: Record<string, string> = {}) => ({
  fullName: 'Trần Thị Mẫu Hoa',
  phone: '0912 345 678',
  consent: 'on',
  ...over,
});

describe('a province with communes directly below it', () => {
  test('asks for the commune in one list, with the names of before beside it', async () => {
    const { page, text } = await visitor(world).get(form);
    expect(page.querySelector('#o-districtId')).toBeNull();
    const options = page.querySelectorAll('#o-communeId option');
    expect(options).toHaveLength(1 + communes.length);
    expect(page.querySelector('label[for=o-communeId]')!.text.trim()).toBe('Xã, phường, đặc khu');
    expect(options.some((o) => /^Đặc khu An Biên \(.+, .+\)$/.test(o.text))).toBe(true);
    expect(text).toContain('Trong ngoặc là tên xã, phường, thị trấn trước khi sắp xếp');
    expect(text).not.toContain('công tác ở cấp huyện');
    expect(text).not.toMatch(/Huyện, t/);
  });

  test('costs 14 KB on a weak line, the list of events too', async () => {
    const { css } = (await compileStyle()).style;
    for (const path of [form, '/']) {
      const { html } = await visitor(world).get(path);
      const sizes = [gzipSync, brotliCompressSync].map((zip) => zip(html).length + zip(css).length);
      expect([path, ...sizes]).toEqual([
        path,
        ...sizes.map(() => expect.toSatisfy((n: number) => n <= 14 * 1024)),
      ]);
    }
  });

  test('a form without a commune leads to the list', async () => {
    const { status, page } = await visitor(world).post(form, someone());
    expect(status).toBe(422);
    expect(page.querySelectorAll('.error-summary a').map((a) => [a.getAttribute('href'), a.text])).toEqual([
      ['#o-communeId', 'Vui lòng chọn đơn vị hoặc cơ quan'],
    ]);
    expect(page.querySelector('.field.invalid #o-communeId')).not.toBeNull();
  });

  test('a person registers, and is of that commune alone', async () => {
    const commune = communes[40]!;
    const { status } = await visitor(world).post(form, someone({ communeId: commune.id }));
    expect(status).toBe(303);
    const [one] = (await listRegistrations(world, id, { limit: 10 })).items;
    expect(one).toMatchObject({ unitId: commune.id, unitName: `Xã ${commune.name}` });
  });

  test('the list of events can be narrowed to a commune', async () => {
    const { page } = await visitor(world).get('/');
    expect(page.querySelectorAll('select[name=noi] option, select#o-noi option').length || 0).toBeGreaterThan(
      100,
    );
  });

  test('quotas go to the communes, which stand first', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination', placeUnitId: undefined });
    const organizer = await signIn(world, { role: 'organizer' });
    const path = `/quan-tri/lop/${event.id}/cu-nguoi`;
    const { page, text } = await organizer.get(path);
    expect(text).toContain('Các xã, phường, đặc khu trực thuộc tỉnh');
    expect(text).not.toContain('Các huyện, thành phố');
    expect(page.querySelectorAll('tbody input[type=checkbox]').length).toBe(communes.length);
  });
});
