import { beforeAll, describe, expect, test } from 'vitest';
import { readUnits } from '../../../functions/directory/units/list';
import { areaOf } from '../../../functions/directory/units/successors';
import { instant, ms } from '../../../functions/platform/time/dates';
import { withdrawPlan } from '../../../functions/programme/consultation/issue';
import { getPlan } from '../../../functions/programme/plans/list';
import { storePlan } from '../../../functions/programme/plans/store';
import { dueTasks } from '../../../functions/programme/progress/due';
import { enterResult, finishTask, reopenTask } from '../../../functions/programme/results/change';
import { NO_RESULT } from '../../../functions/programme/results/result';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { callsOf } from '../../support/calls-of';
import { addPlaces } from '../../support/places';
import { signIn } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { indicator, PLAN, task } from './scene';

const OF_GO_QUAO = task('III.2', {
  time: 'trước ngày 18/11/2026',
  lead: [{ id: 'bod_goquao', name: 'UBND huyện Gò Quao' }],
});
const TYPED = task('II.1', {
  time: 'tháng 11/2026',
  indicators: [indicator('typed', { unit: 'việc', goal: 1 })],
});

describe('tasks that are late or due soon', () => {
  const world = useWorld();
  const at = (day: string) => {
    world.clock.at = ms(instant(day, '09:00')!);
  };
  const due = async (units?: ReadonlySet<string>) =>
    (await dueTasks(world, units)).map(({ task: { row }, due: how, lastDay }) => `${row} ${how} ${lastDay}`);

  beforeAll(async () => {
    await addPlaces(world);
    await addBody(world, 'UBND huyện Gò Quao', { id: 'bod_goquao', unitId: 'unt_goquao' });
    await storePlan(
      world,
      {
        year: 2026,
        number: '77/KH-UBND',
        title: 'Kế hoạch năm 2026',
        tasks: [TYPED, OF_GO_QUAO, task('III.1'), task('II.4a', { time: 'cả năm' })],
      },
      { id: PLAN },
    );
    await storePlan(world, {
      year: 2025,
      title: 'Dự thảo năm 2025',
      tasks: [task('II.1', { time: 'tháng 1/2025' })],
    });
    await storePlan(world, {
      year: 2024,
      number: '1/KH-UBND',
      title: 'Kế hoạch năm 2024',
      tasks: [task('II.1', { time: 'tháng 1/2024' })],
    });
  });

  test('are those of issued plans of this year and the last, from 14 days before their last day on', async () => {
    at('2026-11-02');
    expect(await due()).toEqual([]);
    at('2026-11-03');
    expect(await due()).toEqual(['III.2 soon 2026-11-17']);
    at('2026-11-16');
    expect(await due()).toEqual(['III.2 soon 2026-11-17', 'II.1 soon 2026-11-30']);
    at('2026-11-17');
    expect(await due()).toContain('III.2 soon 2026-11-17');
    at('2026-11-18');
    expect(await due()).toContain('III.2 late 2026-11-17');
    at('2027-01-01');
    expect(await due()).toEqual(['III.2 late 2026-11-17', 'II.1 late 2026-11-30', 'II.4a late 2026-12-31']);
    at('2028-01-01');
    expect(await due()).toEqual([]);
  });

  test('of an officer are those that bodies of the area lead', async () => {
    at('2026-11-18');
    const { all } = await readUnits(world);
    expect(await due(areaOf(all, 'unt_goquao'))).toEqual(['III.2 late 2026-11-17']);
    expect(await due(areaOf(all, 'unt_anminh'))).toEqual([]);
  });

  test('cost one call while none is due by its date', async () => {
    at('2026-06-01');
    expect(await callsOf(world, () => dueTasks(world))).toEqual(['query programme']);
  });

  test('stand on the first page, on that of the plan and of the task, until they are reached or done', async () => {
    at('2026-11-18');
    const organizer = await signIn(world, { role: 'organizer', bearer: true });
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    const home = async () => (await organizer.get(routes.console())).text;
    const before = await home();
    expect(before).toContain('Nhiệm vụ quá hạn: III.2, hạn 17/11/2026');
    expect(before).toContain('Nhiệm vụ sắp đến hạn: II.1, Chỉ tiêu typed 0/1 việc, hạn 30/11/2026');
    const own = (await officer.get(routes.console())).text;
    expect(own).toContain('Nhiệm vụ quá hạn: III.2');
    expect(own).not.toContain('II.1');
    const { text } = await organizer.get(routes.consolePlan(PLAN));
    expect(text.match(/Quá hạn/g)).toHaveLength(1);
    expect((await organizer.get(routes.consoleTask(PLAN, TYPED.id))).text).toContain('Sắp đến hạn');
    expect((await organizer.api('GET', `/plans/${PLAN}/tasks/${TYPED.id}`)).json).toMatchObject({
      due: 'soon',
    });

    const of = (taskId: string) => ({ planId: PLAN, taskId });
    const entry = { version: NO_RESULT, indicatorId: 'typed', on: '2026-11-18', value: 1 };
    await enterResult(world, of(TYPED.id), entry);
    expect(await due()).toEqual(['III.2 late 2026-11-17']);
    const done = { version: NO_RESULT, on: '2026-11-18', note: 'Đã ban hành.' };
    const { version } = await finishTask(world, of(OF_GO_QUAO.id), done);
    expect(await due()).toEqual([]);
    expect(await home()).not.toContain('Nhiệm vụ quá hạn');
    await reopenTask(world, { ...of(OF_GO_QUAO.id), version });
    expect(await due()).toEqual(['III.2 late 2026-11-17']);
  });

  test('end with a plan that is withdrawn', async () => {
    at('2026-11-19');
    await withdrawPlan(world, PLAN, { version: (await getPlan(world, PLAN)).version, reason: 'Lồng ghép.' });
    expect(await due()).toEqual([]);
  });
});
