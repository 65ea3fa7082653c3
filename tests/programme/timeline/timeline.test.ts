import { beforeAll, describe, expect, test } from 'vitest';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { MINUTE } from '../../../functions/platform/time/dates';
import { storePlan } from '../../../functions/programme/plans/store';
import { daysOf } from '../../../functions/programme/plans/task-time';
import { getTimeline } from '../../../functions/programme/timeline/timeline';
import { routes } from '../../../web/routes';
import { draftEvent, inDays, publishedEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

test.each([
  ['cả năm', { firstDay: '2021-01-01', lastDay: '2021-12-31' }],
  ['tháng 4/2021', { firstDay: '2021-04-01', lastDay: '2021-04-30' }],
  ['Tháng 12', { firstDay: '2021-12-01', lastDay: '2021-12-31' }],
  ['tháng 2/2024', { firstDay: '2024-02-01', lastDay: '2024-02-29' }],
  ['quý II', { firstDay: '2021-04-01', lastDay: '2021-06-30' }],
  ['quý IV năm 2022', { firstDay: '2022-10-01', lastDay: '2022-12-31' }],
])('"%s" gives the first and the last day', (words, days) => {
  expect(daysOf(words, 2021)).toEqual(days);
});

test('"trước ngày 18/11" means that 17/11 is the last day', () => {
  expect(daysOf('trước ngày 18/11/2021', 2021)).toEqual({ lastDay: '2021-11-17' });
  expect(daysOf('trước ngày 01/01/2022', 2021)).toEqual({ lastDay: '2021-12-31' });
});

test.each(['thường xuyên', 'tháng 13', 'trước ngày 31/02/2021', 'quý V', '', undefined])(
  'the words "%s" give no days',
  (words) => {
    expect(daysOf(words, 2021)).toBeUndefined();
  },
);

describe('the year of a plan', () => {
  const world = useWorld();
  let organizer: Visitor;
  let program: Visitor;
  let year: number;
  let month: number;

  beforeAll(async () => {
    await addPlaces(world);
    const sample = inDays(world, 10);
    year = Number(sample.startsAt.slice(0, 4));
    month = Number(sample.startsAt.slice(5, 7));
    const task = { lead: [], coordinating: [] };
    await storePlan(
      world,
      {
        year,
        title: 'Kế hoạch thực hiện Đề án',
        tasks: [
          { ...task, id: 'tsk_a', row: 'II.1', words: 'Xây dựng kế hoạch.', time: `tháng ${month}` },
          { ...task, id: 'tsk_b', row: 'III.6', words: 'Báo cáo.', time: `trước ngày 18/11/${year}` },
          { ...task, id: 'tsk_c', row: 'II.2', words: 'Tập huấn.' },
        ],
      },
      { id: 'pln_nay' },
    );
    await publishedEvent(world, { taskId: 'tsk_a' }, sample);
    await draftEvent(world, { taskId: 'tsk_a' }, sample);
    await cancelEvent(world, (await publishedEvent(world, { taskId: 'tsk_a' }, sample)).id, {
      reason: 'Mưa bão',
    });
    await publishedEvent(world, {}, sample);
    organizer = await signIn(world, { role: 'organizer' });
    program = await signIn(world, { role: 'organizer', bearer: true });
  });

  const row = async (i: number, now = world.now()) =>
    (await getTimeline({ ...world, now: () => now }, 'pln_nay')).rows[i]!;

  test('counts a task’s own events in the month in which they begin, without cancelled ones', async () => {
    const { months } = await row(0);
    expect(months[month - 1]).toEqual({ month, planned: true, held: 0, coming: 2 });
    expect(months.filter((m) => m.held + m.coming > 0)).toHaveLength(1);
    expect((await row(2)).months.every((m) => m.held + m.coming === 0)).toBe(true);
  });

  test('a published event counts as held once it is over; a draft does not', async () => {
    const ends = Date.parse(inDays(world, 10).endsAt);
    expect((await row(0, ends - MINUTE)).months[month - 1]).toMatchObject({ held: 0, coming: 2 });
    expect((await row(0, ends + MINUTE)).months[month - 1]).toMatchObject({ held: 1, coming: 1 });
  });

  test('a deadline is planned in its own month; a task without a time in none', async () => {
    const planned = (r: Awaited<ReturnType<typeof row>>) =>
      r.months.filter((m) => m.planned).map((m) => m.month);
    expect(planned(await row(0))).toEqual([month]);
    expect(planned(await row(1))).toEqual([11]);
    expect(planned(await row(2))).toEqual([]);
  });

  test('GET /api/plans/{id}/timeline shows it to staff alone', async () => {
    const { status, json } = await program.api('GET', '/plans/pln_nay/timeline');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      year,
      tasks: [{ row: 'II.1' }, { row: 'III.6', lastDay: `${year}-11-17` }, { row: 'II.2' }],
    });
    expect((await visitor(world).api('GET', '/plans/pln_nay/timeline')).status).toBe(401);
    expect((await program.api('GET', '/plans/pln_none/timeline')).status).toBe(404);
  });

  test('the page shows each month of each task and is a tab of the plan', async () => {
    const { html } = await organizer.get(routes.consoleTimeline('pln_nay'));
    expect(html).toContain(`<td class="num planned" data-label="Tháng ${month}">+ 2</td>`);
    expect(html).toContain('trước ngày 18/11');
    expect((await organizer.get(routes.consolePlan('pln_nay'))).html).toContain(
      `href="${routes.consoleTimeline('pln_nay')}"`,
    );
  });
});
