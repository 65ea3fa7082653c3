import { beforeAll, describe, expect, test } from 'vitest';
import { DAY, localDate } from '../../../functions/platform/time/dates';
import { as } from '../../../functions/platform/world/world';
import { withdrawPlan } from '../../../functions/programme/consultation/issue';
import { clonePlan } from '../../../functions/programme/plans/clone';
import { getPlan } from '../../../functions/programme/plans/list';
import { TaskUpdate } from '../../../functions/programme/plans/plan';
import { updateTask } from '../../../functions/programme/plans/update';
import { readProgress } from '../../../functions/programme/progress/progress';
import { enterResult, finishTask, reopenTask } from '../../../functions/programme/results/change';
import { resultOf } from '../../../functions/programme/results/read';
import { type Entry, latestEntry, NO_RESULT } from '../../../functions/programme/results/result';
import { routes } from '../../../web/routes';
import { addPlaces } from '../../support/places';
import { problem } from '../../support/refusals';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { addPlan, indicator, PLAN, task } from './scene';

const TYPED = task('III.2', {
  indicators: [
    indicator('typed', { unit: 'huyện', goal: 15 }),
    indicator('typed', { id: 'share', unit: '%', goal: 80 }),
    indicator('events'),
  ],
});
const at = { planId: PLAN, taskId: TYPED.id };

const entry = (on: string, value: number, indicatorId = 'a'): Entry => ({
  indicatorId,
  on,
  value,
  at: `${on}T00:00:00Z`,
  who: 'acc_1',
});

test('of typed results the latest day counts, of two about one day the one entered later', () => {
  const entries = [
    entry('2026-05-02', 3),
    entry('2026-04-01', 9),
    entry('2026-05-02', 4),
    entry('2026-06-01', 1, 'b'),
  ];
  expect(latestEntry(entries, 'a')?.value).toBe(4);
  expect(latestEntry(entries, 'c')).toBeUndefined();
});

describe('typed results of a task', () => {
  const world = useWorld();
  let organizer: Visitor;
  const today = () => localDate(world.now());
  const version = async () => (await resultOf(world, PLAN, TYPED.id))?.version ?? NO_RESULT;
  const enter = async (over: object) =>
    enterResult(world, at, {
      version: await version(),
      indicatorId: 'typed',
      on: today(),
      value: 3,
      ...over,
    });

  beforeAll(async () => {
    await addPlaces(world);
    await addPlan(world, [TYPED, task('III.5')]);
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });

  const ofTask = async () => (await readProgress(world, await getPlan(world, PLAN)))[0]!;

  test('are kept, each with its author, and the latest one is the result', async () => {
    const by = as(world, 'acc_binh');
    const first = await enterResult(by, at, {
      version: NO_RESULT,
      indicatorId: 'typed',
      on: localDate(world.now() - 3 * DAY),
      value: 3,
      note: 'Theo báo cáo',
    });
    await enterResult(world, at, { version: first.version, indicatorId: 'typed', on: today(), value: 15 });
    const { indicators, result } = await ofTask();
    expect(indicators.map(({ reached, isReached }) => [reached, isReached])).toEqual([
      [15, true],
      [0, false],
      [0, false],
    ]);
    expect(result?.entries).toMatchObject([
      { value: 3, who: 'acc_binh', note: 'Theo báo cáo' },
      { value: 15 },
    ]);
  });

  test('are refused where they make no sense, and nothing is stored', async () => {
    const before = await resultOf(world, PLAN, TYPED.id);
    for (const [over, path, code] of [
      [{ indicatorId: 'none' }, 'indicatorId', 'indicator-unknown'],
      [{ indicatorId: 'events' }, 'indicatorId', 'indicator-counted'],
      [{ on: localDate(world.now() + DAY) }, 'on', 'result-later'],
      [{ indicatorId: 'share', value: 101 }, 'value', 'indicator-value-malformed'],
    ] as const)
      await expect(enter(over), code).rejects.toMatchObject({ fields: [{ path, code }] });
    expect(await resultOf(world, PLAN, TYPED.id)).toEqual(before);
    const other = { planId: PLAN, taskId: 'tsk_none' };
    await expect(
      enterResult(world, other, { version: NO_RESULT, indicatorId: 'a', on: today(), value: 1 }),
    ).rejects.toEqual(problem('task-missing'));
  });

  test('of two who read the same, one writes, also the first time', async () => {
    const v = await version();
    const entries = (await resultOf(world, PLAN, TYPED.id))!.entries.length;
    await enter({ version: v, value: 4 });
    await expect(enter({ version: v, value: 5 })).rejects.toEqual(problem('result-stale'));
    expect((await resultOf(world, PLAN, TYPED.id))!.entries).toHaveLength(entries + 1);
    const fresh = { planId: PLAN, taskId: 'tsk_2026_iii5' };
    const finish = (read = NO_RESULT) =>
      finishTask(world, fresh, { version: read, on: today(), note: 'Xong.' });
    await expect(finish(NO_RESULT + 1), 'of what was never stored').rejects.toEqual(problem('result-stale'));
    const tries = await Promise.allSettled([finish(), finish()]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a task is marked as done with a day and a note, and taken up again', async () => {
    await finishTask(world, at, { version: await version(), on: today(), note: 'Đủ 15 huyện.' });
    expect((await ofTask()).finished).toMatchObject({ on: today(), note: 'Đủ 15 huyện.' });
    const later = { version: await version(), on: localDate(world.now() + DAY), note: 'Sớm' };
    await expect(finishTask(world, at, later)).rejects.toMatchObject({ fields: [{ path: 'on' }] });
    const entries = (await ofTask()).result!.entries.length;
    await reopenTask(world, { ...at, version: await version() });
    const { finished, result } = await ofTask();
    expect([finished, result!.entries.length]).toEqual([undefined, entries]);
  });

  test('pages enter a result, mark the task as done and show both; a viewer and an officer cannot', async () => {
    const page = routes.consoleTask(PLAN, TYPED.id);
    const typed = {
      version: String(await version()),
      indicatorId: 'typed',
      on: '01/01/2026',
      value: '1.200',
    };
    const wrong = await organizer.send(`${page}/ket-qua`, { ...typed, value: 'nhiều' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Kết quả là số nguyên');
    const saved = await organizer.send(`${page}/ket-qua`, typed);
    expect(saved.text).toContain('Đã ghi kết quả.');
    expect(saved.text).toContain('01/01/2026: Chỉ tiêu typed, 1.200');
    const done = await organizer.send(`${page}/hoan-thanh`, {
      version: String(await version()),
      on: '02/01/2026',
      note: 'Đã làm xong.',
    });
    expect(done.text).toContain('Đã hoàn thành 02/01/2026: Đã làm xong.');
    expect((await organizer.get(routes.consolePlan(PLAN))).text).toContain('Đã hoàn thành 02/01/2026');
    const again = await organizer.send(`${page}/lam-tiep`, { version: String(await version()) });
    expect(again.text).not.toContain('Đã hoàn thành');
    for (const role of ['viewer', 'officer'] as const) {
      const other = await signIn(world, { role, ...(role === 'officer' && { unitId: 'unt_goquao' }) });
      for (const act of ['/ket-qua', '/hoan-thanh', '/lam-tiep'])
        expect((await other.send(`${page}${act}`, typed)).status, `${role} ${act}`).toBe(403);
      expect((await other.get(page)).text).not.toContain('Ghi hoàn thành');
    }
  });

  test('the API refuses them to all but organizers', async () => {
    const path = `/plans/${PLAN}/tasks/${TYPED.id}`;
    const body = { version: await version(), on: today(), note: 'Xong.' };
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    const result = { version: body.version, indicatorId: 'typed', on: today(), value: 1 };
    expect((await viewer.api('POST', `${path}/results`, result)).status).toBe(403);
    expect((await viewer.api('POST', `${path}/finish`, body)).status).toBe(403);
    expect((await viewer.api('POST', `${path}/reopening`, { version: 1 })).status).toBe(403);
    expect((await organizer.api('POST', `${path}/results`, { ...result, value: 1.5 })).status).toBe(422);
    const { json } = await organizer.api('POST', `${path}/finish`, body);
    expect(json).toMatchObject({ finished: { note: 'Xong.' }, version: body.version + 1 });
  });

  test('a withdrawn plan takes no more results', async () => {
    await withdrawPlan(world, PLAN, { version: (await getPlan(world, PLAN)).version, reason: 'Lồng ghép.' });
    await expect(enter({})).rejects.toEqual(problem('plan-withdrawn'));
    expect((await organizer.get(routes.consoleTask(PLAN, TYPED.id))).text).not.toContain('Ghi hoàn thành');
  });
});

describe('the indicators of a task', () => {
  const world = useWorld();
  beforeAll(() => addPlan(world, [task('II.2', { indicators: [indicator('events')] })]));
  const id = 'tsk_2026_ii2';
  const update = async (indicators: object[]) => {
    const { version } = await getPlan(world, PLAN);
    const input = TaskUpdate.parse({ version, words: 'Tập huấn.', indicators });
    return (await updateTask(world, { planId: PLAN, taskId: id }, input)).tasks[0]!.indicators;
  };

  test('keep their ids when the task is changed; new ones get their own, and units of their own', async () => {
    const kept = await update([
      { id: 'events', name: 'Lớp', source: 'events', goal: 3 },
      { name: 'Báo cáo', source: 'reports', unit: '%', goal: 90 },
    ]);
    expect(kept).toMatchObject([
      { id: 'events', name: 'Lớp', unit: 'lớp, hội nghị', goal: 3 },
      { name: 'Báo cáo', unit: '%', goal: 90 },
    ]);
    expect(kept![1]!.id).not.toBe('events');
    for (const ids of [['none'], ['events', 'events']])
      await expect(
        update(ids.map((one) => ({ id: one, name: 'Lớp', source: 'events', goal: 3 }))),
      ).rejects.toMatchObject({ fields: [{ code: 'indicator-unknown' }] });
  });

  test('are part of the text: the plan keeps those of before, and a clone takes them over', async () => {
    const organizer = await signIn(world, { role: 'organizer', bearer: true });
    expect((await organizer.get(routes.consolePlanText(PLAN, 1))).text).toContain('mục tiêu 2 việc');
    expect((await organizer.get(routes.consolePlanText(PLAN, 2))).text).toContain('mục tiêu 90 %');
    const next = await clonePlan(world, PLAN, 2027);
    expect(next.tasks[0]!.indicators).toMatchObject([{ id: 'events' }, { unit: '%' }]);
    expect(await update([])).toBeUndefined();
  });

  test.each([
    [{ source: 'typed', goal: 1 }, 'unit', 'indicator-unit-required'],
    [{ source: 'events', unit: '%', goal: 1 }, 'unit', 'indicator-no-share'],
    [{ source: 'reports', unit: '%', goal: 101 }, 'goal', 'indicator-goal-malformed'],
    [{ source: 'events', goal: 0 }, 'goal', 'indicator-goal-malformed'],
    [{ source: 'events', goal: 1.5 }, 'goal', 'indicator-goal-malformed'],
    [{ source: 'moon', goal: 1 }, 'source', 'indicator-source-required'],
  ])('%o is refused', (one, path, message) => {
    const read = TaskUpdate.safeParse({
      version: 1,
      words: 'Tập huấn.',
      indicators: [{ name: 'Lớp', ...one }],
    });
    expect(read.error?.issues).toMatchObject([{ path: ['indicators', 0, path], message }]);
  });

  test('the form shows them, adds rows, and says at which one a goal is wrong', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    const path = routes.consoleTaskEdit(PLAN, id);
    const { version } = await getPlan(world, PLAN);
    const row = { 'indicators.1.name': 'Lớp', 'indicators.1.source': 'events', 'indicators.1.goal': 'nhiều' };
    const wrong = await organizer.post(path, { version: String(version), words: 'Tập huấn.', ...row });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#o-indicators-0-goal"');
    const more = await organizer.post(path, {
      version: String(version),
      words: 'Tập huấn.',
      ...row,
      them: '4',
    });
    expect(more.html).toContain('name="indicators.3.goal"');
    expect((await getPlan(world, PLAN)).version).toBe(version);
    const right = { ...row, 'indicators.1.goal': '1.500' };
    expect(
      (await organizer.post(path, { version: String(version), words: 'Tập huấn.', ...right })).status,
    ).toBe(303);
    expect((await getPlan(world, PLAN)).tasks[0]!.indicators).toMatchObject([{ name: 'Lớp', goal: 1500 }]);
    expect((await organizer.get(path)).html).toMatch(/name="indicators\.0\.goal"[^>]*value="1500"/);
  });
});
