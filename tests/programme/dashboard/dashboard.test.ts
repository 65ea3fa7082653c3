import { beforeAll, describe, expect, test } from 'vitest';
import { summariseSeats } from '../../../functions/background/streams/summarise-seats';
import { readDashboard } from '../../../functions/dashboard/read';
import type { Account } from '../../../functions/directory/accounts/account';
import { type Event, eventsTable } from '../../../functions/events/event/event';
import { everyRegistration } from '../../../functions/events/registrations/find';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { GoalsInput, NOT_SET, readGoals, setGoals } from '../../../functions/programme/plans/goals';
import { storePlan } from '../../../functions/programme/plans/store';
import type { Block } from '../../../functions/seats/ledger/seats';
import { routes } from '../../../web/routes';
import { callsOf } from '../../support/calls-of';
import { addEvent, draftEvent, inDays } from '../../support/events';
import { comes } from '../../support/people';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const PLAN = 'pln_2026';
const TASK = 'tsk_2026_ii2';
const OTHER_TASK = 'tsk_2026_ii3b';
const ORGANIZER = { id: 'acc_mau', role: 'organizer', active: true } as Account;

const world = useWorld();
let organizer: Visitor;
const ids: string[] = [];

const task = (id: string, row: string) => ({
  id,
  row,
  words: `Nhiệm vụ ${row}.`,
  lead: [],
  coordinating: [],
});
const event = async (days: number, people: number, over: object): Promise<Event> => {
  const added = await addEvent(world, days, { capacity: 3, ...over });
  ids.push(added.id);
  for (let n = 0; n < people; n++) await comes(world, added.id);
  await summariseSeats(world, added.id);
  return added;
};

beforeAll(async () => {
  await addPlaces(world);
  await storePlan(
    world,
    { year: 2026, title: 'Kế hoạch năm 2026', tasks: [task(TASK, 'II.2'), task(OTHER_TASK, 'II.3b')] },
    { id: PLAN },
  );
  organizer = await signIn(world, { role: 'organizer', bearer: true });
  await event(2, 2, { taskId: TASK, placeUnitId: 'unt_dinhan' });
  await event(3, 3, { placeUnitId: 'unt_goquao' });
  await event(20, 4, { taskId: TASK, placeUnitId: 'unt_donghoa' });
  const off = await event(21, 1, { taskId: TASK, placeUnitId: 'unt_donghoa' });
  await cancelEvent(world, off.id, { version: off.version, reason: 'Bão' });
  // Of the next year: it counts only where a task of this plan asked for it.
  await event(60, 1, { taskId: OTHER_TASK, placeUnitId: 'unt_rachgia' });
  await event(61, 1, { placeUnitId: 'unt_rachgia' });
  ids.push((await draftEvent(world, { capacity: 3 }, inDays(world, 25))).id);
  world.clock.forward(5 * DAY);
});

/** The same from the raw tables: the seats that are held in blocks, and the people who are confirmed. */
const recount = async (isCounted: (e: Event) => boolean) => {
  const sum = { over: 0, coming: 0, cancelled: 0, drafts: 0, used: 0, offered: 0, reached: 0 };
  for (const pk of ids) {
    const items = await world.db.all(eventsTable, {
      where: 'pk = :pk',
      values: { ':pk': pk },
      consistent: true,
    });
    const found = items.find(({ sk }) => sk === 'event')!;
    if (!isCounted(found)) continue;
    const blocks = items.filter(({ sk }) => sk.startsWith('block#')) as unknown as Block[];
    const held = blocks.reduce((n, block) => n + Object.keys(block.held).length, 0);
    let people = 0;
    for await (const r of everyRegistration(world, found)) if (r.status === 'confirmed') people++;
    if (found.status === 'draft') sum.drafts++;
    if (found.status === 'cancelled') sum.cancelled++;
    if (found.status !== 'published') continue;
    expect(held).toBe(people);
    sum.used += held;
    sum.offered += blocks.reduce((n, { size }) => n + size, 0);
    if (found.endsAt <= iso(world.now())) {
      sum.over++;
      sum.reached += people;
    } else sum.coming++;
  }
  return sum;
};
const ofPlan = ({ taskId, startsAt }: Event) => Boolean(taskId) || startsAt < '2026-12-31T17:00:00.000Z';

describe('the dashboard of a plan', () => {
  test('has the figures that a recount from the raw tables gives', async () => {
    const { all, tasks, units, elsewhere } = await readDashboard(world, ORGANIZER, PLAN);
    const counted = await recount(ofPlan);
    expect(counted).toMatchObject({ over: 2, coming: 2, cancelled: 1, drafts: 1, reached: 5, used: 9 });
    expect(all).toMatchObject({ ...counted, waiting: 1, postponed: 0 });
    for (const {
      task: { id },
      figures,
    } of tasks)
      expect(figures, id).toMatchObject(await recount((e) => e.taskId === id));
    expect(units.map(({ name, figures }) => [name, figures.over, figures.coming])).toEqual(
      expect.arrayContaining([
        ['Gò Quao', 2, 0],
        ['An Minh', 0, 1],
        ['Rạch Giá', 0, 1],
      ]),
    );
    const parts = [...units.map(({ figures }) => figures), elsewhere];
    expect(parts.reduce((n, { used }) => n + used, 0)).toBe(all.used);
  });

  test('shows an officer the own area alone, without goals and recommendations', async () => {
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    const { all, units, goals, answers } = await readDashboard(
      world,
      { ...ORGANIZER, role: 'officer', unitId: 'unt_goquao' },
      PLAN,
    );
    expect(all).toMatchObject({ over: 2, coming: 0, reached: 5, cancelled: 0 });
    expect(units.map(({ unitId }) => unitId)).toEqual(['unt_goquao']);
    expect([goals, answers]).toEqual([undefined, undefined]);
    const page = await officer.get(routes.consoleDashboard(PLAN));
    expect(page.text).toContain('chỉ tính các lớp, hội nghị tổ chức tại địa bàn của đơn vị');
    expect(page.text).not.toContain('An Minh');
    expect((await officer.get(routes.consoleDashboard(PLAN, '/muc-tieu'))).status).toBe(403);
  });

  test('costs fourteen calls, however many events there are', async () => {
    const path = routes.consoleDashboard(PLAN);
    const made = async () => (await callsOf(world, () => readDashboard(world, ORGANIZER, PLAN))).sort();
    const before = await made();
    const page = await callsOf(world, () => organizer.get(path));
    for (let n = 0; n < 12; n++) await event(22, 0, { taskId: TASK });
    expect(await made()).toEqual(before);
    expect(before).toEqual([
      'get programme',
      'get programme',
      'get register',
      'get units',
      'query events',
      'query events',
      'query inquiries',
      'query inquiries',
      'query invitations',
      'query programme',
      'query register',
      'query register',
      'query register',
      'query register',
    ]);
    expect((await callsOf(world, () => organizer.get(path))).length).toBe(page.length);
  });
});

describe('goals', () => {
  const input = GoalsInput.parse({ events: 8, people: 10, source: 'Công văn mẫu' });

  test('are set once by two who read the same, and only for a plan that there is', async () => {
    const first = await setGoals(world, { planId: PLAN, version: NOT_SET }, input);
    expect(await readGoals(world, PLAN)).toMatchObject({ ...input, version: 2, by: world.db.actor });
    await expect(setGoals(world, { planId: PLAN, version: NOT_SET }, input)).rejects.toMatchObject({
      kind: 'stale',
      code: 'goals-stale',
    });
    await setGoals(world, { planId: PLAN, version: first.version }, { ...input, events: 9 });
    await expect(setGoals(world, { planId: 'pln_none', version: NOT_SET }, input)).rejects.toMatchObject({
      code: 'plan-missing',
    });
  });

  test('are typed as people write numbers, and the page measures against them', async () => {
    const { version } = (await readGoals(world, PLAN))!;
    const typed = { version: String(version), events: '8', people: '1.000', source: 'Công văn số 5 (mẫu)' };
    const wrong = await organizer.send(routes.consoleDashboard(PLAN, '/muc-tieu'), {
      ...typed,
      people: 'nhiều',
    });
    expect(wrong.status).toBe(422);
    const saved = await organizer.send(routes.consoleDashboard(PLAN, '/muc-tieu'), typed);
    expect(saved.text).toContain('Đã lưu mục tiêu.');
    expect(saved.text).toContain('2 trên 8 theo mục tiêu (25 %)');
    expect(saved.text).toContain('5 trên 1.000 lượt theo mục tiêu (1 %)');
    expect(saved.text).toContain('Công văn số 5 (mẫu)');
    const sheet = await organizer.get(routes.consoleDashboard(PLAN, '/mot-trang'));
    expect(sheet.text).toContain('TÌNH HÌNH THỰC HIỆN KẾ HOẠCH NĂM 2026');
    expect(sheet.text).toContain('2 trên 8 theo mục tiêu');
  });
});
