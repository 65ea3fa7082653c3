import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../../functions/api/bodies/operations';
import { getBody } from '../../../functions/directory/bodies/get';
import { listBodies } from '../../../functions/directory/bodies/list';
import { markMailTrouble } from '../../../functions/directory/bodies/mail-trouble';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

describe('the console’s directory', () => {
  const world = useWorld();
  let organizer: Visitor;
  let viewer: Visitor;
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
  });

  test('adds a body with several people, skipping empty rows', async () => {
    const posted = await organizer.post(routes.consoleNewBody(), {
      name: 'Đoàn Luật sư tỉnh',
      kind: 'bar-association',
      'contacts.0.name': 'Lê Thị Ánh',
      'contacts.0.phone': '0912 345 678',
      'contacts.2.name': 'Trần Văn Bảy',
      'contacts.2.email': 'Bay@DLS.example',
    });
    expect(posted.status).toBe(303);
    const id = posted.to.split(/[/?]/).at(-2)!;
    expect((await getBody(world, id)).contacts).toEqual([
      { name: 'Lê Thị Ánh', phone: '0912345678' },
      { name: 'Trần Văn Bảy', email: 'bay@dls.example' },
    ]);
  });

  test('comes back with what was typed and the field named, and writes nothing', async () => {
    const before = (await listBodies(world)).length;
    const refused = await organizer.post(routes.consoleNewBody(), {
      name: 'Văn phòng X',
      kind: 'law-office',
      email: 'không phải email',
      'contacts.1.name': 'Lê Ba',
      'contacts.1.phone': '09x',
    });
    const html = refused.html;
    expect(refused.status).toBe(422);
    expect(html).toContain('href="#o-email"');
    expect(html).toContain('href="#o-contacts-0-phone">Người liên hệ 1, số điện thoại: ');
    expect(html).toContain('value="Văn phòng X"');
    expect((await listBodies(world)).length).toBe(before);
  });

  test('a row with a phone but no name asks for the name', async () => {
    const refused = await organizer.post(routes.consoleNewBody(), {
      name: 'Văn phòng Y',
      kind: 'law-office',
      'contacts.0.phone': '0912345678',
    });
    expect(refused.html).toContain('href="#o-contacts-0-name"');
  });

  test('more rows are shown without saving', async () => {
    const more = await organizer.post(routes.consoleNewBody(), { name: 'Chưa lưu', them: '9' });
    const html = more.html;
    expect(more.status).toBe(200);
    expect(html).toContain('name="contacts.8.name"');
    expect(html).toContain('value="Chưa lưu"');
  });

  test('finds without accents and by kind', async () => {
    await addBody(world, 'Tòa án nhân dân tỉnh', { kind: 'court' });
    const found = (await organizer.get(`${routes.consoleBodies()}?tim=toa+an`)).html;
    expect(found).toContain('Tòa án nhân dân tỉnh');
    expect(found).not.toContain('>Đoàn Luật sư tỉnh<');
    const courts = (await organizer.get(`${routes.consoleBodies()}?loai=court`)).html;
    expect(courts).toContain('Có 1 trong');
    expect((await organizer.get(`${routes.consoleBodies()}?loai=nonsense`)).html).toContain(
      'Đoàn Luật sư tỉnh',
    );
  });

  test('of two editors the second is told, with what they typed', async () => {
    const { id } = await addBody(world, 'Sở Tài chính', { kind: 'department' });
    const url = routes.consoleBody(id);
    const fields = { version: '1', name: 'Sở Tài chính tỉnh', kind: 'department' };
    expect((await organizer.post(url, fields)).status).toBe(303);
    const stale = await organizer.post(url, { ...fields, name: 'Sở TC' });
    const html = stale.html;
    expect(stale.status).toBe(412);
    expect(html).toContain('value="Sở TC"');
    expect(html).toContain('Người khác vừa sửa cơ quan này');
    expect((await getBody(world, id)).name).toBe('Sở Tài chính tỉnh');
  });

  test('is read by staff, kept by organizers, and nobody else’s', async () => {
    const { id } = await addBody(world, 'Hội Nông dân');
    expect((await viewer.get(routes.consoleBody(id))).html).not.toContain(
      '<button type="submit" class="btn">',
    );
    expect((await viewer.post(routes.consoleBody(id), { version: '1', name: 'x' })).status).toBe(403);
    expect((await viewer.post(routes.consoleNewBody(), { name: 'x' })).status).toBe(403);
    const stranger = visitor(world);
    for (const url of [routes.consoleBodies(), routes.consoleBody(id), routes.consoleNewBody()])
      expect((await stranger.get(url)).status).toBe(302);
  });
});

describe('the API of bodies', () => {
  const world = useWorld();
  let staff: Visitor;
  let viewer: Visitor;
  beforeAll(async () => {
    staff = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
  });
  const example = (id: string) => operations.find((o) => o.id === id)!.example;

  test('creates from its example, reads, lists by pages and updates from its example', async () => {
    const made = await staff.api('POST', '/bodies', example('createBody'));
    expect(made.status).toBe(201);
    const { id } = made.json;
    expect((await viewer.api('GET', `/bodies/${id}`)).json).toMatchObject({ id, version: 1 });
    await addBody(world, 'Hội Luật gia', { id: 'bod_hlg' });
    const updated = await staff.api('PUT', '/bodies/bod_hlg', example('updateBody'));
    expect(updated.json).toMatchObject({ version: 2, name: 'Hội Luật gia tỉnh' });
    expect((await staff.api('PUT', '/bodies/bod_hlg', example('updateBody'))).status).toBe(412);
    const first = (await viewer.api('GET', '/bodies?limit=1')).json;
    expect(first.items).toHaveLength(1);
    const second = (await viewer.api('GET', `/bodies?limit=1&cursor=${first.next}`)).json;
    expect(second).toMatchObject({ items: [{ id: expect.not.stringMatching(first.items[0].id) }] });
    expect(second.next).toBeNull();
  });

  test('holds people’s numbers, so it is staff’s alone', async () => {
    const stranger = visitor(world);
    expect((await stranger.api('GET', '/bodies/bod_hlg')).status).toBe(401);
    expect((await stranger.api('POST', '/bodies', example('createBody'))).status).toBe(401);
    expect((await viewer.api('POST', '/bodies', example('createBody'))).status).toBe(403);
    expect((await viewer.api('PUT', '/bodies/bod_hlg', example('updateBody'))).status).toBe(403);
  });

  test('everybody learns the names, to register for a body, and nothing else', async () => {
    const stranger = visitor(world);
    await addBody(world, 'Hội Chữ thập đỏ', { contacts: [{ name: 'Lê Thị Bí Mật' }] });
    const named = async (search: string) =>
      (await stranger.api('GET', `/bodies?search=${encodeURIComponent(search)}`)).json.items;
    const id = expect.stringMatching(/^bod_/);
    expect(await named('chu thap do')).toEqual([
      { id, bodyId: id, name: 'Hội Chữ thập đỏ', kind: 'lawyers-association' },
    ]);
    expect(await named('bi mat'), 'who its people are is not to be guessed').toEqual([]);
    expect(await named('vp@hoi.example')).toEqual([]);
  });

  test('an address that works after all loses its mark', async () => {
    const { id } = await addBody(world, 'Hội Khuyến học', { email: 'day@hoi.example' });
    await markMailTrouble(world, 'day@hoi.example', 'bounced');
    const url = `/bodies/${id}/working-address`;
    const said = { version: 2, email: 'day@hoi.example' };
    expect((await viewer.api('POST', url, said)).status).toBe(403);
    expect((await staff.api('POST', url, { ...said, version: 1 })).status).toBe(412);
    expect((await getBody(world, id)).mailTroubles).toHaveLength(1);
    expect((await staff.api('POST', url, said)).json).toMatchObject({ mailTroubles: [], version: 3 });
    expect((await staff.api('POST', '/bodies/bod_none/working-address', said)).status).toBe(404);
  });

  test('an unknown body is missing and so is a malformed id', async () => {
    expect((await staff.api('GET', '/bodies/bod_none')).status).toBe(404);
    expect((await staff.api('GET', '/bodies/x')).status).toBe(404);
  });
});
