import { expect, test } from 'vitest';
import { fill, send, textOf, typedDate } from '../form';
import { useJourney } from '../journey';
import { download, linkMailedTo, openLink, openPlace } from './walk';

const journey = useJourney();

/** A body opens its personal link without an account, and without JavaScript. */
const bodyAt = async (path: string) => {
  const page = await journey.person({ javaScriptEnabled: false });
  await page.goto(journey.url(path));
  return page;
};

test('II.5a: a recommendation goes to its body, is answered by link and closed, and stands in the Excel list', async () => {
  const page = await journey.organizer();
  await openPlace(page, 'Cơ quan', 'Kiến nghị, vướng mắc');
  await openLink(page, 'Chuyển kiến nghị, vướng mắc');
  await fill(page, {
    sort: 'recommendation',
    title: 'Nâng mức chi thử',
    words: 'Mức chi còn thấp.',
    bodyId: 'bod_stc',
    dueOn: typedDate(20),
  });
  await send(page);
  expect(await textOf(page)).toContain('Nâng mức chi thử');

  const body = await bodyAt(await linkMailedTo(journey, 'vanthu.stc', 'Nâng mức chi thử'));
  await fill(body, { outcome: 'done', words: 'Đã điều chỉnh mức chi.', position: 'Phó Giám đốc' });
  await send(body);
  expect(await textOf(body)).toContain('Đã gửi');

  await page.reload();
  expect(await textOf(page)).toContain('Đã điều chỉnh mức chi.');
  await openLink(page, /Kết thúc/);
  await fill(page, { words: 'Đã giải quyết.' });
  await send(page);
  expect(await textOf(page)).toContain('Đã kết thúc');
  await openPlace(page, 'Cơ quan', 'Kiến nghị, vướng mắc');
  expect(await download(page, 'Tải danh sách này (Excel)')).toMatchObject({ begins: 'PK' });
});

test('II.3c: a team asks for support, a body answers by link, and the outcome is counted', async () => {
  const page = await journey.organizer();
  await openPlace(page, 'Hòa giải viên', 'Hỗ trợ vụ, việc');
  await openLink(page, 'Gửi đề nghị cho tổ hòa giải');
  const asked = { unitId: 'unt_mau_1', teamName: 'Tổ thử', type: 'land' };
  await fill(page, { ...asked, words: 'Ông Nguyễn Văn An, số 0912345678, tranh chấp ranh đất.' });
  await send(page);
  // A name and a number of a party: nothing is stored, and what was typed is still there.
  expect(await page.locator('main .error-summary, main [role=alert]').count()).toBeGreaterThan(0);
  await fill(page, { words: 'Hai hộ liền kề bất đồng về ranh đất.' });
  await send(page);
  expect(await textOf(page)).toContain('Hai hộ liền kề bất đồng về ranh đất.');
  await openLink(page, 'Chuyển tới cơ quan trả lời');
  await fill(page, { bodyId: 'bod_hlg', dueOn: typedDate(10) });
  await send(page);

  const body = await bodyAt(await linkMailedTo(journey, 'hoiluatgia', 'Hai hộ liền kề'));
  await fill(body, { how: 'words', words: 'Đề nghị đo đạc lại.', position: 'Luật gia' });
  await send(body);

  await page.reload();
  expect(await textOf(page)).toContain('Đề nghị đo đạc lại.');
  await openLink(page, 'Kết thúc');
  await fill(page, { outcome: 'settled' });
  await send(page);
  await openPlace(page, 'Hòa giải viên', 'Hỗ trợ vụ, việc');
  expect(await textOf(page)).toContain('Đã kết thúc (1)');
});

test('II.5c: a visit is held, its finding is replied to by link, and its conclusion is a Word file', async () => {
  const page = await journey.organizer();
  await openPlace(page, 'Kế hoạch', 'Kiểm tra');
  await openLink(page, 'Huyện An Minh');
  await openLink(page, 'Ghi nội dung cần khắc phục');
  await fill(page, { title: 'Sổ thử', words: 'Chưa ghi đủ sổ.', dueOn: typedDate(20) });
  await send(page);
  const body = await bodyAt(await linkMailedTo(journey, 'tuphap.anminh', 'Sổ thử'));
  await fill(body, { outcome: 'done', words: 'Đã ghi bổ sung.', position: 'Trưởng phòng' });
  await send(body);
  await page.reload();
  await openLink(page, 'Kết luận');
  await fill(page, { words: 'Đơn vị thực hiện đúng Kế hoạch.' });
  await send(page);
  expect(await textOf(page)).toContain('Đã kết luận');
  const file = await download(page, /Kết luận kiểm tra \(Word\)/);
  expect(file).toMatchObject({ name: expect.stringMatching(/^ket-luan-kiem-tra-.*\.docx$/), begins: 'PK' });
});

test('III.3: the Front reads a visit of 2021 and leaves a monitoring note', async () => {
  const page = await journey.organizer('mat-tran@kiengiang.example');
  await openPlace(page, 'Kế hoạch', 'Kiểm tra');
  await page.locator('main tr', { hasText: '15/09/2021' }).getByRole('link').first().click();
  await openLink(page, 'Thêm ghi chú giám sát');
  await fill(page, { from: 'Ủy ban MTTQ Việt Nam tỉnh', words: 'Đề nghị theo dõi tiếp.' });
  await send(page);
  expect(await textOf(page)).toContain('Đề nghị theo dõi tiếp.');
});

test('III.6: reports on the plan of 2021 are asked for, given by link, and consolidated as Word and Excel', async () => {
  const page = await journey.organizer();
  await openPlace(page, 'Kế hoạch', 'Báo cáo');
  await openLink(page, /số 77\/KH-UBND năm 2021/);
  expect(await textOf(page)).toContain('Đã nộp 23/23 báo cáo, trong đó 2 nộp sau hạn');
  await openLink(page, 'Yêu cầu báo cáo');
  await fill(page, { planId: 'pln_2021', title: 'Báo cáo thử', dueOn: typedDate(30), events: 'on' });
  await send(page);
  const body = await bodyAt(await linkMailedTo(journey, 'tuphap.goquao', 'Báo cáo thử'));
  // One class was held there in 2021.
  expect(await body.locator('[name="figures.events"]').inputValue()).toBe('1');
  await fill(body, { results: 'Đã tổ chức một lớp.', position: 'Phó Chủ tịch' });
  await send(body);
  expect(await textOf(body)).toContain('Đã gửi báo cáo');
  await page.reload();
  expect(await textOf(page)).toContain('Đã nộp 1/23 báo cáo');
  expect(await download(page, 'Báo cáo tổng hợp (Word)')).toMatchObject({ begins: 'PK' });
  expect(await download(page, 'Biểu tổng hợp (Excel)')).toMatchObject({ begins: 'PK' });
});
