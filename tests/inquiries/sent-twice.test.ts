import { beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../functions/platform/time/dates';
import { shortDay } from '../../functions/platform/time/format-date';
import { as } from '../../functions/platform/world/world';
import { linesOfPlan } from '../../functions/programme/budget/list';
import { storePlan } from '../../functions/programme/plans/store';
import { allPledges } from '../../functions/programme/pledges/list';
import { askForSupport } from '../../functions/support/create';
import { listSupport } from '../../functions/support/read';
import { listVisits } from '../../functions/visits/list';
import { notesOf } from '../../functions/visits/notes';
import { routes } from '../../web/routes';
import { addBody } from '../support/bodies';
import { addPlaces } from '../support/places';
import { fieldsOf } from '../support/seen';
import { signIn, type Visitor } from '../support/visitor';
import { useWorld } from '../support/world';

/** A weak line loses an answer: the person presses the button of the same form again. */
describe('a form of the console that is sent twice', () => {
  const world = useWorld();
  let organizer: Visitor;
  let bodyId: string;
  let today: string;
  beforeAll(async () => {
    await addPlaces(world);
    today = shortDay(localDate(world.now()));
    bodyId = (await addBody(world, 'UBND huyện Gò Quao', { unitId: 'unt_goquao' })).id;
    const task = { id: 'tsk_mau', row: 'II.2', words: 'Tập huấn.', lead: [], coordinating: [] };
    await storePlan(world, { year: 2026, title: 'Kế hoạch', tasks: [task] }, { id: 'pln_2026' });
    organizer = await signIn(world, { role: 'organizer' });
  });

  /** Sends one form twice, then a second form with the same text; answers how many there are after each. */
  const counts = async (path: string, typed: Record<string, string>, count: () => Promise<number>) => {
    const before = await count();
    const form = fieldsOf((await organizer.get(path)).page);
    const ends: string[] = [];
    for (const _ of [1, 2]) {
      const sent = await organizer.post(path, { ...form, ...typed });
      expect([path, sent.status, sent.text.slice(0, 500)]).toMatchObject([path, 303, '']);
      ends.push(sent.to);
    }
    expect(ends[1]).toBe(ends[0]);
    const once = (await count()) - before;
    const other = fieldsOf((await organizer.get(path)).page);
    await organizer.post(path, { ...other, ...typed });
    return [once, (await count()) - before];
  };
  const visits = () => listVisits(world, { sees: () => true });

  test('makes one visit', async () => {
    const typed = { bodyId, day: today, purpose: 'Kiểm tra.', lead: 'Phó Giám đốc', front: 'Mặt trận' };
    const made = await counts(routes.consoleNewVisit(), typed, async () => (await visits()).length);
    expect(made).toEqual([1, 2]);
  });

  test('leaves one monitoring note', async () => {
    const [visit] = await visits();
    const typed = { from: 'Ủy ban MTTQ huyện', words: 'Đã giám sát.' };
    const path = routes.consoleVisitAct(visit!.id, 'ghi-chu');
    expect(await counts(path, typed, async () => (await notesOf(world, visit!.id)).length)).toEqual([1, 2]);
  });

  test('adds one line to a budget', async () => {
    const typed = { taskId: 'tsk_mau', item: 'hall', source: 'province', estimate: '3.000.000' };
    const path = routes.consoleNewBudgetLine('pln_2026');
    const lines = async () => (await linesOfPlan(world, 'pln_2026')).length;
    expect(await counts(path, typed, lines)).toEqual([1, 2]);
  });

  test('writes down one pledge', async () => {
    const typed = { bodyId, kind: 'money', words: 'Kinh phí', amount: '5.000.000', dueOn: today };
    const pledges = async () => (await allPledges(world)).length;
    expect(await counts(routes.consoleNewPledge(), typed, pledges)).toEqual([1, 2]);
  });

  test('asks for support once', async () => {
    const typed = { unitId: 'unt_dinhan', type: 'land', words: 'Tranh chấp lối đi.' };
    const support = async () => (await listSupport(world)).length;
    expect(await counts(routes.consoleNewSupport(), typed, support)).toEqual([1, 2]);
  });

  test('of two mediators with the same secret makes two requests', async () => {
    const question = { type: 'land', words: 'Tranh chấp lối đi.', nonce: 'cung-mot-ma' } as const;
    const ask = (id: string) => askForSupport(as(world, 'public'), { id }, question);
    const [first, again, other] = [await ask('reg_mot'), await ask('reg_mot'), await ask('reg_hai')];
    expect(again.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
    expect(first).not.toHaveProperty('nonce');
  });
});
