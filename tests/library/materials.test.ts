import { beforeAll, describe, expect, test } from 'vitest';
import { onAuditStream } from '../../functions/background/streams/audit';
import { getMaterial, getPublished } from '../../functions/library/materials/get';
import { listMaterials, materialsWith } from '../../functions/library/materials/list';
import { materialItems, materialTexts, textKey } from '../../functions/library/materials/material';
import { publishMaterial, withdrawMaterial } from '../../functions/library/materials/publish';
import { updateMaterial } from '../../functions/library/materials/save';
import { historyOf } from '../../functions/platform/audit/history';
import { addBody } from '../support/bodies';
import { streamRecord } from '../support/stored';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { useWorld } from '../support/world';
import { addMaterial, addPublished, article } from './scene';

describe('a material', () => {
  const world = useWorld();
  beforeAll(() => addBody(world, 'Sở Tư pháp tỉnh', { id: 'bod_stp', kind: 'department' }));

  test('is a draft that the public does not see until it is published, nor after it is withdrawn', async () => {
    const { material } = await addMaterial(world, { authorId: 'bod_stp' });
    expect(material).toMatchObject({ state: 'draft', version: 1, author: { name: 'Sở Tư pháp tỉnh' } });
    const seen = () => getPublished(world, material.id).then(({ material: { state } }) => state);
    await expect(seen()).rejects.toMatchObject({ kind: 'missing', code: 'material-missing' });
    await publishMaterial(world, material.id, 1);
    expect(await seen()).toBe('published');
    await withdrawMaterial(world, material.id, 2);
    await expect(seen()).rejects.toMatchObject({ kind: 'missing' });
  });

  test('keeps the day on which it was first published', async () => {
    const id = await addPublished(world);
    const { publishedAt } = (await getMaterial(world, id)).material;
    world.clock.forward(86_400_000);
    await withdrawMaterial(world, id, 2);
    expect((await publishMaterial(world, id, 3)).publishedAt).toBe(publishedAt);
  });

  test('is published and withdrawn once, however often it is asked', async () => {
    const id = await addPublished(world);
    expect((await publishMaterial(world, id, 1)).version).toBe(2);
    expect((await withdrawMaterial(world, id, 2)).version).toBe(3);
    expect((await withdrawMaterial(world, id, 2)).version).toBe(3);
    const { material } = await addMaterial(world);
    await expect(withdrawMaterial(world, material.id, 1)).rejects.toMatchObject({ code: 'material-draft' });
  });

  test('of two editors of one version the second is told, and writes nothing', async () => {
    const { material } = await addMaterial(world);
    const saved = await updateMaterial(world, material.id, 1, article({ text: 'Bài mới.' }));
    expect(saved).toMatchObject({ text: 'Bài mới.', material: { version: 2 } });
    const late = updateMaterial(world, material.id, 1, article({ title: 'Tên khác', text: 'Bài khác.' }));
    await expect(late).rejects.toMatchObject({ kind: 'stale', code: 'material-stale' });
    expect((await getMaterial(world, material.id)).text).toBe('Bài mới.');
    await expect(publishMaterial(world, material.id, 1)).rejects.toMatchObject({ kind: 'stale' });
  });

  test('loses the author, the address and the text that an edit leaves out', async () => {
    const { material } = await addMaterial(world, {
      format: 'video',
      url: 'https://video.example/1',
      authorId: 'bod_stp',
    });
    await updateMaterial(
      world,
      material.id,
      1,
      article({ format: 'video', url: 'https://video.example/2', text: undefined }),
    );
    const now = await getMaterial(world, material.id);
    expect(now.text).toBeUndefined();
    expect(now.material.author).toBeUndefined();
    expect(now.material.url).toBe('https://video.example/2');
  });

  test.each([
    ['a text without words', { text: undefined }, 'text', 'required'],
    ['a video without an address', { format: 'video' as const }, 'url', 'required'],
    ['an article with a video’s address', { url: 'https://video.example/1' }, 'url', 'url-of-video'],
    ['an author who is no body', { authorId: 'bod_none' }, 'authorId', 'body-unknown'],
  ])('is refused where it is %s', async (_what, more, path, code) => {
    await expect(addMaterial(world, more)).rejects.toMatchObject({ fields: [{ path, code }] });
  });

  test('needs a topic, each once, and an address without a password', () => {
    expect(() => article({ topics: [] })).toThrow();
    expect(article({ topics: ['land', 'land', 'skills'] }).topics).toEqual(['land', 'skills']);
    expect(() => article({ format: 'video', url: 'https://user:pass@video.example/' })).toThrow();
    expect(() => article({ format: 'video', url: 'javascript:alert(1)' })).toThrow();
  });

  test('has a history that tells of a new text, without repeating it', async () => {
    const { material } = await addMaterial(world);
    const saved = await updateMaterial(world, material.id, 1, article({ text: 'Một bài dài.' }));
    const again = await updateMaterial(world, material.id, 2, article({ text: 'Một bài dài.' }));
    expect([material, saved.material, again.material].map((m) => m.textVersion)).toEqual([1, 2, 2]);
    const text = await world.db.get(materialTexts, textKey(material.id));
    await onAuditStream(world, [
      streamRecord(world, 'library', { ...material, by: 'acc_org' }),
      streamRecord(world, 'library', { ...saved.material, by: 'acc_org' }, { ...material }),
      streamRecord(world, 'library', { ...text! }),
    ]);
    const { items } = await historyOf(world, material.id);
    expect(items.map(({ what, who, fields }) => [what, who, fields.textVersion])).toEqual([
      ['changed', 'acc_org', { from: 1, to: 2 }],
      ['created', 'acc_org', { to: 1 }],
    ]);
    expect(JSON.stringify(items)).not.toContain('Một bài dài');
    expect((await historyOf(world, 'material-text')).items).toEqual([]);
  });
});

describe('the list of materials', () => {
  const world = useWorld();
  const found = async (search: string) =>
    materialsWith(await listMaterials(world), { search }).map(({ title }) => title);
  beforeAll(async () => {
    await addBody(world, 'Đoàn Luật sư tỉnh', { id: 'bod_dls', kind: 'bar-association' });
    await addMaterial(world, { title: 'Tranh chấp ranh giới đất', topics: ['land'], authorId: 'bod_dls' });
    await addMaterial(world, { title: 'Lắng nghe', summary: 'Khi hai bên nóng giận.' });
  });

  test('is searched without accents in title, topic, author and summary', async () => {
    expect(await found('ranh gioi dat')).toEqual(['Tranh chấp ranh giới đất']);
    expect(await found('doan luat su')).toEqual(['Tranh chấp ranh giới đất']);
    expect(await found('nha o')).toEqual(['Tranh chấp ranh giới đất']);
    expect(await found('nong gian')).toEqual(['Lắng nghe']);
    expect(await found('khong co gi')).toEqual([]);
  });

  test('is read in one call, whatever its length, and not again within a minute', async () => {
    for (let i = 0; i < 60; i++) await addMaterial(world, { title: `Bài ${i}`, text: 'dài '.repeat(5_000) });
    const calls = async () => {
      const before = world.costs.length;
      await listMaterials(world);
      return world.costs.length - before;
    };
    expect(await calls()).toBe(1);
    expect(await calls()).toBe(0);
    world.clock.forward(61_000);
    expect(await calls()).toBe(1);
  });

  test('shows a change of this function at once', async () => {
    const { material } = await addMaterial(world, { title: 'Vừa thêm' });
    expect((await listMaterials(world)).map(({ id }) => id)).toContain(material.id);
  });
});

describe('the API of materials', () => {
  const world = useWorld();
  let organizer: Visitor;
  let viewer: Visitor;
  const body = { ...article(), authorId: undefined };
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
  });

  test('shows what is published to everybody, drafts to staff', async () => {
    const draft = (await organizer.api('POST', '/materials', body)).json;
    world.clock.forward(1_000);
    const open = (await organizer.api('POST', '/materials', { ...body, title: 'Đã đăng' })).json;
    await organizer.api('POST', `/materials/${open.id}/publication`, { version: 1 });
    const titles = async (who: Visitor) =>
      (await who.api('GET', '/materials')).json.items.map(({ title }: { title: string }) => title);
    expect(await titles(visitor(world))).toEqual(['Đã đăng']);
    expect(await titles(viewer)).toEqual(['Đã đăng', body.title]);
    expect((await visitor(world).api('GET', `/materials/${draft.id}`)).status).toBe(404);
    expect((await viewer.api('GET', `/materials/${draft.id}`)).json).toMatchObject({ text: body.text });
  });

  test('is for organizers where it changes something', async () => {
    const { id } = (await organizer.api('POST', '/materials', body)).json;
    for (const [verb, path, sent] of [
      ['POST', '/materials', body],
      ['PUT', `/materials/${id}`, { ...body, version: 1 }],
      ['POST', `/materials/${id}/publication`, { version: 1 }],
      ['POST', `/materials/${id}/withdrawal`, { version: 1 }],
    ] as const) {
      expect([path, (await viewer.api(verb, path, sent)).status]).toEqual([path, 403]);
      expect([path, (await visitor(world).api(verb, path, sent)).status]).toEqual([path, 401]);
    }
    expect(await world.db.get(materialItems, { pk: 'material', sk: id })).toMatchObject({ version: 1 });
  });
});
