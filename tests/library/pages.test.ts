import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { getMaterial } from '../../functions/library/materials/get';
import { compileStyle } from '../../infra/build/style';
import { routes } from '../../web/routes';
import { addBody } from '../support/bodies';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';
import { addMaterial, addPublished } from './scene';

describe('the public library', () => {
  const world = useWorld();
  let video: string;
  let khmer: string;
  beforeAll(async () => {
    await addBody(world, 'Hội Luật gia tỉnh', { id: 'bod_hlg' });
    video = await addPublished(world, {
      title: 'Video mẫu',
      format: 'video',
      url: 'https://video.example/1',
      topics: ['land'],
      authorId: 'bod_hlg',
    });
    khmer = await addPublished(world, { title: 'ភាសាខ្មែរ', language: 'km', text: 'ភាសាខ្មែរ' });
    await addMaterial(world, { title: 'Còn là nháp' });
    world.clock.forward(1_000);
    for (let i = 0; i < 25; i++)
      await addPublished(world, { title: `Bài số ${i}`, summary: 'Tóm tắt của một bài viết. '.repeat(10) });
  });

  test('lists what is published, in pages, by topic and by words without accents', async () => {
    const { text, page } = await visitor(world).get(routes.library());
    expect(text).toContain('Có 27 tài liệu.');
    expect(text).not.toContain('Còn là nháp');
    const next = page.querySelector('a[rel=next]')!.getAttribute('href')!.replaceAll('&amp;', '&');
    expect((await visitor(world).get(next)).text).toContain('Video mẫu');
    const land = await visitor(world).get(`${routes.library()}?chu-de=land`);
    expect(land.page.querySelectorAll('article')).toHaveLength(1);
    const found = await visitor(world).get(`${routes.library()}?tim=hoi+luat+gia`);
    expect(found.page.querySelectorAll('article h2').map((h) => h.text)).toEqual(['Video mẫu']);
  });

  test('marks Khmer as Khmer, on Vietnamese and English pages', async () => {
    for (const path of [routes.material(khmer), `/en${routes.material(khmer)}`]) {
      const { page } = await visitor(world).get(path);
      expect(page.querySelector('h1')!.getAttribute('lang')).toBe('km');
      expect(page.querySelector('.markdown')!.getAttribute('lang')).toBe('km');
    }
  });

  test('links a video, says where it is, and plays nothing', async () => {
    const { page, text } = await visitor(world).get(routes.material(video));
    expect(page.querySelector('a.btn')!.getAttribute('href')).toBe('https://video.example/1');
    expect(text).toContain('video.example');
    expect(page.querySelectorAll('video, iframe, audio, script[src]')).toHaveLength(0);
  });

  test('costs 14 KB on a first visit', async () => {
    const { css } = (await compileStyle()).style;
    for (const path of [routes.library(), `/en${routes.library()}`, routes.material(video)]) {
      const { html } = await visitor(world).get(path);
      expect(gzipSync(html).length + gzipSync(css).length).toBeLessThanOrEqual(14 * 1024);
    }
  });

  test('reads its list once, and a material in two calls', async () => {
    const calls = async (path: string) => {
      const before = world.costs.length;
      await visitor(world).get(path);
      return world.costs.length - before;
    };
    world.clock.forward(61_000);
    expect(await calls(routes.library())).toBe(1);
    expect(await calls(routes.material(video))).toBe(2);
  });

  test('shows no draft by its address', async () => {
    const { material } = await addMaterial(world);
    expect((await visitor(world).get(routes.material(material.id))).status).toBe(404);
  });
});

describe('the console’s library', () => {
  const world = useWorld();
  let organizer: Visitor;
  const typed = {
    title: 'Bài mới',
    summary: 'Tóm tắt.',
    kind: 'article',
    topics: ['skills', 'land'],
    language: 'vi',
    format: 'text',
    text: 'Nội dung.',
  };
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer' });
  });
  const idOf = (to: string) => /mat_\w+/.exec(to)![0];

  test('adds, edits, publishes and withdraws a material', async () => {
    // As a browser sends it: with what the form itself adds.
    const own = (await organizer.get(routes.consoleNewMaterial())).page.querySelectorAll(
      'main form input[type=hidden]',
    );
    const hidden = Object.fromEntries(
      own.map((i) => [i.getAttribute('name')!, i.getAttribute('value') ?? '']),
    );
    const added = await organizer.post(routes.consoleNewMaterial(), { ...hidden, ...typed });
    expect(added.status).toBe(303);
    const id = idOf(added.to);
    expect((await getMaterial(world, id)).material.topics).toEqual(['skills', 'land']);
    const saved = await organizer.post(routes.consoleMaterial(id), {
      ...typed,
      version: '1',
      title: 'Tên khác',
    });
    expect(saved.status).toBe(303);
    expect((await organizer.post(routes.consoleMaterialPublish(id), { version: '2' })).status).toBe(303);
    expect((await visitor(world).get(routes.material(id))).text).toContain('Tên khác');
    const { page } = await organizer.get(routes.consoleMaterial(id));
    expect(page.querySelector(`form[action="${routes.consoleMaterialWithdraw(id)}"]`)).not.toBeNull();
    expect((await organizer.post(routes.consoleMaterialWithdraw(id), { version: '3' })).status).toBe(303);
    expect((await visitor(world).get(routes.material(id))).status).toBe(404);
  });

  test('brings back what was typed and names the field', async () => {
    const refused = await organizer.post(routes.consoleNewMaterial(), { ...typed, topics: [], text: '' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#o-topics"');
    expect(refused.html).toContain('value="Bài mới"');
  });

  test('says that another person saved in between, and shows what is there now', async () => {
    const id = idOf((await organizer.post(routes.consoleNewMaterial(), typed)).to);
    await organizer.post(routes.consoleMaterial(id), { ...typed, version: '1' });
    const late = await organizer.post(routes.consoleMaterialPublish(id), { version: '1' });
    expect(late.status).toBe(412);
    expect(late.text).toContain('Người khác vừa sửa tài liệu này');
  });

  test('is read by viewers, who change nothing', async () => {
    const id = idOf((await organizer.post(routes.consoleNewMaterial(), typed)).to);
    const viewer = await signIn(world, { role: 'viewer' });
    const { page, text } = await viewer.get(routes.consoleMaterial(id));
    expect(text).toContain('Nội dung.');
    expect(page.querySelectorAll('main form')).toHaveLength(0);
    expect((await viewer.get(routes.consoleNewMaterial())).status).toBe(403);
    expect((await viewer.post(routes.consoleMaterialPublish(id), { version: '1' })).status).toBe(403);
  });
});
