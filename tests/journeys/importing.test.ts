import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { fill, follow, send, textOf } from './form';
import { axe, useJourney } from './journey';

const journey = useJourney();
const EVENT = 'evt_mau_mo';

test('an organizer pastes a list, looks at it, mends a row and imports it; once more changes nothing', async () => {
  const page = await journey.organizer();
  await page.goto(journey.url(routes.consoleRegistrations(EVENT)));
  await follow(page, page.getByRole('link', { name: 'Nhập danh sách' }));
  expect(await axe(page)).toEqual([]);
  const list = (phone: string) =>
    `Họ và tên\tSố điện thoại\tĐơn vị\tChức vụ\nDanh Thị Mẫu Sen\t0900 720 001\tGò Quao\tTrưởng ấp\nLý Văn Mẫu Khang\t${phone}\tGò Quao\tTổ trưởng`;
  await fill(page, { list: list('0900 72'), attest: 'on' });
  await send(page);
  expect(await textOf(page)).toContain('Số điện thoại cần đủ 10 chữ số');
  expect(await axe(page)).toEqual([]);
  await send(page, 'Sửa danh sách');
  await fill(page, { list: list('0900 720 002') });
  await send(page);
  await send(page, 'Nhập 2 người');
  await expect.poll(() => textOf(page)).toContain('Đã xong 2 trên 2 dòng Ghi mới 2');
  expect(await axe(page)).toEqual([]);
  await page.goto(journey.url(`${routes.consoleRegistrations(EVENT)}?tim=Mẫu+Sen`));
  expect(await textOf(page)).toContain('Nhập danh sách');
  await page.goto(journey.url(routes.consoleImport(EVENT)));
  await fill(page, { list: list('0900 720 002'), attest: 'on' });
  await send(page);
  expect(await textOf(page)).toContain('Không có gì để nhập');
});

test('the corrected list again asks who is meant, and exchanges one person for another', async () => {
  const page = await journey.organizer();
  const list = (...rows: string[]) => ['Họ và tên\tSố điện thoại\tĐơn vị', ...rows].join('\n');
  const look = async (...rows: string[]) => {
    await page.goto(journey.url(routes.consoleImport(EVENT)));
    await fill(page, { list: list(...rows), attest: 'on' });
    await send(page, 'Xem trước');
  };
  await look(
    'Danh Mẫu Tư\t0900 720 011\tGò Quao',
    'Lý Mẫu Hoa\t0900 720 012\tGò Quao',
    'Thị Mẫu Liên\t0900 720 013\tGò Quao',
  );
  await send(page, 'Nhập 3 người');
  await expect.poll(() => textOf(page)).toContain('Đã xong 3 trên 3 dòng Ghi mới 3');
  await look(
    'Danh Mẫu Tư\t0900 720 019\tGò Quao',
    'Lý Mẫu Hao\t0900 720 012\tGò Quao',
    'Tiên Mẫu Phúc\t0900 720 014\tGò Quao',
  );
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Dòng 3: Lý Mẫu Hao').selectOption({ index: 1 });
  await page.getByLabel('Thay Thị Mẫu Liên').selectOption('dòng 4: Tiên Mẫu Phúc');
  await page.setViewportSize({ width: 360, height: 740 });
  await send(page, 'Nhập danh sách');
  await expect.poll(() => textOf(page)).toContain('Ghi mới 1 (trong đó 1 người đi thay)');
  expect(await textOf(page)).toContain('Sửa thông tin 2');
  await page.goto(journey.url(`${routes.consoleRegistrations(EVENT)}?tim=Mẫu+Liên`));
  expect(await textOf(page)).toContain('Đã hủy');
});
