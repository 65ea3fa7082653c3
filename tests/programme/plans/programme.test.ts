import { beforeAll, describe, expect, test } from 'vitest';
import { clonePlan } from '../../../functions/programme/plans/clone';
import { findTask, getPlan, listPlans } from '../../../functions/programme/plans/list';
import { storePlan } from '../../../functions/programme/plans/store';
import { QUERY, withQuery } from '../../../web/query';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { draftEvent, inDays } from '../../support/events';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

describe('the programme', () => {
  const world = useWorld();
  let organizer: Visitor;
  let program: Visitor;

  beforeAll(async () => {
    await storePlan(
      world,
      {
        year: 2021,
        number: '77/KH-UBND',
        issuedOn: '2021-04-14',
        title: 'Kế hoạch thực hiện Đề án năm 2021',
        tasks: [
          {
            id: 'tsk_2021_ii1',
            row: 'II.1',
            words: 'Xây dựng kế hoạch thực hiện Đề án năm 2021.',
            lead: [{ id: 'bod_stp', name: 'Sở Tư pháp' }],
            coordinating: [{ id: 'bod_vp', name: 'Văn phòng UBND tỉnh' }],
            coordinatingWords: 'các sở, ban, ngành có liên quan',
            time: 'tháng 4/2021',
          },
        ],
      },
      { id: 'pln_2021' },
    );
    organizer = await signIn(world, { role: 'organizer' });
    program = await signIn(world, { role: 'organizer', bearer: true });
  });

  test('a clone takes the rows over under new ids, moves the year on and leaves number and date blank', async () => {
    const clone = await clonePlan(world, 'pln_2021', 2027);
    expect(clone).toMatchObject({
      year: 2027,
      clonedFrom: 'pln_2021',
      title: 'Kế hoạch thực hiện Đề án năm 2027',
    });
    expect(clone.number).toBeUndefined();
    expect(clone.issuedOn).toBeUndefined();
    expect(clone.tasks[0]).toMatchObject({
      row: 'II.1',
      words: 'Xây dựng kế hoạch thực hiện Đề án năm 2027.',
      time: 'tháng 4/2027',
    });
    expect(clone.tasks[0]!.id).not.toBe('tsk_2021_ii1');
    expect((await getPlan(world, 'pln_2021')).tasks[0]!.time).toBe('tháng 4/2021');
    expect((await listPlans(world)).map((p) => p.year)).toEqual([2027, 2021]);
  });

  test('a year has one plan', async () => {
    await expect(clonePlan(world, 'pln_2021', 2021)).rejects.toMatchObject({
      fields: [{ path: 'year', code: 'plan-year-taken' }],
    });
  });

  test('a task is found in whichever plan it stands', async () => {
    expect(await findTask(world, 'tsk_2021_ii1')).toMatchObject({ year: 2021, task: { row: 'II.1' } });
    expect(await findTask(world, 'tsk_none')).toBeUndefined();
  });

  test('GET /api/plans and /api/plans/{id} show them to staff alone', async () => {
    const list = await program.api('GET', '/plans');
    expect(list.json).toMatchObject({ items: [{ year: 2027 }, { id: 'pln_2021' }] });
    const one = await program.api('GET', '/plans/pln_2021');
    expect(one.json).toMatchObject({ number: '77/KH-UBND', tasks: [{ row: 'II.1' }] });
    expect((await visitor(world).api('GET', '/plans')).status).toBe(401);
    expect((await program.api('GET', '/plans/pln_none')).status).toBe(404);
  });

  test('POST /api/plans/{id}/clones refuses a year that is none', async () => {
    const clone = (year: unknown) => program.api('POST', '/plans/pln_2021/clones', { year });
    expect((await clone(2031)).status).toBe(201);
    for (const year of [20, 2027.5, 'nay', null]) expect((await clone(year)).status).toBe(422);
  });

  test('POST /api/plans takes in the first plan, its bodies by their names', async () => {
    await addBody(world, 'Sở Tư pháp', { id: 'bod_stp', kind: 'department' });
    const send = (body: object) => program.api('POST', '/plans', body);
    const task = { row: 'II.1', words: 'Tập huấn hòa giải viên.', leadBodyIds: ['bod_stp'] };
    const plan = { year: 2050, number: '5/KH-UBND', issuedOn: '2050-02-01', title: 'Kế hoạch năm 2050' };
    const made = await send({ ...plan, tasks: [task] });
    expect(made.status).toBe(201);
    const { id } = made.json;
    expect(await getPlan(world, id)).toMatchObject({
      ...plan,
      tasks: [{ row: 'II.1', lead: [{ id: 'bod_stp', name: 'Sở Tư pháp' }], coordinating: [] }],
    });
    const twice = await send({ ...plan, tasks: [task] });
    expect(twice.json).toMatchObject({ errors: [{ path: 'year', code: 'plan-year-taken' }] });
    const unknown = await send({
      ...plan,
      year: 2051,
      tasks: [task, { ...task, leadBodyIds: ['bod_none'] }],
    });
    expect(unknown.status).toBe(422);
    expect(unknown.json).toMatchObject({
      errors: [{ path: 'tasks.1.leadBodyIds.0', code: 'body-unknown' }],
    });
    expect((await send({ ...plan, year: 2052, tasks: [] })).status).toBe(422);
  });

  test('a plan’s page shows each task with the events that serve it', async () => {
    const served = {
      title: 'Lớp phục vụ nhiệm vụ II.1',
      startsAt: '2021-05-06T07:30:00+07:00',
      endsAt: '2021-05-06T16:30:00+07:00',
      placeUnitId: undefined,
      taskId: 'tsk_2021_ii1',
    };
    const event = await draftEvent(world, served, inDays(world, 1));
    const { html } = await organizer.get(routes.consolePlan('pln_2021'));
    for (const words of [
      'II.1',
      'Sở Tư pháp',
      'các sở, ban, ngành có liên quan',
      'tháng 4/2021',
      '14/04/2021',
    ])
      expect(html).toContain(words);
    expect(html).toContain(`href="${routes.consoleEvent(event.id)}"`);
  });

  test('a task leads to the form of a new event with the task chosen; a viewer has no such link', async () => {
    const form = withQuery(routes.consoleNewEvent(), { [QUERY.task]: 'tsk_2021_ii1' });
    expect((await organizer.get(routes.consolePlan('pln_2021'))).html).toContain(`href="${form}"`);
    expect((await organizer.get(form)).html).toMatch(/<option value="tsk_2021_ii1" selected/);
    expect((await organizer.get(routes.consoleNewEvent())).html).not.toMatch(/"tsk_2021_ii1" selected/);
    const viewer = await signIn(world, { role: 'viewer' });
    expect((await viewer.get(routes.consolePlan('pln_2021'))).html).not.toContain(form);
  });

  test('cloning from the page leads to the new plan; a taken year comes back with what was typed', async () => {
    const made = await organizer.post(routes.consolePlanClone('pln_2021'), { year: '2040' });
    expect(made.status).toBe(303);
    const { status, html } = await organizer.post(routes.consolePlanClone('pln_2021'), { year: '2040' });
    expect(status).toBe(422);
    expect(html).toContain('Năm này đã có kế hoạch');
    expect(html).toContain('value="2040"');
  });

  test('a viewer reads the plan and clones nothing', async () => {
    const viewer = await signIn(world, { role: 'viewer' });
    expect((await viewer.get(routes.consolePlan('pln_2021'))).html).not.toContain('Chép sang');
    expect((await viewer.post(routes.consolePlanClone('pln_2021'), { year: '2041' })).status).toBe(403);
  });
});
