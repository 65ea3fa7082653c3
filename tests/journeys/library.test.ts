import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { fill, send, textOf } from './form';
import { axe, useJourney } from './journey';

const journey = useJourney();
const PDF = { name: 'Sổ tay.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nsổ tay') };

test('an organizer uploads a file to the store, opens and publishes it; a mediator downloads it without scripts', async () => {
  const page = await journey.organizer();
  await page.goto(journey.url(routes.consoleNewMaterial()));
  await fill(page, {
    title: 'Sổ tay thử',
    summary: 'Một tệp.',
    topics: 'land',
    language: 'vi',
    format: 'pdf',
  });
  await send(page, 'Lưu');
  expect(await textOf(page)).toContain('Đã thêm tài liệu');
  const [id] = /mat_\w+/.exec(page.url())!;

  await page.getByRole('link', { name: 'Tải tệp lên' }).click();
  await page.locator('input[type=file]').setInputFiles({ ...PDF, buffer: Buffer.from('MZ') });
  expect(await axe(page)).toEqual([]);
  await send(page, 'Tải lên');
  await send(page, 'Lưu tệp này');
  expect(await textOf(page)).toContain('Tệp này không phải PDF');

  await page.locator('input[type=file]').setInputFiles(PDF);
  await send(page, 'Tải lên');
  await send(page, 'Lưu tệp này');
  expect(await textOf(page)).toContain('Chưa quét, chưa mở');
  expect(await axe(page)).toEqual([]);
  await fill(page, { note: 'Đã quét trên máy của văn thư' });
  await send(page, 'Mở cho người đọc');
  await send(page, 'Đăng tài liệu');
  expect(await textOf(page)).toContain('Đã đăng tài liệu');

  const reader = await journey.person({ javaScriptEnabled: false });
  await reader.goto(journey.url(routes.material(id)));
  expect(await textOf(reader)).toContain('PDF, 1 KB');
  const [download] = await Promise.all([
    reader.waitForEvent('download'),
    reader.getByRole('link', { name: 'Tải tệp PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('so-tay-thu.pdf');
  expect(await readFile(await download.path(), 'utf8')).toBe(PDF.buffer.toString('utf8'));
  const { items } = await journey.api<{ items: { count: number }[] }>('GET', `/materials/${id}/downloads`);
  expect(items.map(({ count }) => count)).toEqual([1]);
});
