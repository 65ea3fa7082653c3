import { expect, test } from 'vitest';
import { routes } from '../../../web/routes';
import { fill, send, textOf } from '../form';
import { useJourney } from '../journey';
import { download, openLink, openPlace } from './walk';

const journey = useJourney();
const PLAN = 'Kế hoạch thực hiện Đề án “Nâng cao năng lực đội ngũ hòa giải viên ở cơ sở” năm 2021';

const openPlan = async (tab?: string) => {
  const page = await journey.organizer();
  await openPlace(page, 'Kế hoạch');
  await page.locator('main tr', { hasText: '77/KH-UBND' }).getByRole('link').first().click();
  if (tab) await openLink(page, tab);
  return page;
};

test('II.1: the issued plan of 2021 shows its tasks, their bodies and events, and its year', async () => {
  const page = await openPlan();
  const text = await textOf(page);
  expect(text).toContain(PLAN);
  expect(text).toContain('77/KH-UBND, 14/04/2021');
  expect(text).toContain('Tập huấn cho tập huấn viên cấp huyện năm 2021');
  await openLink(page, 'Tiến độ');
  const row = page.locator('main tr', { hasText: 'II.3b' });
  expect(await row.innerText()).toContain('2');
});

test('III.1: the figures of the plan, and the one page to lay before the director', async () => {
  const page = await openPlan('Tổng quan');
  expect(await textOf(page)).toContain('23 trên 23 báo cáo');
  await openLink(page, 'Bản một trang để trình');
  expect(await textOf(page)).toMatch(/tình hình thực hiện kế hoạch/i);
  expect(await page.locator('main tr', { hasText: 'II.2' }).first().innerText()).toContain('48 trên 60');
});

test('III.2: an officer sees the figures of the own district alone', async () => {
  const page = await journey.organizer('go-quao@kiengiang.example');
  await openPlace(page, 'Kế hoạch');
  await page.locator('main tr', { hasText: '77/KH-UBND' }).getByRole('link').first().click();
  await openLink(page, 'Tổng quan');
  const text = await textOf(page);
  expect(text).toContain('Gò Quao');
  expect(text).not.toContain('Châu Thành');
});

test('III.5: a cost is written down with its source, counts in the totals, and the list of money is a file', async () => {
  const page = await openPlan('Kinh phí');
  await openLink(page, 'Ghi khoản kinh phí');
  await fill(page, {
    taskId: 'tsk_2021_ii5a',
    item: 'materials',
    source: 'province',
    estimate: '2.500.000',
  });
  await send(page);
  expect(await textOf(page)).toContain('Dự toán 69.000.000 đồng');
  await page.goto(journey.url(`${routes.consoleMoneyList('evt_2021_goquao')}?muc=100.000`));
  expect(await download(page, /Word/)).toMatchObject({ begins: 'PK' });
});

test('II.3a: a team below the requirements is found, and a mediator’s recognition is written down', async () => {
  const page = await journey.organizer();
  await openPlace(page, 'Hòa giải viên', 'Còn thiếu');
  expect(await textOf(page)).toContain('Có 5 tổ còn thiếu');
  await openLink(page, 'Tổ hòa giải ấp mẫu 6');
  await openLink(page, 'Võ Văn Mẫu Tâm');
  await openLink(page, 'Ghi công nhận');
  await fill(page, { number: '12/QĐ-UBND', on: '05/02/2021' });
  await send(page);
  await openPlace(page, 'Hòa giải viên', 'Còn thiếu');
  expect(await textOf(page)).toContain('Có 4 tổ còn thiếu');
});

test('II.3d, II.5b, III.4: a promised hall is received, counts, and the body is thanked by a letter', async () => {
  const page = await journey.organizer();
  await openPlace(page, 'Cơ quan', 'Nguồn lực');
  await openLink(page, 'Hội trường, bàn ghế, âm thanh cho lớp bồi dưỡng');
  await openLink(page, 'Ghi lần nhận');
  await fill(page, { on: '12/05/2021', amount: '2', receivedBy: 'Phòng Phổ biến, giáo dục pháp luật' });
  await send(page);
  expect(await textOf(page)).toContain('Đã nhận đủ');
  // The Court’s speakers of 2021 (III.4).
  await page.goto(journey.url(routes.consoleBody('bod_tand')));
  expect(await textOf(page)).toContain('Báo cáo viên về công nhận kết quả hòa giải thành');
  expect(await download(page, /thư cảm ơn/i)).toMatchObject({ begins: 'PK' });
});

test('II.4a: a link to the law is added, and stands under its topic on the public page', async () => {
  const page = await journey.organizer();
  await openPlace(page, 'Thư viện', 'Liên kết pháp luật');
  await openLink(page, /Thêm liên kết/);
  await fill(page, { title: 'Luật Đất đai thử', url: 'https://vbpl.vn/thu', topics: 'land' });
  await send(page);
  const reader = await journey.person({ javaScriptEnabled: false });
  await reader.goto(journey.url(routes.legalLinks()));
  expect(await textOf(reader)).toMatch(/Đất đai, nhà ở Luật Đất đai thử/);
});
