import { beforeAll, describe, expect, test } from 'vitest';
import { answersOf, inquiryToken } from '../../functions/inquiries/read';
import { createDueDeliveries } from '../../functions/notices/due-deliveries';
import { readSubject } from '../../functions/notices/read-subject';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { DAY, localDate } from '../../functions/platform/time/dates';
import { shortDay } from '../../functions/platform/time/format-date';
import { storePlan } from '../../functions/programme/plans/store';
import { createPeriod } from '../../functions/reports/create-period';
import { draftOf } from '../../functions/reports/draft';
import { askReportAgain } from '../../functions/reports/end';
import { listPeriods } from '../../functions/reports/periods';
import type { Report } from '../../functions/reports/report';
import { getReport, submitReport } from '../../functions/reports/submit';
import { routes } from '../../web/routes';
import { addBody } from '../support/bodies';
import { addPlaces } from '../support/places';
import { fieldsOf } from '../support/seen';
import { signIn, type Visitor } from '../support/visitor';
import { useWorld } from '../support/world';

describe('a report by the account of an officer', () => {
  const world = useWorld();
  let officer: Visitor;
  let organizer: Visitor;
  let bodyId: string;
  beforeAll(async () => {
    await addPlaces(world);
    bodyId = (await addBody(world, 'UBND huyện Gò Quao', { unitId: 'unt_goquao' })).id;
    await storePlan(world, { year: 2026, title: 'Kế hoạch', tasks: [] }, { id: 'pln_2026' });
    officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    organizer = await signIn(world, { role: 'organizer' });
  });
  const asked = async (title: string): Promise<Report> =>
    (
      await createPeriod(world, {
        planId: 'pln_2026',
        title,
        dueOn: localDate(world.now() + 10 * DAY),
        bodyIds: [bodyId],
        columns: ['events', 'teams'],
        ownColumns: ['Số vụ hòa giải thành'],
      })
    )[0]!;
  const give = (r: Report) => routes.consoleReportAct(r.id, 'nop');
  const typed = {
    'figures.events': '3',
    'figures.own1': '1.200',
    results: 'Đã tập huấn.',
    position: 'Trưởng phòng',
  };

  test('stands in their list, and begins with what the system knows of the unit', async () => {
    const r = await asked('Báo cáo điền sẵn');
    expect((await officer.get(routes.consoleReports())).html).toContain(routes.consoleReport(r.id));
    expect((await officer.get(routes.consoleReport(r.id))).html).toContain(give(r));
    const form = fieldsOf((await officer.get(give(r))).page);
    expect(form).toMatchObject({ version: '1', 'figures.events': '0', 'figures.teams': '0' });
  });

  test('is kept as a draft that the department does not see, and given from it', async () => {
    const r = await asked('Báo cáo nháp');
    const kept = await officer.post(give(r), { ...typed, viec: 'nhap', position: '', 'figures.teams': '' });
    expect([kept.status, kept.to]).toEqual([303, expect.stringContaining(give(r))]);
    expect(await getReport(world, r.id)).toMatchObject({ status: 'asked', version: 1 });
    expect((await organizer.get(routes.consoleReport(r.id))).text).not.toContain('Đã tập huấn.');
    const page = await officer.get(give(r));
    expect(page.text).toContain('chưa nộp');
    const form = fieldsOf(page.page);
    expect(form).toMatchObject({ 'figures.events': '3', 'figures.own1': '1.200', results: 'Đã tập huấn.' });

    const refused = await officer.post(give(r), { ...form, position: '' });
    expect([refused.status, refused.text.includes('Đã tập huấn.')]).toEqual([422, true]);
    const given = await officer.post(give(r), { ...form, position: 'Trưởng phòng' });
    expect(given.status).toBe(303);
    const report = await getReport(world, r.id);
    expect(report.answer).toMatchObject({
      n: 1,
      through: 'account',
      said: { figures: { events: 3, own1: 1200 } },
    });
    expect(report.answer!.enteredBy).toMatch(/^acc_/);
    expect(await draftOf(world, report), 'the draft is over once it is given').toBeUndefined();
  });

  test('has versions, together with those of the link; an older page is refused', async () => {
    const r = await asked('Báo cáo nhiều lần');
    const old = fieldsOf((await officer.get(give(r))).page);
    const said = {
      figures: { events: 1, teams: 0, own1: 0 },
      results: 'Bằng đường dẫn.',
      position: 'Phó phòng',
    };
    await submitReport(world, inquiryToken(world, r), 1, said);
    expect((await officer.post(give(r), { ...old, ...typed })).status).toBe(412);
    const form = fieldsOf((await officer.get(give(r))).page);
    expect((await officer.post(give(r), { ...form, ...typed })).status).toBe(303);
    const answers = await answersOf(world, r.id);
    expect(answers.map(({ n, through }) => [n, through])).toEqual([
      [1, 'link'],
      [2, 'account'],
    ]);
    expect((await officer.get(routes.consoleReport(r.id))).text).toContain('Báo cáo lần 2');
  });

  test('the organizer asks again, closes or withdraws one; the body is told by a letter', async () => {
    const told = async ({ id }: Report) => {
      await createDueDeliveries(world, (await readSubject(world, id))!, world.now());
      return (await deliveriesOf(world, id))
        .filter(({ state }) => state === 'due')
        .map(({ template }) => template);
    };
    const act = async (r: Report, verb: 'hoi-lai' | 'chot' | 'thoi', more: object) => {
      const path = routes.consoleReportAct(r.id, verb);
      return organizer.post(path, { ...fieldsOf((await organizer.get(path)).page), ...more });
    };
    const r = await asked('Báo cáo hỏi lại');
    expect((await act(r, 'chot', { words: 'Đã tổng hợp.' })).status, 'not given yet').toBe(422);
    const dueOn = localDate(world.now() + 20 * DAY);
    const again = await act(r, 'hoi-lai', { words: 'Xin bổ sung số liệu.', dueOn: shortDay(dueOn) });
    expect(again.status).toBe(303);
    expect(await getReport(world, r.id)).toMatchObject({
      turn: 2,
      dueOn,
      againWords: 'Xin bổ sung số liệu.',
    });
    expect(await told(r)).toEqual(['inquiry-again']);
    const form = fieldsOf((await officer.get(give(r))).page);
    await officer.post(give(r), { ...form, ...typed, 'figures.teams': '1' });
    expect((await act(r, 'chot', { words: 'Đã tổng hợp.' })).status).toBe(303);
    expect(await getReport(world, r.id)).toMatchObject({ status: 'closed', endWords: 'Đã tổng hợp.' });
    expect((await officer.post(give(r), { ...form, ...typed, version: '3' })).status).toBe(410);
    expect((await officer.post(give(r), { ...form, viec: 'nhap' })).status).toBe(422);

    const other = await asked('Báo cáo thôi yêu cầu');
    await told(other);
    await act(other, 'thoi', { words: 'Nhiệm vụ đã chuyển.' });
    expect(await getReport(world, other.id)).toMatchObject({ status: 'withdrawn' });
  });
});

describe('the reports of a period', () => {
  const world = useWorld();

  test('stand in order: the longest overdue first, then the other missing ones, then those that were given', async () => {
    const bodies = [];
    for (const name of ['Sở A', 'Sở B', 'Sở C', 'Sở D']) bodies.push(await addBody(world, name));
    await storePlan(world, { year: 2026, title: 'Kế hoạch', tasks: [] }, { id: 'pln_2026' });
    const [a, b, c] = await createPeriod(world, {
      planId: 'pln_2026',
      title: 'Báo cáo theo thứ tự',
      dueOn: localDate(world.now() + 3 * DAY),
      bodyIds: bodies.map(({ id }) => id),
      columns: [],
      ownColumns: [],
    });
    const day = (days: number) => localDate(world.now() + days * DAY);
    await askReportAgain(world, a!.id, { version: 1, dueOn: day(5), words: 'Thêm hạn.' });
    await askReportAgain(world, b!.id, { version: 1, dueOn: day(20), words: 'Thêm hạn.' });
    const said = { figures: {}, results: 'Đã thực hiện.', position: 'Trưởng phòng' };
    await submitReport(world, inquiryToken(world, c!), 1, said);
    world.clock.forward(8 * DAY);
    const [period] = await listPeriods(world);
    expect(period!.reports.map(({ bodyName }) => bodyName)).toEqual(['Sở D', 'Sở A', 'Sở B', 'Sở C']);
  });
});
