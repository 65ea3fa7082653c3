import { beforeAll, describe, expect, test } from 'vitest';
import { readDashboard } from '../../../functions/dashboard/read';
import type { Account } from '../../../functions/directory/accounts/account';
import { readUnits } from '../../../functions/directory/units/list';
import { type Event, eventsTable } from '../../../functions/events/event/event';
import { inquiryToken } from '../../../functions/inquiries/read';
import { participationsOf } from '../../../functions/participation/participation';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, iso, localDate } from '../../../functions/platform/time/dates';
import { consolidatedDocument } from '../../../functions/programme/consolidated/file';
import { COUNTED } from '../../../functions/programme/plans/indicators';
import { getPlan } from '../../../functions/programme/plans/list';
import { readProgress, readTaskProgress } from '../../../functions/programme/progress/progress';
import { createPeriod } from '../../../functions/reports/create-period';
import { listPeriods } from '../../../functions/reports/periods';
import { submitReport } from '../../../functions/reports/submit';
import type { Block } from '../../../functions/seats/ledger/seats';
import { answerSupportRequest } from '../../../functions/support/answer';
import { createSupportRequest } from '../../../functions/support/create';
import { passSupportRequest } from '../../../functions/support/pass';
import { createVisit } from '../../../functions/visits/create';
import { closeFinding, recordFinding } from '../../../functions/visits/record';
import { type Visit, VisitInput } from '../../../functions/visits/visit';
import { routes } from '../../../web/routes';
import { addMediator, addTeam } from '../../register/scene';
import { addBody } from '../../support/bodies';
import { callsOf } from '../../support/calls-of';
import { addPlaces } from '../../support/places';
import { signIn } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { addPlan, indicator, PLAN, task, training } from './scene';

const ORGANIZER = { id: 'acc_mau', role: 'organizer', active: true } as Account;
const ALL = task('II.2', {
  indicators: (Object.keys(COUNTED) as (keyof typeof COUNTED)[]).map((source) => indicator(source)),
});
const SHARES = task('II.5c', {
  indicators: [
    indicator('findings', { unit: '%', goal: 100 }),
    indicator('reports', { unit: '%', goal: 50 }),
    indicator('support', { unit: '%', goal: 100 }),
  ],
});
const EMPTY = task('III.1');
const BODIES = ['bod_a', 'bod_b', 'bod_c'];

const world = useWorld();
const mediators: { id: string; fullName: string; phone: string; unitId: string }[] = [];
const events: string[] = [];
const visits: Visit[] = [];

const visit = async (taskId: string | undefined, days: number): Promise<Visit> => {
  const body = await addBody(world, `UBND mẫu ${visits.length}`, { unitId: 'unt_goquao' });
  const made = await createVisit(
    world,
    parse(VisitInput, {
      bodyId: body.id,
      day: localDate(world.now() + days * DAY),
      purpose: 'Việc thực hiện Kế hoạch.',
      taskId,
      lead: 'Phó Giám đốc',
      front: 'Phó Chủ tịch',
      checklist: ['Kế hoạch'],
    }),
  );
  visits.push(made);
  return made;
};

const finding = (of: Visit, title: string) =>
  recordFinding(world, of.id, { title, words: 'Thiếu sổ.', dueOn: localDate(world.now() + 9 * DAY) });

beforeAll(async () => {
  await addPlaces(world);
  await addPlan(world, [ALL, SHARES, EMPTY]);
  for (const id of BODIES) await addBody(world, `Hội ${id}`, { id });
  for (const [i, unitId] of ['unt_dinhan', 'unt_dinhan', 'unt_donghoa'].entries()) {
    const team = await addTeam(world, { name: `Tổ hòa giải ấp ${i}`, unitId });
    const person = { fullName: `Danh Mẫu ${'Một Hai Ba'.split(' ')[i]}`, phone: `090000083${i}` };
    const { id } = await addMediator(world, team.id, person);
    mediators.push({ id, ...person, unitId });
  }
  const [one, two] = mediators as [(typeof mediators)[0], (typeof mediators)[0]];
  // The same person in two trainings; three turns without the register; one training of another task; one to come.
  const trainings = [
    await training(world, [2, ALL.id], { seen: [one], others: 2 }),
    await training(world, [3, ALL.id], { seen: [one, two], others: 1, placeUnitId: 'unt_donghoa' }),
    await training(world, [4, SHARES.id], { seen: [mediators[2]!] }),
    await training(world, [30, ALL.id], { others: 3 }),
  ];
  events.push(...trainings.map(({ id }) => id));

  const held = await visit(ALL.id, 1);
  await visit(ALL.id, 40);
  await visit(undefined, 1);
  const ofShares = await visit(SHARES.id, 1);

  const [first] = await createPeriod(world, {
    planId: PLAN,
    title: 'Báo cáo năm 2026',
    dueOn: localDate(world.now() + 9 * DAY),
    bodyIds: BODIES,
    columns: [],
    ownColumns: [],
  });
  const said = { figures: {}, results: 'Đã làm.', position: 'Chủ tịch' };
  await submitReport(world, inquiryToken(world, first!), first!.version, said);

  world.clock.forward(5 * DAY);
  const closed = await finding(held, 'Thiếu sổ');
  await closeFinding(world, closed.id, { version: closed.version, words: 'Đã có sổ.' });
  await finding(held, 'Thiếu bảng');
  for (const title of ['Một', 'Hai', 'Ba']) {
    const one = await finding(ofShares, title);
    if (title !== 'Ba') await closeFinding(world, one.id, { version: one.version, words: 'Xong.' });
  }
});

/** The raw items of every event. */
const rawEvents = () =>
  Promise.all(
    events.map(async (pk) => {
      const items = await world.db.all(eventsTable, {
        where: 'pk = :pk',
        values: { ':pk': pk },
        consistent: true,
      });
      const event = items.find(({ sk }) => sk === 'event') as Event;
      const blocks = items.filter(({ sk }) => sk.startsWith('block#')) as unknown as Block[];
      return { event, held: blocks.reduce((n, block) => n + Object.keys(block.held).length, 0) };
    }),
  );

const reached = async (taskId: string) => {
  const all = await readProgress(world, await getPlan(world, PLAN));
  const { indicators } = all.find(({ task: { id } }) => id === taskId)!;
  return Object.fromEntries(indicators.map(({ source, reached }) => [source, reached]));
};

describe('the progress of a task', () => {
  test('is what a recount from the raw tables gives', async () => {
    const over = (await rawEvents()).filter(
      ({ event }) => event.taskId === ALL.id && event.endsAt <= iso(world.now()),
    );
    const ids = new Set(over.map(({ event }) => event.id));
    const { all: units } = await readUnits(world);
    const seen = [];
    for (const one of mediators)
      if (
        (await participationsOf(world, one.id)).some(
          ({ days, eventId }) => days.length > 0 && ids.has(eventId),
        )
      )
        seen.push(one);
    const places = [...over.map(({ event }) => event.placeUnitId), ...seen.map(({ unitId }) => unitId)];
    const communes = new Set(places.filter((id) => units.find((unit) => unit.id === id)?.kind === 'commune'));
    const found = await reached(ALL.id);
    expect(found).toMatchObject({
      events: over.length,
      turns: over.reduce((n, { held }) => n + held, 0),
      trained: seen.length,
      communes: communes.size,
    });
    expect(found).toEqual({
      events: 2,
      turns: 6,
      trained: 2,
      communes: 2,
      visits: 1,
      findings: 1,
      reports: 1,
      support: 0,
      ...{ pledges: 0, money: 0, materials: 0, copies: 0, recommendations: 0 },
    });
  });

  test('in per cent is rounded down, and nothing of nothing is none', async () => {
    expect(await reached(SHARES.id)).toEqual({ findings: 66, reports: 33, support: 0 });
  });

  test('a request for support of the year counts once it is answered', async () => {
    const words = 'Hai hộ liền kề tranh chấp lối đi chung.';
    const { id } = await createSupportRequest(world, { type: 'land', words, unitId: 'unt_dinhan' });
    const dueOn = localDate(world.now() + 9 * DAY);
    const { inquiry } = await passSupportRequest(world, id, { bodyId: 'bod_a', dueOn });
    expect(await reached(SHARES.id)).toMatchObject({ support: 0 });
    await answerSupportRequest(world, inquiryToken(world, inquiry!), inquiry!.version, {
      how: 'words',
      words: 'Lập biên bản.',
      position: 'Phó Chánh án',
    });
    expect(await reached(SHARES.id)).toMatchObject({ support: 100 });
    expect(await reached(ALL.id)).toMatchObject({ support: 1 });
  });

  test('is the same on the dashboard, on the page of the plan, on that of the task, and in the report', async () => {
    const plan = await getPlan(world, PLAN);
    const all = await readProgress(world, plan);
    const { tasks } = await readDashboard(world, ORGANIZER, PLAN);
    expect(tasks.map(({ indicators }) => indicators)).toEqual(all.map(({ indicators }) => indicators));
    for (const { task: one, indicators } of all)
      expect((await readTaskProgress(world, plan, one)).indicators, one.row).toEqual(indicators);
    const organizer = await signIn(world, { role: 'organizer', bearer: true });
    const words = ['6/2 việc', '66 %/100 %', '33 %/50 %'];
    const pages = [
      routes.consolePlan(PLAN),
      routes.consoleDashboard(PLAN),
      routes.consoleTask(PLAN, ALL.id),
      routes.consoleTask(PLAN, SHARES.id),
    ];
    const texts = await Promise.all(pages.map(async (path) => (await organizer.get(path)).text));
    expect(texts[0]).toContain(words[0]);
    expect(texts[0]).toContain(words[1]);
    expect(texts[1]).toContain(words[2]);
    expect(texts[2]).toContain(words[0]);
    expect(texts[3]).toContain(words[1]);
    const [period] = await listPeriods(world);
    const document = JSON.stringify(consolidatedDocument(period!, world.now(), all));
    expect(document).toContain('Nhiệm vụ II.2, Chỉ tiêu turns: 6/2 việc');
  });

  test('GET /api/plans/{id}/tasks/{taskId} tells it; an officer reads the goals alone', async () => {
    const organizer = await signIn(world, { role: 'organizer', bearer: true });
    const path = `/plans/${PLAN}/tasks/${SHARES.id}`;
    expect((await organizer.api('GET', path)).json).toMatchObject({
      row: 'II.5c',
      indicators: [{ source: 'findings', goal: 100, reached: 66, isReached: false }, {}, {}],
      version: 1,
    });
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    const { json, status } = await officer.api('GET', path);
    expect(status).toBe(200);
    expect(JSON.stringify(json)).not.toContain('reached');
    for (const page of [
      routes.consolePlan(PLAN),
      routes.consoleTask(PLAN, SHARES.id),
      routes.consoleDashboard(PLAN),
    ]) {
      const { text } = await officer.get(page);
      expect(text).not.toContain('66 %');
    }
    expect((await officer.get(routes.consoleTask(PLAN, SHARES.id))).text).toContain('mục tiêu 100 %');
  });

  test('reads each kind of record once, and nothing that no indicator counts', async () => {
    const plan = await getPlan(world, PLAN);
    const calls = (tasks: typeof plan.tasks) => callsOf(world, () => readProgress(world, { ...plan, tasks }));
    const every = await calls([ALL]);
    expect(await calls([ALL, SHARES, { ...ALL, id: 'tsk_more' }])).toHaveLength(every.length);
    expect(await calls([EMPTY])).toEqual(['query programme']);
  });
});
