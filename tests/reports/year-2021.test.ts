import { beforeAll, describe, expect, test } from 'vitest';
import { runClock } from '../../functions/background/clock/tick';
import { remindersOf } from '../../functions/inquiries/days';
import { remindingOf } from '../../functions/inquiries/kinds';
import { inquiryToken } from '../../functions/inquiries/read';
import { createDueDeliveries } from '../../functions/notices/due-deliveries';
import { readSubject } from '../../functions/notices/read-subject';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { DOCX, XLSX } from '../../functions/platform/files/download';
import { ms } from '../../functions/platform/time/dates';
import { consolidatedDocument, totalsOf } from '../../functions/programme/consolidated/file';
import { bodiesWithTask } from '../../functions/programme/plans/bodies';
import { getPlan } from '../../functions/programme/plans/list';
import { createPeriod } from '../../functions/reports/create-period';
import { knownFigures } from '../../functions/reports/known-figures';
import { getPeriod, standOf } from '../../functions/reports/periods';
import type { PeriodInput, Report } from '../../functions/reports/report';
import { submitReport } from '../../functions/reports/submit';
import { CURRENT_PERIOD, PERIOD_2021 } from '../../infra/demo/programme/reports';
import { seed } from '../../infra/demo/seed';
import { routes } from '../../web/routes';
import { signIn, visitor } from '../support/visitor';
import { useWorld } from '../support/world';

const at = (text: string) => ms(`${text}:00+07:00`);

describe('reports on the plan of 2021, on the demo data', () => {
  const world = useWorld();
  let asked: Report[];
  const input: PeriodInput = {
    planId: 'pln_2021',
    title: 'Báo cáo kết quả thực hiện Kế hoạch số 77/KH-UBND',
    dueOn: '2021-11-17',
    columns: ['events', 'people', 'teams', 'mediators'],
    ownColumns: ['Kinh phí đã dùng (triệu đồng)'],
    nonce: 'x'.repeat(16),
  };
  const of = (bodyId: string) => asked.find((r) => r.bodyId === bodyId)!;
  const say = (r: Report, over: object = {}) => ({
    figures: Object.fromEntries(r.about.columns.map(({ key }, i) => [key, i + 1])),
    results: 'Đã tổ chức tập huấn.',
    position: 'Phó Chủ tịch',
    ...over,
  });
  beforeAll(async () => {
    await seed(world, 'demo');
    world.clock.at = at('2021-10-01T08:00');
    asked = await createPeriod(world, input);
  });

  test('every body with a task in the plan owes one, but the department itself; a repeated call asks nobody twice', async () => {
    const withTask = bodiesWithTask(await getPlan(world, 'pln_2021'));
    expect(withTask).toContain('bod_stp');
    expect(asked.map(({ bodyId }) => bodyId)).toEqual(withTask.filter((id) => id !== 'bod_stp'));
    await expect(
      createPeriod(world, { ...input, nonce: 'z'.repeat(16), bodyIds: ['bod_stc', 'bod_stp'] }),
    ).rejects.toMatchObject({ fields: [{ path: 'bodyIds', code: 'report-own-department' }] });
    const again = await createPeriod(world, input);
    expect(again.map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
  });

  test('a reminder comes at ever shorter intervals before the last day', () => {
    const reminding = remindingOf('report');
    const days = remindersOf({ askedAt: '2021-10-01T01:00:00.000Z', dueOn: '2021-11-17' }, reminding)
      .map(({ day }) => day)
      .filter((day) => day < 0);
    const gaps = days.slice(1).map((day, i) => day - days[i]!);
    expect(days.length).toBeGreaterThan(3);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
  });

  test('the form begins with what the system knows of the unit', async () => {
    world.clock.at = at('2021-11-01T08:00');
    const known = await knownFigures(world, of('bod_ubnd_goquao'));
    expect(known).toMatchObject({ events: 1, people: 80 });
    expect(known.teams).toBeGreaterThan(0);
    expect(known.mediators).toBeGreaterThan(0);
    expect(await knownFigures(world, of('bod_stc'))).toEqual({});
    const page = await visitor(world).get(routes.report(inquiryToken(world, of('bod_ubnd_goquao'))));
    expect(page.text).toContain('Kinh phí đã dùng');
    expect(page.html).toContain('value="80"');
  });

  test('the last day itself is in time, the next day is late, and late ones are taken', async () => {
    world.clock.at = at('2021-11-17T23:59');
    const first = of('bod_ubnd_goquao');
    await submitReport(world, inquiryToken(world, first), 1, say(first));
    world.clock.at = at('2021-11-18T00:00');
    const late = of('bod_hlg');
    await submitReport(world, inquiryToken(world, late), 1, say(late, { difficulties: 'Thiếu kinh phí.' }));
    const period = await getPeriod(world, first.about.periodId);
    const { due, given, late: overdue, givenLate } = standOf(period, world.now());
    expect({ given, givenLate }).toEqual({ given: 2, givenLate: 1 });
    expect(overdue).toBe(due - 2);
    expect(period.reports[0]!.status).toBe('asked');
    expect(period.reports.at(-1)!.status).toBe('answered');
  });

  test('a figure that is missing is refused at its field; a change is a new version', async () => {
    const r = of('bod_ubnd_goquao');
    const token = inquiryToken(world, r);
    await expect(submitReport(world, token, 2, say(r, { figures: { events: 1 } }))).rejects.toMatchObject({
      fields: [{ path: 'figures.people', code: 'required' }],
    });
    const changed = await submitReport(world, token, 2, say(r, { results: 'Đã bổ sung.' }));
    expect(changed).toMatchObject({ version: 3, answer: { n: 2 } });
  });

  test('the consolidated report has the sums, the difficulties, and names those who are missing', async () => {
    const period = await getPeriod(world, asked[0]!.about.periodId);
    expect(totalsOf(period)).toEqual([2, 4, 6, 8, 10]);
    const document = consolidatedDocument(period, world.now());
    // The kind stands above it.
    expect(document.about).toBe('Kết quả thực hiện Kế hoạch số 77/KH-UBND');
    const text = JSON.stringify(document);
    // The document sets the colon.
    expect(text).not.toMatch(/"label":"[^"]*:"/);
    expect(text).toContain('Thiếu kinh phí.');
    expect(text).toContain('Chưa gửi báo cáo');
    expect(text).toContain(of('bod_mttq').bodyName);
    const staff = await signIn(world, { role: 'viewer', bearer: true });
    const url = `/reporting-periods/${period.id}/consolidated`;
    for (const [format, type] of [
      ['docx', DOCX],
      ['xlsx', XLSX],
    ] as const) {
      const file = await staff.api('GET', `${url}?format=${format}`);
      expect(file.headers.get('content-type')).toBe(type);
    }
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    expect((await officer.api('GET', url)).status).toBe(403);
    expect((await staff.api('POST', '/reporting-periods', { ...input, dueOn: '2032-11-17' })).status).toBe(
      403,
    );
  });

  test('a body that owes one is told by mail and reminded after the last day', async () => {
    const r = of('bod_mttq');
    world.clock.at = at('2021-10-01T08:00');
    const subject = await readSubject(world, r.id);
    await createDueDeliveries(world, subject!, world.now());
    await runClock(world);
    world.clock.at = at('2021-11-18T08:00');
    await runClock(world);
    const told = (await deliveriesOf(world, r.id)).map(({ sk, template }) => [sk, template]);
    expect(told).toEqual([
      ['inquiry#1', 'inquiry'],
      ['inquiry-reminder#1#1', 'inquiry-late'],
    ]);
    const mail = world.sent.find(({ tags }) => tags.template === 'inquiry-late');
    expect(mail?.to).toContain('@');
  });

  test('the seeded periods show who gave it late and who owes it', async () => {
    world.clock.at = at('2021-12-01T08:00');
    const closed = await getPeriod(world, PERIOD_2021);
    expect(standOf(closed, world.now())).toMatchObject({ late: 0, givenLate: 2 });
    expect(closed.reports.every(({ status }) => status === 'closed')).toBe(true);
    const { due, given } = standOf(await getPeriod(world, CURRENT_PERIOD), world.now());
    expect({ due, given }).toEqual({ due: 6, given: 2 });
  });

  test('the console shows them, takes one that came by letter, and asks for new ones', async () => {
    world.clock.at = at('2021-12-01T08:00');
    const organizer = await signIn(world, { role: 'organizer' });
    const r = of('bod_stc');
    expect((await organizer.get(routes.consoleReports())).text).toContain('quá hạn chưa nộp');
    const sent = await organizer.post(routes.consoleReport(r.id), {
      version: '1',
      through: 'letter',
      'figures.events': '1.200',
      'figures.people': '2',
      'figures.teams': '0',
      'figures.mediators': '0',
      'figures.own1': '15',
      results: 'Đã cấp kinh phí.',
      position: 'Phó Giám đốc',
    });
    expect(sent.status).toBe(303);
    const shown = (await organizer.get(routes.consoleReport(r.id))).text;
    expect(shown).toContain('Đã cấp kinh phí.');
    expect(shown).toContain('1.200');
    const made = await organizer.post(routes.consoleNewPeriod(), {
      nonce: 'y'.repeat(16),
      planId: 'pln_2021',
      title: 'Báo cáo bổ sung',
      dueOn: '17/12/2021',
      events: 'on',
      ownColumns: 'Số vụ hòa giải thành\nSố vụ hòa giải không thành',
    });
    expect(made.status).toBe(303);
    expect((await organizer.get(made.headers.get('location')!)).text).toContain('Báo cáo bổ sung');
  });
});
