import { beforeAll, describe, expect, test } from 'vitest';
import { downloadFile, listDownloads } from '../../functions/library/files/download';
import { openFile, recordScan } from '../../functions/library/files/open';
import { addFile, askUpload } from '../../functions/library/files/upload';
import { getEntry } from '../../functions/library/materials/get';
import { openFileOf } from '../../functions/library/materials/material';
import { publishMaterial, withdrawMaterial } from '../../functions/library/materials/publish';
import { DAY } from '../../functions/platform/time/dates';
import { routes } from '../../web/routes';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { type TestWorld, useWorld } from '../support/world';
import { addMaterial } from './scene';

const PDF = Buffer.from('%PDF-1.7 một tài liệu');
const pdf = { format: 'pdf' as const, text: undefined };

/** As a browser uploads it. @returns the upload's id */
const upload = async (world: TestWorld, id: string, bytes: Uint8Array = PDF): Promise<string> => {
  const { uploadId, fields } = await askUpload(world, id);
  world.kept.set(fields.key!, bytes);
  return uploadId;
};
const addPdf = async (world: TestWorld, title = 'Sổ tay') =>
  (await addMaterial(world, { ...pdf, title })).material.id;
const withOpenFile = async (world: TestWorld, bytes?: Uint8Array) => {
  const id = await addPdf(world);
  const uploadId = await upload(world, id, bytes);
  await addFile(world, id, uploadId);
  const { version } = await openFile(world, id, uploadId, 'Đã quét trên máy của văn thư');
  await publishMaterial(world, id, version);
  return { id, uploadId };
};

describe('a file of a material', () => {
  const world = useWorld();

  test('is kept once, as version 1, closed until a person or a scanner opens it', async () => {
    const id = await addPdf(world);
    const uploadId = await upload(world, id);
    const { files } = await addFile(world, id, uploadId);
    expect(files).toMatchObject([{ number: 1, format: 'pdf', size: PDF.length, scan: 'waiting' }]);
    expect(openFileOf(await getEntry(world, id))).toBeUndefined();
    expect((await addFile(world, id, uploadId)).files).toHaveLength(1);
    expect([...world.kept.keys()].filter((key) => key.startsWith('incoming/'))).toEqual([]);
    await expect(publishMaterial(world, id, 2)).rejects.toMatchObject({ code: 'material-without-file' });
    await openFile(world, id, uploadId, 'Đã xem');
    expect((await publishMaterial(world, id, 3)).state).toBe('published');
  });

  test('is told by its first bytes, whatever its name says, and nothing of it stays', async () => {
    const id = await addPdf(world);
    const bad = await upload(world, id, Buffer.from('<html>'));
    await expect(addFile(world, id, bad)).rejects.toMatchObject({
      fields: [{ path: 'uploadId', code: 'file-not-pdf' }],
    });
    const { id: sound } = (await addMaterial(world, { format: 'audio', text: undefined })).material;
    await expect(addFile(world, sound, await upload(world, sound))).rejects.toMatchObject({
      fields: [{ code: 'file-not-audio' }],
    });
    for (const begin of [Buffer.from('ID3\u0004'), Buffer.from([0xff, 0xfb, 0x90, 0])])
      await addFile(world, sound, await upload(world, sound, begin));
    expect([...world.kept.keys()].filter((key) => key.includes(id))).toEqual([]);
  });

  test('has a bound that is looked at once more', async () => {
    const id = await addPdf(world);
    const large = Buffer.alloc(20 * 1024 * 1024 + 1);
    PDF.copy(large);
    await expect(addFile(world, id, await upload(world, id, large))).rejects.toMatchObject({
      fields: [{ code: 'file-above' }],
    });
  });

  test('is the one that was checked: an upload that is written anew changes nothing', async () => {
    const id = await addPdf(world);
    const uploadId = await upload(world, id);
    const { key } = (await addFile(world, id, uploadId)).files![0]!;
    world.kept.set(`incoming/${id}/${uploadId}`, Buffer.from('<script>'));
    expect(Buffer.from(world.kept.get(key)!)).toEqual(PDF);
    const swapped = await addPdf(world);
    const late = await upload(world, swapped);
    // Written anew between the copy and the check.
    const files = {
      ...world.files,
      copy: async (_: string, to: string) => void world.kept.set(to, Buffer.from('<script>')),
    };
    await expect(addFile({ ...world, files }, swapped, late)).rejects.toMatchObject({
      fields: [{ code: 'file-not-pdf' }],
    });
  });

  test('cannot be one that no browser sent, nor one of another material', async () => {
    const [one, other] = [await addPdf(world), await addPdf(world)];
    const uploadId = await upload(world, one);
    world.kept.set(`incoming/${one}/a/b`, PDF);
    for (const [id, said] of [
      [one, 'a/b'],
      [other, uploadId],
      [one, 'upl_none'],
      [one, '../letters/inv_1'],
    ] as const)
      await expect(addFile(world, id, said)).rejects.toMatchObject({ fields: [{ code: 'upload-missing' }] });
    const { id } = (await addMaterial(world)).material;
    await expect(askUpload(world, id)).rejects.toMatchObject({ code: 'material-no-file-format' });
  });

  test('in a new version stands above the old one, which the public gets until the new one is open', async () => {
    const { id } = await withOpenFile(world);
    const newer = await upload(world, id, Buffer.from('%PDF-2.0'));
    await addFile(world, id, newer);
    const entry = () => getEntry(world, id);
    expect((await entry()).files!.map(({ number }) => number)).toEqual([2, 1]);
    expect(openFileOf(await entry())!.number).toBe(1);
    await recordScan(world, id, newer, 'clean');
    expect(openFileOf(await entry())!.number).toBe(2);
    await recordScan(world, id, newer, 'infected');
    expect(openFileOf(await entry())!.number).toBe(1);
  });

  test('that a scanner found infected is closed, and no person opens it', async () => {
    const { id, uploadId } = await withOpenFile(world);
    await recordScan(world, id, uploadId, 'infected');
    await expect(downloadFile(world, id)).rejects.toMatchObject({ code: 'file-missing' });
    await expect(openFile(world, id, uploadId, 'Vẫn mở')).rejects.toMatchObject({ code: 'file-infected' });
  });

  test('is counted by day, in two calls, without who fetched it', async () => {
    const { id } = await withOpenFile(world);
    const before = world.costs.length;
    await downloadFile(world, id);
    expect(world.costs.length - before).toBe(2);
    await downloadFile(world, id);
    await downloadFile(world, id, { counts: false });
    world.clock.forward(DAY);
    await downloadFile(world, id);
    const { items } = await listDownloads(world, id);
    expect(items.map(({ count }) => count)).toEqual([1, 2]);
    expect(Object.keys(items[0]!).sort()).toEqual(['count', 'day']);
  });

  test('is given under the material’s name, while that is published', async () => {
    const { id } = await withOpenFile(world);
    expect(await downloadFile(world, id)).toMatchObject({
      name: 'so-tay.pdf',
      type: 'application/pdf',
      size: PDF.length,
    });
    await withdrawMaterial(world, id, (await getEntry(world, id)).version);
    await expect(downloadFile(world, id)).rejects.toMatchObject({ code: 'file-missing' });
  });
});

describe('the pages of files', () => {
  const world = useWorld();
  let organizer: Visitor;
  let viewer: Visitor;
  beforeAll(async () => {
    organizer = await signIn(world, { role: 'organizer', bearer: true });
    viewer = await signIn(world, { role: 'viewer', bearer: true });
  });

  test('show the size before the download, lead to the file and count it once', async () => {
    const { id } = await withOpenFile(world, Buffer.concat([PDF, Buffer.alloc(2_200_000)]));
    const { page, text } = await visitor(world).get(routes.material(id));
    expect(text).toContain('PDF, 2,1 MB');
    const href = page.querySelector('a.btn')!.getAttribute('href')!;
    expect((await visitor(world).get(`/en${routes.material(id)}`)).text).toContain('PDF, 2.1 MB');
    await visitor(world).request(href, { method: 'HEAD' });
    const answer = await visitor(world).get(href);
    expect([answer.status, answer.to]).toEqual([
      302,
      expect.stringMatching(/^https:\/\/files\.test\/library\//),
    ]);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await listDownloads(world, id)).items).toMatchObject([{ count: 1 }]);
    expect((await visitor(world).get(routes.library())).text).toContain('PDF, 2,1 MB');
  });

  test('upload to the store, come back, keep the file and open it with a reason', async () => {
    const id = await addPdf(world);
    const { page, headers } = await organizer.get(routes.consoleMaterialUpload(id));
    const form = page.querySelector('main form')!;
    expect(form.getAttribute('action')).toBe('https://files.test/');
    expect(headers.get('content-security-policy')).toMatch(/form-action 'self' https:\/\/files\.test(;|$)/);
    expect(headers.get('x-form-target')).toBeNull();
    const sent = (name: string) =>
      form.querySelector(`[name=${name}]`)!.getAttribute('value')!.replaceAll('&amp;', '&');
    world.kept.set(sent('key'), PDF);
    const back = new URL(sent('success_action_redirect'));
    const came = await organizer.get(back.pathname + back.search);
    expect(came.headers.get('content-security-policy')).toMatch(/form-action 'self'(;|$)/);
    const uploadId = came.page.querySelector('[name=uploadId]')!.getAttribute('value')!;
    expect((await organizer.post(routes.consoleMaterialUpload(id), { uploadId })).status).toBe(303);
    const refused = await organizer.post(routes.consoleMaterialOpenFile(id), { fileId: uploadId, note: '' });
    expect(refused.status).toBe(422);
    const opened = await organizer.post(routes.consoleMaterialOpenFile(id), {
      fileId: uploadId,
      note: 'Đã quét',
    });
    expect(opened.status).toBe(303);
    expect((await organizer.get(routes.consoleMaterial(id))).text).toContain('Người đọc nhận tệp này');
  });

  test('say what was wrong with a file, with a form for another one', async () => {
    const id = await addPdf(world);
    const uploadId = await upload(world, id, Buffer.from('MZ'));
    const refused = await organizer.post(routes.consoleMaterialUpload(id), { uploadId });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Tệp này không phải PDF');
    expect(refused.page.querySelector('input[type=file]')).not.toBeNull();
  });

  test('and their API are for organizers where they change something', async () => {
    const { id, uploadId } = await withOpenFile(world);
    for (const [path, body] of [
      [`/materials/${id}/uploads`, undefined],
      [`/materials/${id}/files`, { uploadId: 'upl_x' }],
      [`/materials/${id}/files/${uploadId}/opening`, { note: 'x y' }],
      [`/materials/${id}/files/${uploadId}/scan`, { result: 'clean' }],
    ] as const) {
      expect([path, (await viewer.api('POST', path, body)).status]).toEqual([path, 403]);
      expect([path, (await visitor(world).api('POST', path, body)).status]).toEqual([path, 401]);
    }
    expect((await viewer.get(routes.consoleMaterialUpload(id))).status).toBe(403);
    expect(
      (await viewer.post(routes.consoleMaterialOpenFile(id), { fileId: uploadId, note: 'x' })).status,
    ).toBe(403);
    expect((await viewer.api('GET', `/materials/${id}/files`)).json.files).toHaveLength(1);
    expect((await visitor(world).api('GET', `/materials/${id}/download`)).json).toMatchObject({
      size: PDF.length,
    });
    expect((await visitor(world).api('GET', `/materials/${id}/files`)).status).toBe(401);
  });
});
