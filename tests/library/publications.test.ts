import { beforeAll, describe, expect, test } from 'vitest';
import { updateMaterial } from '../../functions/library/materials/save';
import { createPublication, listPublications } from '../../functions/library/publications/log';
import { routes } from '../../web/routes';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';
import { addMaterial, addPublished, article } from './scene';

describe('the log of publications', () => {
  const world = useWorld();
  let organizer: Visitor;
  let viewer: Visitor;
  let id: string;
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
    id = await addPublished(world, { title: 'Bài thứ nhất' });
  });
  const entry = (day: string, portal = 'Cổng tỉnh') => ({ materialId: id, portal, day });

  test('names the material as it was, the latest day first, a page in one call', async () => {
    await createPublication(world, entry('2026-10-01'));
    await createPublication(world, entry('2026-11-02', 'Báo tỉnh'));
    await updateMaterial(world, id, 2, article({ title: 'Tên mới' }));
    const before = world.costs.length;
    const { items, next } = await listPublications(world, { limit: 1 });
    expect(world.costs.length - before).toBe(1);
    expect(items).toMatchObject([{ portal: 'Báo tỉnh', materialTitle: 'Bài thứ nhất' }]);
    expect((await listPublications(world, { cursor: next })).items).toMatchObject([{ day: '2026-10-01' }]);
  });

  test('knows no material that is not there, and no day to come', async () => {
    await expect(
      createPublication(world, { ...entry('2026-11-01'), materialId: 'mat_none' }),
    ).rejects.toMatchObject({ fields: [{ path: 'materialId', code: 'material-missing' }] });
    await expect(createPublication(world, entry('2026-11-17'))).rejects.toMatchObject({
      fields: [{ path: 'day', code: 'day-to-come' }],
    });
    expect((await organizer.api('POST', '/publications', entry('2026-02-30'))).status).toBe(422);
  });

  test('is written and mended in the console, by dates as people type them', async () => {
    const typed = { materialId: id, portal: 'Trang huyện', url: 'https://huyen.example/1', day: '3/11/2026' };
    expect((await organizer.post(routes.consolePublications(), typed)).status).toBe(303);
    const { page, text } = await organizer.get(routes.consolePublications());
    expect(text).toContain('03/11/2026');
    expect(text).toContain('<iframe src=');
    const remove = page.querySelector('td form')!.getAttribute('action')!;
    expect((await organizer.post(remove, { day: '2026-11-03' })).status).toBe(303);
    expect((await organizer.post(remove, { day: '2026-11-03' })).status).not.toBe(303);
    expect((await organizer.get(routes.consolePublications())).text).not.toContain('Trang huyện');
    const refused = await organizer.post(routes.consolePublications(), { ...typed, portal: '', day: 'mai' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#o-portal"');
    expect(refused.html).toContain('href="#o-day"');
  });

  test('is read by viewers, who change nothing, and by nobody outside', async () => {
    expect((await viewer.api('GET', '/publications')).status).toBe(200);
    expect((await visitor(world).api('GET', '/publications')).status).toBe(401);
    expect((await viewer.api('POST', '/publications', entry('2026-11-01'))).status).toBe(403);
    expect((await viewer.api('DELETE', '/publications/2026-11-02/pub_1')).status).toBe(403);
    expect((await organizer.api('DELETE', '/publications/2026-11-02/pub_1')).status).toBe(404);
    expect((await viewer.post(routes.consolePublications(), entry('2026-11-01'))).status).toBe(403);
    expect((await viewer.get(routes.consolePublications())).page.querySelectorAll('main form')).toHaveLength(
      0,
    );
  });
});

describe('what other portals show', () => {
  const world = useWorld();
  let id: string;
  beforeAll(async () => {
    await addMaterial(world, { title: 'Còn là nháp' });
    id = await addPublished(world, { title: 'Đất & <b>nhà</b> “mẫu”', topics: ['land'] });
    world.clock.forward(1_000);
    for (let i = 0; i < 9; i++) await addPublished(world, { title: `Bài ${i}` });
  });

  test('is a feed that is well formed, with what RFC 4287 asks of a feed and of each entry', async () => {
    const { html: xml, headers } = await visitor(world).get(routes.libraryFeed());
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(wellFormed(xml)).toBe(true);
    const [head = '', ...entries] = xml.split('<entry ');
    for (const of of [head, ...entries])
      for (const name of ['id', 'title', 'updated', 'author'])
        expect([name, of.split(`<${name}>`).length]).toEqual([name, 2]);
    expect(head).toContain(
      `<link rel="self" type="application/atom+xml" href="https://nhipcau.test${routes.libraryFeed()}"/>`,
    );
    expect(entries).toHaveLength(10);
    expect(new Set(entries.map((e) => /<id>(.*?)<\/id>/.exec(e)![1])).size).toBe(10);
    expect(xml).toContain('Đất &amp; &lt;b&gt;nhà&lt;/b&gt; “mẫu”');
    expect(xml).not.toContain('Còn là nháp');
    for (const at of xml.matchAll(/<(?:updated|published)>(.*?)</g))
      expect(Date.parse(at[1]!)).toBeGreaterThan(0);
  });

  test('is a frame with the latest, in which links open the whole page', async () => {
    const { page, text } = await visitor(world).get(routes.libraryEmbed());
    expect(page.querySelectorAll('li')).toHaveLength(8);
    expect(page.querySelectorAll('a').every((a) => a.getAttribute('target') === '_top')).toBe(true);
    expect(page.querySelectorAll('form, script, iframe')).toHaveLength(0);
    expect(text).not.toContain('Còn là nháp');
    const land = await visitor(world).get(`${routes.libraryEmbed()}?chu-de=land`);
    expect(land.page.querySelector('li a')!.getAttribute('href')).toBe(
      `https://nhipcau.test${routes.material(id)}`,
    );
  });

  test('of all pages the frame alone may be shown by other sites', async () => {
    const policyOf = async (path: string) => {
      const { headers } = await visitor(world).get(path);
      return [headers.get('content-security-policy'), headers.get('x-frame-options')] as const;
    };
    const [policy, option] = await policyOf(routes.libraryEmbed());
    expect(policy).toMatch(/frame-ancestors \*(;|$)/);
    expect(option).toBeNull();
    for (const path of [
      '/',
      routes.library(),
      routes.material(id),
      routes.libraryFeed(),
      `${routes.libraryEmbed()}/`,
      `${routes.libraryEmbed()}/x`,
      `/en${routes.libraryEmbed()}`,
      routes.console(),
      routes.signIn(),
      '/api/materials',
    ]) {
      const [other, closed] = await policyOf(path);
      expect([path, other]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
      expect([path, closed]).not.toEqual([path, null]);
    }
  });
});

/** Whether every element of an XML text ends, in order. */
const wellFormed = (xml: string): boolean => {
  const open: string[] = [];
  for (const [, end, name, alone] of xml
    .replace(/^<\?xml.*?\?>/, '')
    .matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (alone) continue;
    if (!end) open.push(name!);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;)/.test(xml);
};
