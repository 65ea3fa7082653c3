import { beforeAll, describe, expect, test } from 'vitest';
import { readXlsx } from '../../../functions/platform/sheets/xlsx';
import { DAY } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { allPledges, getPledge } from '../../../functions/programme/pledges/list';
import { routes } from '../../../web/routes';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { addPartner, addPledge, dayIn, PARTNER } from './scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  await addPartner(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const typed = (more: object = {}) => ({
  bodyId: PARTNER,
  kind: 'money',
  words: 'Hỗ trợ in tài liệu',
  amount: '12.500.000',
  promisedOn: shortDay(dayIn(world, -10)),
  dueOn: shortDay(dayIn(world, 20)),
  ...more,
});

describe('the pages of resources', () => {
  test('say what they are for where there is no pledge yet', async () => {
    expect((await organizer.get(routes.consolePledges())).text).toContain('Chưa ghi cam kết hỗ trợ nào');
  });

  test('lead from a new pledge over its receipts to what is still expected', async () => {
    const made = await organizer.post(routes.consoleNewPledge(), typed());
    expect(made.status).toBe(303);
    const page = await organizer.get(made.headers.get('location')!);
    expect(page.text).toContain('Đã ghi cam kết hỗ trợ.');
    const { id } = (await allPledges(world))[0]!;
    const received = await organizer.post(routes.consolePledgeAct(id, 'nhan'), {
      version: '1',
      on: shortDay(dayIn(world, -1)),
      amount: '2.500.000',
      receivedBy: 'Kế toán Sở Tư pháp',
    });
    expect(received.status).toBe(303);
    const after = await organizer.get(received.headers.get('location')!);
    expect(after.text).toContain('Đã ghi lần nhận.');
    expect(after.text).toContain('10.000.000 đồng');
    expect(after.text).toContain('Đã nhận một phần');
    const list = await organizer.get(routes.consolePledges());
    expect(list.text).toContain('12.500.000 đồng');
  });

  test('come back with what was typed where more is received and no note says why', async () => {
    const { id } = await addPledge(world, { words: 'Sách mẫu' });
    const body = { version: '1', on: shortDay(dayIn(world, 0)), amount: '201', receivedBy: 'Văn phòng' };
    const again = await organizer.post(routes.consolePledgeAct(id, 'nhan'), body);
    expect(again.status).toBe(422);
    expect(again.text).toContain('Nhận nhiều hơn cam kết: vui lòng ghi rõ vì sao');
    expect(again.html).toContain('value="201"');
    expect(await getPledge(world, id)).toMatchObject({ version: 1 });
  });

  test('change a pledge as it was read', async () => {
    const { id } = await addPledge(world);
    const save = (version: string) =>
      organizer.post(
        routes.consolePledgeAct(id, 'sua'),
        typed({ version, kind: 'rooms', measure: 'ngày', amount: '2' }),
      );
    expect((await save('1')).status).toBe(303);
    const stale = await save('1');
    expect(stale.status).toBe(412);
    expect(stale.text).toContain('Người khác vừa sửa cam kết này');
    expect(await getPledge(world, id)).toMatchObject({ kind: 'rooms', amount: 2, version: 2 });
  });

  test('strike out a receipt and withdraw a pledge, each with its reason', async () => {
    const { id } = await addPledge(world);
    const act = (verb: 'nhan' | 'rut', body: Record<string, string>) =>
      organizer.post(routes.consolePledgeAct(id, verb), body);
    await act('nhan', { version: '1', on: shortDay(dayIn(world, 0)), amount: '5', receivedBy: 'Văn phòng' });
    const strike = routes.consoleReceiptStrike(id, '1');
    expect((await organizer.get(strike)).text).toContain('5 cuốn');
    expect((await organizer.post(strike, { version: '2' })).status).toBe(422);
    expect((await organizer.post(strike, { version: '2', words: 'ghi nhầm' })).status).toBe(303);
    expect((await organizer.get(strike)).status).toBe(404);
    expect((await act('rut', { version: '3', words: 'hết kinh phí' })).status).toBe(303);
    const page = await organizer.get(routes.consolePledge(id));
    expect(page.text).toContain('Ghi nhầm: ghi nhầm');
    expect(page.text).toContain('hết kinh phí');
    expect(page.html).not.toContain(routes.consolePledgeAct(id, 'nhan'));
  });

  test('filter by state, and give the same rows as an Excel file', async () => {
    const late = await addPledge(world, { words: 'Bàn ghế quá hạn', dueOn: dayIn(world, -2) });
    const query = '?tinh-trang=overdue';
    const page = await organizer.get(routes.consolePledges() + query);
    expect(page.html).toContain(routes.consolePledge(late.id));
    expect(page.page.querySelectorAll('table')[0]!.querySelectorAll('tbody tr')).toHaveLength(1);
    const file = await organizer.get(routes.consolePledgesFile() + query);
    expect(file.headers.get('content-disposition')).toContain('nguon-luc-');
    const [sheet] = await readXlsx(file.bytes);
    expect(sheet!.rows).toHaveLength(2);
    const cells = sheet!.rows[1]!.cells.map(({ text }) => text);
    expect(cells.slice(0, 8)).toEqual([
      'Hội Luật gia tỉnh',
      'Tài liệu, sách',
      'Bàn ghế quá hạn',
      'cuốn',
      '200',
      '0',
      '200',
      'Đã cam kết, quá hạn',
    ]);
  });

  test('put an overdue pledge on the first page, until it was received', async () => {
    const at = world.clock.at;
    const late = (await allPledges(world)).find(({ words }) => words === 'Bàn ghế quá hạn')!;
    expect((await organizer.get(routes.console())).html).toContain(routes.consolePledge(late.id));
    await organizer.post(routes.consolePledgeAct(late.id, 'nhan'), {
      version: '1',
      on: shortDay(dayIn(world, 0)),
      amount: '200',
      receivedBy: 'Văn phòng',
    });
    expect((await organizer.get(routes.console())).html).not.toContain(routes.consolePledge(late.id));
    world.clock.forward(30 * DAY);
    const again = await (await signIn(world, { role: 'organizer' })).get(routes.console());
    world.clock.at = at;
    expect(again.html).toContain('/quan-tri/nguon-luc?tinh-trang=overdue');
  });

  test('are read by a viewer, who changes nothing, and by no officer', async () => {
    const { id } = await addPledge(world);
    const viewer = await signIn(world, { role: 'viewer' });
    const page = await viewer.get(routes.consolePledge(id));
    expect(page.status).toBe(200);
    expect(page.html).not.toContain(routes.consolePledgeAct(id, 'nhan'));
    expect((await viewer.get(routes.consoleNewPledge())).status).toBe(403);
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    for (const path of [routes.consolePledges(), routes.consolePledge(id), routes.consolePledgesFile()])
      expect((await officer.get(path)).status).toBe(403);
    expect((await officer.get(routes.console())).html).not.toContain(routes.consolePledges());
  });
});
