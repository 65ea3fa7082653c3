import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../../functions/api/appeals/operations';
import { inquiryToken } from '../../../functions/inquiries/read';
import { DOCX, XLSX } from '../../../functions/platform/files/download';
import { readXlsx } from '../../../functions/platform/sheets/xlsx';
import { DAY } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { getAsked, readAppeal } from '../../../functions/programme/appeals/read';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { addPlaces } from '../../support/places';
import { fieldsOf } from '../../support/seen';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { dayIn } from '../pledges/scene';
import { giveBooks, sentAppeal } from './scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  await addBody(world, 'Hội Luật gia tỉnh', { id: 'bod_hlg' });
  await addBody(world, 'Đoàn Luật sư tỉnh', { id: 'bod_dls' });
  organizer = await signIn(world, { role: 'organizer' });
});

const post = async (path: string, typed: Record<string, string> = {}) => {
  const shown = await organizer.get(path);
  return organizer.post(path, { ...fieldsOf(shown.page), ...typed });
};

describe('the pages of calls for support', () => {
  test('say what they are for where there is none yet', async () => {
    expect((await organizer.get(routes.consoleAppeals())).text).toContain('Chưa có thư vận động nào');
  });

  test('lead from a draft over its bodies and an answer by link to a pledge', async () => {
    const made = await post(routes.consoleNewAppeal(), {
      title: 'Hỗ trợ sổ tay',
      words: 'Xã điểm cần sổ tay.',
      'needs.1.kind': 'materials',
      'needs.1.words': 'Sổ tay hòa giải',
      'needs.1.amount': '1.200',
      'needs.1.measure': 'cuốn',
      dueOn: shortDay(dayIn(world, 20)),
    });
    expect([made.status, made.text]).toEqual([303, '']);
    const draft = await organizer.get(made.to);
    expect(draft.text).toContain('Sổ tay hòa giải: 1.200 cuốn');
    const id = made.to.split('/').at(-1)!.split('?')[0]!;
    const send = routes.consoleAppealAct(id, 'gui');
    expect((await post(send)).text).toContain('Vui lòng chọn ít nhất một cơ quan');
    expect((await post(send, { bodyIds: 'bod_hlg' })).status).toBe(303);
    expect((await organizer.get(send)).html).not.toContain('value="bod_hlg"');
    const [asked] = (await readAppeal(world, id)).asked;
    const link = routes.appeal(inquiryToken(world, asked!));
    const body = visitor(world);
    expect((await body.get(link)).text).toContain('Cần 1.200 cuốn');
    const none = await body.post(link, { version: '1', stance: 'gives', position: 'Chủ tịch' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Vui lòng ghi số lượng của ít nhất một nội dung');
    const by = shortDay(dayIn(world, 40));
    const answer = { version: '1', stance: 'gives', 'amount.1': '1.000', by, position: 'Chủ tịch' };
    expect((await body.post(link, answer)).status).toBe(303);
    const take = routes.consoleAsked(asked!.id, '/ghi-nhan');
    expect((await organizer.get(routes.console())).text).toContain('Trả lời thư vận động chờ ghi nhận:');
    const taken = await post(take);
    const after = await organizer.get(taken.to);
    expect(after.text).toContain('Đã ghi nhận trả lời của cơ quan.');
    expect(after.text).toContain('1.000 cuốn');
    const { pledges } = await readAppeal(world, id);
    expect(after.html).toContain(routes.consolePledge(pledges[0]!.id));
    expect((await organizer.get(routes.consolePledge(pledges[0]!.id))).html).toContain(
      routes.consoleAppeal(id),
    );
    expect((await body.get(link)).page.querySelector('main form.form')).toBeNull();
  });

  test('ask for more rows without losing what was typed', async () => {
    const path = routes.consoleNewAppeal();
    const again = await organizer.post(path, { title: 'Đang soạn', 'needs.0.words': 'Máy chiếu', them: '6' });
    expect(again.html).toContain('value="Máy chiếu"');
    expect(again.html).toContain('needs.5.words');
  });

  test('name the row of a mistake', async () => {
    const refused = await post(routes.consoleNewAppeal(), {
      title: 'Sai',
      words: 'Sai.',
      dueOn: shortDay(dayIn(world, 20)),
      'needs.0.kind': 'money',
      'needs.0.words': 'Tiền',
      'needs.0.amount': 'nhiều',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#o-needs-0-amount"');
  });

  test('give the letter as a Word file and the list as an Excel file', async () => {
    const { appeal, asked } = await sentAppeal(world, { to: 2 });
    await giveBooks(world, asked[0]!, 30);
    const letter = await organizer.get(routes.consoleAppealLetter(appeal.id));
    expect(letter.headers.get('content-type')).toBe(DOCX);
    expect(letter.headers.get('content-disposition')).toContain('thu-van-dong');
    const file = await organizer.get(routes.consoleAppealsFile());
    expect(file.headers.get('content-type')).toBe(XLSX);
    const [sheet] = await readXlsx(file.bytes);
    const rows = sheet!.rows.map(({ cells }) => cells.map(({ text }) => text));
    const own = rows.filter(([title]) => title === appeal.title);
    expect(own.map((cells) => cells.slice(4))).toEqual([
      ['2', '1', 'Tài liệu, sách', 'cuốn', '200', '30', '0', '0'],
      ['2', '1', 'Tiền', 'đồng', '10000000', '0', '0', '0'],
    ]);
  });

  test('put a late body on the first page, take its answer by phone, and close', async () => {
    const { appeal, asked } = await sentAppeal(world, { more: { title: 'Thư đã quá hạn' } });
    world.clock.forward(25 * DAY);
    organizer = await signIn(world, { role: 'organizer' });
    expect((await organizer.get(routes.console())).text).toContain('Thư vận động quá hạn trả lời:');
    expect((await organizer.get(`${routes.consoleAppeals()}?tinh-trang=late`)).text).toContain(appeal.title);
    const entered = await post(routes.consoleAsked(asked[0]!.id, '/tra-loi'), {
      through: 'phone',
      stance: 'declines',
      words: 'Chưa có kinh phí.',
      position: 'Kế toán trưởng',
    });
    expect((await organizer.get(entered.to)).text).toContain('Chưa có kinh phí.');
    expect(await getAsked(world, asked[0]!.id)).toMatchObject({ answer: { through: 'phone' } });
    const closed = await post(routes.consoleAppealAct(appeal.id, 'ket-thuc'), {
      words: 'Chưa vận động được.',
    });
    expect((await organizer.get(closed.to)).text).toContain('Chưa vận động được.');
  });

  test('are read by viewers, who change nothing, and by no officer', async () => {
    const { appeal, asked } = await sentAppeal(world);
    const viewer = await signIn(world, { role: 'viewer' });
    const page = await viewer.get(routes.consoleAppeal(appeal.id));
    expect(page.status).toBe(200);
    expect(page.html).not.toContain(routes.consoleAppealAct(appeal.id, 'gui'));
    const writes = [
      routes.consoleNewAppeal(),
      ...(['sua', 'gui', 'ket-thuc'] as const).map((verb) => routes.consoleAppealAct(appeal.id, verb)),
      ...(['/tra-loi', '/ghi-nhan'] as const).map((part) => routes.consoleAsked(asked[0]!.id, part)),
    ];
    for (const path of writes) expect([path, (await viewer.get(path)).status]).toEqual([path, 403]);
    for (const path of writes) expect([path, (await viewer.post(path, {})).status]).toEqual([path, 403]);
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    const reads = [
      routes.consoleAppeals(),
      routes.consoleAppealsFile(),
      routes.consoleAppeal(appeal.id),
      routes.consoleAppealLetter(appeal.id),
      routes.consoleAsked(asked[0]!.id),
    ];
    for (const path of reads) expect([path, (await officer.get(path)).status]).toEqual([path, 403]);
  });

  test('have operations that only organizers write by and no officer reads by', async () => {
    const { appeal, asked } = await sentAppeal(world);
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    for (const { id, method, path, example } of operations) {
      const of = path.startsWith('/asked-bodies/') ? asked[0]!.id : appeal.id;
      const url = path.replace('{id}', of);
      const status = async (one: Visitor) =>
        (await one.api(method.toUpperCase() as 'GET', url, example)).status;
      expect([id, await status(officer)]).toEqual([id, 403]);
      expect([id, await status(viewer)]).toEqual([id, method === 'get' ? 200 : 403]);
    }
  });
});
