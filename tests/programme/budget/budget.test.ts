import { beforeAll, describe, expect, test } from 'vitest';
import { createBudgetLine, MOST_LINES } from '../../../functions/programme/budget/create';
import { BudgetInput, budgetLines, MOST_DONG } from '../../../functions/programme/budget/line';
import { getBudgetLine, linesOfEvent, linesOfPlan } from '../../../functions/programme/budget/list';
import { removeBudgetLine, updateBudgetLine } from '../../../functions/programme/budget/update';
import { listPlans } from '../../../functions/programme/plans/list';
import { storePlan } from '../../../functions/programme/plans/store';
import { callsOf } from '../../support/calls-of';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { addLine, addPlan, HALL, OTHER_TASK, PLAN, TASK } from './scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  await addPlan(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

const readOf = ({ id, version }: { id: string; version: number }) => ({ planId: PLAN, id, version });
const inputOf = (more: object = {}) => BudgetInput.parse({ ...HALL, ...more });

describe('a line of a budget', () => {
  test('is listed with its plan and with its event; plans stay what they were', async () => {
    const event = await addEvent(world, 5);
    const ofTask = await addLine(world);
    const ofEvent = await addLine(world, { eventId: event.id, actual: 2_800_000 });
    const ids = (await linesOfPlan(world, PLAN)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([ofTask.id, ofEvent.id]));
    expect((await linesOfEvent(world, event.id)).map(({ id }) => id)).toEqual([ofEvent.id]);
    expect((await listPlans(world)).map(({ id }) => id)).toEqual([PLAN]);
  });

  test('belongs to a task of its plan and to an event that there is', async () => {
    await expect(addLine(world, { taskId: 'tsk_none' })).rejects.toMatchObject({
      fields: [{ path: 'taskId', code: 'task-unknown' }],
    });
    await expect(addLine(world, { eventId: 'evt_none' })).rejects.toMatchObject({
      fields: [{ path: 'eventId', code: 'event-unknown' }],
    });
    await expect(createBudgetLine(world, 'pln_none', inputOf())).rejects.toMatchObject({
      code: 'plan-missing',
    });
  });

  test('is saved whole by one of two editors who read the same version', async () => {
    const line = await addLine(world, { document: 'QĐ số 5', remark: 'tạm tính' });
    const saved = await updateBudgetLine(world, readOf(line), inputOf({ taskId: OTHER_TASK, actual: 9 }));
    expect(saved).toMatchObject({ taskId: OTHER_TASK, actual: 9, version: 2 });
    expect(saved.document).toBeUndefined();
    expect(saved.remark).toBeUndefined();
    await expect(updateBudgetLine(world, readOf(line), inputOf())).rejects.toMatchObject({
      kind: 'stale',
      code: 'budget-line-stale',
    });
  });

  test('counts nowhere after it was removed, and its removal names who did it', async () => {
    const event = await addEvent(world, 5);
    const line = await addLine(world, { eventId: event.id });
    await removeBudgetLine(world, readOf(line));
    expect((await linesOfPlan(world, PLAN)).map(({ id }) => id)).not.toContain(line.id);
    expect(await linesOfEvent(world, event.id)).toEqual([]);
    await expect(getBudgetLine(world, PLAN, line.id)).rejects.toMatchObject({ code: 'budget-line-missing' });
    await expect(updateBudgetLine(world, { ...readOf(line), version: 2 }, inputOf())).rejects.toMatchObject({
      code: 'budget-line-missing',
    });
    const stored = await world.db.get(budgetLines, { pk: line.pk, sk: line.sk });
    expect(stored).toMatchObject({ removed: true, by: world.db.actor, version: 2 });
  });

  test('is removed only as it was read', async () => {
    const line = await addLine(world);
    await updateBudgetLine(world, readOf(line), inputOf({ actual: 5 }));
    await expect(removeBudgetLine(world, readOf(line))).rejects.toMatchObject({ code: 'budget-line-stale' });
  });

  test('is read with all others by one call, of a plan and of an event', async () => {
    const event = await addEvent(world, 5);
    await addLine(world, { eventId: event.id });
    expect(await callsOf(world, () => linesOfPlan(world, PLAN))).toEqual(['query programme']);
    expect(await callsOf(world, () => linesOfEvent(world, event.id))).toEqual(['query programme']);
  });

  test('is the last one where the plan has as many as are read at once', async () => {
    const { id } = await storePlan(world, {
      year: 2031,
      title: 'Kế hoạch đầy',
      tasks: [{ id: TASK, row: 'II.2', words: 'Tập huấn.', lead: [], coordinating: [] }],
    });
    const first = await createBudgetLine(world, id, inputOf());
    await world.db.putMany(
      budgetLines,
      Array.from({ length: MOST_LINES - 1 }, (_, n) => ({ ...first, sk: `bgl_${n}`, id: `bgl_${n}` })),
    );
    await expect(createBudgetLine(world, id, inputOf())).rejects.toMatchObject({ code: 'budget-full' });
    await removeBudgetLine(world, { planId: id, id: first.id, version: 1 });
    await createBudgetLine(world, id, inputOf());
  });
});

describe('the API of the budget', () => {
  const post = (body: object) => organizer.api('POST', `/plans/${PLAN}/budget-lines`, body);

  test('adds, saves and removes a line, and answers totals', async () => {
    const event = await addEvent(world, 5);
    const made = await post({ ...HALL, eventId: event.id, actual: 3_500_000 });
    expect(made.status).toBe(201);
    const { id, version } = made.json;
    const budget = await organizer.api('GET', `/events/${event.id}/budget`);
    expect(budget.json).toMatchObject({
      total: { estimate: 3_000_000, actual: 3_500_000, lines: 1, open: 0 },
      bySource: [{ key: 'province' }],
      byEvent: [{ key: event.id }],
      lines: [{ id }],
    });
    const path = `/plans/${PLAN}/budget-lines/${id}`;
    const saved = await organizer.api('PUT', path, { ...HALL, eventId: event.id, estimate: 1, version });
    expect(saved.json).toMatchObject({ estimate: 1, version: 2 });
    expect((await organizer.api('PUT', path, { ...HALL, version })).status).toBe(412);
    expect((await organizer.api('POST', `${path}/removal`, { version: 1 })).status).toBe(412);
    expect((await organizer.api('POST', `${path}/removal`, { version: 2 })).status).toBe(204);
    expect((await organizer.api('GET', `/events/${event.id}/budget`)).json).toMatchObject({ lines: [] });
    expect((await organizer.api('GET', '/plans/pln_none/budget')).status).toBe(404);
  });

  test.each([
    [{ estimate: 1.5 }, 'estimate', 'dong-malformed'],
    [{ estimate: -1 }, 'estimate', 'dong-malformed'],
    [{ estimate: '5' }, 'estimate', 'dong-malformed'],
    [{ estimate: undefined }, 'estimate', 'required'],
    [{ actual: MOST_DONG + 1 }, 'actual', 'dong-too-much'],
    [{ source: 'other' }, 'sourceWords', 'other-words-required'],
    [{ item: 'hall', itemWords: 'Loa' }, 'itemWords', 'words-for-other-only'],
    [{ source: 'bank' }, 'source', 'not-an-option'],
    [{ paid: true }, 'paid', 'unknown-field'],
  ])('refuses %j', async (wrong, path, code) => {
    const refused = await post({ ...HALL, ...wrong });
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({ errors: [{ path, code }] });
  });

  test('lets organizers write, viewers read, and officers and strangers do neither', async () => {
    const line = await addLine(world);
    const path = `/plans/${PLAN}/budget-lines/${line.id}`;
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    const officer = await signIn(world, { role: 'officer', bearer: true, unitId: 'unt_goquao' });
    expect((await viewer.api('GET', `/plans/${PLAN}/budget`)).status).toBe(200);
    expect((await officer.api('GET', `/plans/${PLAN}/budget`)).status).toBe(403);
    const event = await addEvent(world, 5);
    expect((await officer.api('GET', `/events/${event.id}/budget`)).status).toBe(403);
    for (const reader of [viewer, officer]) {
      expect((await reader.api('POST', `/plans/${PLAN}/budget-lines`, HALL)).status).toBe(403);
      expect((await reader.api('PUT', path, { ...HALL, version: 1 })).status).toBe(403);
      expect((await reader.api('POST', `${path}/removal`, { version: 1 })).status).toBe(403);
    }
    expect(await getBudgetLine(world, PLAN, line.id)).toMatchObject({ version: 1 });
  });
});
