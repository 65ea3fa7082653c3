import { expect, test } from 'vitest';
import { routes } from '../../../web/routes';
import { fill, follow, send, textOf, typedDate } from '../form';
import { useJourney } from '../journey';
import { download, linkMailedTo, openLink, openPlace } from './walk';

const journey = useJourney();

test('II.3d: a call for support is mailed, answered by link, and becomes a pledge that is received', async () => {
  const page = await journey.organizer();
  await openPlace(page, 'Cơ quan', 'Vận động hỗ trợ');
  await openLink(page, 'Soạn thư vận động');
  await fill(page, {
    title: 'Hỗ trợ máy chiếu cho lớp tập huấn',
    words: 'Lớp tập huấn tại các xã cần máy chiếu.',
    'needs.0.kind': 'equipment',
    'needs.0.words': 'Máy chiếu',
    'needs.0.amount': '3',
    'needs.0.measure': 'máy',
    dueOn: typedDate(20),
  });
  await send(page);
  expect(await download(page, /Thư vận động/)).toMatchObject({ begins: 'PK' });
  await openLink(page, 'Chọn cơ quan và gửi');
  await page.getByLabel('Hội Luật gia tỉnh').check();
  await send(page);
  expect(await textOf(page)).toContain('Chờ trả lời');

  const body = await journey.person({ javaScriptEnabled: false });
  const link = await linkMailedTo(journey, 'hoiluatgia@', 'Hỗ trợ máy chiếu');
  await body.goto(journey.url(link));
  await fill(body, { stance: 'gives', 'amount.1': '2', by: typedDate(30), position: 'Chánh Văn phòng' });
  await send(body);
  expect(await textOf(body)).toContain('Đã gửi trả lời');

  await page.reload();
  await openLink(page, 'Hội Luật gia tỉnh');
  await openLink(page, 'Ghi thành cam kết');
  await send(page);
  expect(await textOf(page)).toContain('Đã ghi cam kết');
  await openLink(page, 'Máy chiếu');
  await openLink(page, 'Ghi lần nhận');
  await fill(page, { amount: '2', receivedBy: 'Văn phòng Sở Tư pháp' });
  await send(page);
  expect(await textOf(page)).toContain('Đã nhận đủ');
  await openLink(page, 'Xem thư');
  expect(await textOf(page)).toMatch(/3 máy 0 máy 2 máy 2 máy/);
});

test('II.3b: a hand-out is given to people of a class and to a commune, and the missing are named', async () => {
  const page = await journey.organizer();
  await openPlace(page, 'Thư viện', 'Cấp phát');
  await openLink(page, 'Ghi tài liệu đã in');
  await fill(page, { title: 'Sổ tay cho xã điểm', printed: '500', year: '2021' });
  await send(page);
  await page.goto(journey.url(routes.consoleEventHandouts('evt_2021_goquao')));
  await openLink(page, 'Sổ tay cho xã điểm');
  await page.locator('main input[name=ids]').first().check();
  await send(page, 'Ghi đã nhận cho người được chọn');
  expect(await textOf(page)).toMatch(/1 trên \d+ người có mặt đã nhận/);
  await send(page, /Ghi cho cả/);
  expect(await textOf(page)).toMatch(/(\d+) trên \1 người có mặt đã nhận/);
  await send(page, /^Bỏ ghi/);
  expect(await textOf(page)).toContain('Đã bỏ ghi.');
  await openPlace(page, 'Thư viện', 'Cấp phát');
  await openLink(page, 'Sổ tay cho xã điểm');
  await openLink(page, 'Cấp về xã');
  await fill(page, { unitId: 'unt_mau_1', amount: '40', receivedBy: 'Công chức tư pháp' });
  await send(page);
  expect(await textOf(page)).toContain('Cấp về xã 40');
  await openLink(page, 'Xã chỉ đạo điểm');
  expect(await textOf(page)).toContain('Mục tiêu: 100 %');
  expect(await download(page, /Tải danh sách/)).toMatchObject({ begins: 'PK' });
});

test('II.5b: an expert that a body names is found by field, and invited to a class', async () => {
  const page = await journey.organizer();
  await openPlace(page, 'Cơ quan', 'Chuyên gia');
  await openLink(page, 'Ghi chuyên gia');
  await fill(page, {
    bodyId: 'bod_tttvpl',
    fullName: 'Trần Văn Mẫu Thử',
    topics: 'minor-offences',
    phone: '0900000899',
  });
  await send(page);
  expect(await textOf(page)).toContain('Đã ghi chuyên gia.');
  await page.locator('main select[name="chu-de"]').selectOption('minor-offences');
  await follow(page, page.getByRole('button', { name: 'Lọc' }));
  expect(await textOf(page)).toContain('Có 1 chuyên gia.');
  await openLink(page, 'Trần Văn Mẫu Thử');
  await follow(page, page.locator('main a[href*="thu-moi"]').first());
  const ticked = page.locator('main input[name=bodyIds]:checked');
  expect(await ticked.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value')))).toEqual([
    'bod_tttvpl',
  ]);
});
