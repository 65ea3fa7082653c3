import { beforeAll, describe, expect, test } from 'vitest';
import { importBodies, previewBodies } from '../../../functions/directory/bodies/import-bodies';
import { kindOfName } from '../../../functions/directory/bodies/kind-of-name';
import { listBodies } from '../../../functions/directory/bodies/list';
import { bodyFinder } from '../../../functions/directory/bodies/names';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { addPlaces } from '../../support/places';
import { signIn } from '../../support/visitor';
import { useWorld } from '../../support/world';

const LIST = [
  'STT\tTên cơ quan, đơn vị\tĐịa bàn\tĐịa chỉ\tEmail\tNgười liên hệ\tChức vụ\tĐiện thoại liên hệ',
  '1\tHội Luật gia tỉnh Kiên Giang\t\t1 Đống Đa, Rạch Giá\thlg@kg.example\tBà Trần Mẫu Hoa\tChánh Văn phòng\t0912.345.678',
  '2\tUBND huyện Gò Quao',
  '3\tSở Tư Pháp',
  '4\tTòa án nhân dân\tTP. Rạch Giá\t\t\t\t\t0297 3812 345',
  '5\tSở Tài chính\tHuyện Lạ',
  '6\tSở Y tế\t\t\tkhông',
  '7\tHội Luật gia tỉnh Kiên Giang',
].join('\n');

describe('a list of bodies', () => {
  const world = useWorld();
  beforeAll(async () => {
    await addPlaces(world);
    await addBody(world, 'Sở Tư pháp', { kind: 'department' });
  });

  test('is understood by its headings; what is there stays, slips are named', async () => {
    const { rows } = await previewBodies(world, LIST);
    expect(rows.map(({ outcome, errors }) => errors[0]?.code ?? outcome)).toEqual([
      'new',
      'new',
      'known',
      'name-required',
      'unit-unknown',
      'email-malformed',
      'row-twice',
    ]);
    expect(rows[0]!.input).toMatchObject({
      kind: 'lawyers-association',
      address: '1 Đống Đa, Rạch Giá',
      email: 'hlg@kg.example',
      contacts: [{ name: 'Bà Trần Mẫu Hoa', position: 'Chánh Văn phòng', phone: '0912345678' }],
    });
    expect(rows[1]!.input).toMatchObject({ kind: 'people-committee', unitId: 'unt_goquao' });
  });

  test('is written once', async () => {
    await importBodies(world, LIST);
    const names = (await listBodies(world)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Hội Luật gia tỉnh Kiên Giang', 'UBND huyện Gò Quao']));
    const again = await importBodies(world, LIST);
    expect(again.rows.filter(({ outcome }) => outcome === 'new')).toEqual([]);
    expect(await listBodies(world)).toHaveLength(names.length);
  });

  test('has a page for organizers, with a preview', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    const path = routes.consoleBodiesImport();
    const list = 'Tên cơ quan\tEmail\nBáo Mẫu\tbao@mau.example';
    const preview = await organizer.post(path, { list, buoc: 'xem' });
    expect(preview.text).toContain('Thêm 1 cơ quan');
    expect(preview.text).toContain('Nhập 1 cơ quan');
    expect((await organizer.post(path, { list, buoc: 'nhap' })).text).toContain('Đã thêm 1 cơ quan');
    expect((await organizer.get(routes.consoleBodies())).text).toContain('Báo Mẫu');
    const viewer = await signIn(world, { role: 'viewer' });
    expect((await viewer.get(path)).status).toBe(403);
    expect((await viewer.post(path, { list, buoc: 'nhap' })).status).toBe(403);
  });
});

describe('a body’s name', () => {
  test.each([
    ['Hội Luật gia tỉnh', 'lawyers-association'],
    ['Đoàn Luật sư tỉnh', 'bar-association'],
    ['Ủy ban MTTQ Việt Nam tỉnh', 'front'],
    ['Ủy ban nhân dân huyện An Minh', 'people-committee'],
    ['Tòa án nhân dân tỉnh', 'court'],
    ['Viện Kiểm sát nhân dân tỉnh', 'procuracy'],
    ['Trung tâm Trợ giúp pháp lý', 'legal-centre'],
    ['Văn phòng luật sư Mẫu', 'law-office'],
    ['Công ty TNHH Mẫu', 'company'],
    ['Hội Liên hiệp Phụ nữ tỉnh', 'union'],
    ['Sở Tài chính', 'department'],
    ['Chùa Mẫu', 'other'],
  ] as const)('%s says its kind: %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind);
  });

  test.each([
    ['UBND huyện Gò Quao', 'Ủy ban nhân dân huyện Gò Quao'],
    ['UBND H. Gò Quao', 'Ủy ban nhân dân huyện Gò Quao'],
    ['ubmttq vn tỉnh', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'],
    ['Hội LHPN tỉnh', 'Hội Liên hiệp Phụ nữ tỉnh'],
    ['TAND TP. Rạch Giá', 'Tòa án nhân dân thành phố Rạch Giá'],
    ['HOI LUAT GIA TINH', 'Hội Luật gia tỉnh'],
  ])('%s is found as %s', (short, name) => {
    const body = { id: 'bod_1', name } as never;
    expect(bodyFinder([body]).find(short)).toBe(body);
    expect(bodyFinder([body]).find(`${short} khác`)).toBeUndefined();
  });
});
