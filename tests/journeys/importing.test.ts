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
