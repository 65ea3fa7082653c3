import { beforeAll, describe, expect, test } from 'vitest';
import { getBudgetLine, linesOfPlan } from '../../../functions/programme/budget/list';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { addLine, addPlan, OTHER_TASK, PLAN, TASK } from './scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  await addPlan(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const typed = { taskId: TASK, source: 'province', item: 'hall', estimate: '12.500.000' };

describe('the pages of the budget', () => {
  test('take amounts as people type them, and show them in groups of three', async () => {
    const before = (await linesOfPlan(world, PLAN)).length;
    const made = await organizer.post(routes.consoleNewBudgetLine(PLAN), { ...typed, actual: '12500001' });
    expect(made.status).toBe(303);
    const lines = await linesOfPlan(world, PLAN);
    expect(lines).toHaveLength(before + 1);
    expect(lines.at(-1)).toMatchObject({ estimate: 12_500_000, actual: 12_500_001 });
    const page = await organizer.get(routes.consoleBudget(PLAN));
    expect(page.text).toContain('12.500.000');
    expect(page.text).toContain('vượt dự toán 1 đồng');
  });

  test('take ten digits without signs', async () => {
    const made = await organizer.post(routes.consoleNewBudgetLine(PLAN), {
      ...typed,
      estimate: '1500000000',
    });
    expect(made.status).toBe(303);
    expect((await linesOfPlan(world, PLAN)).map(({ estimate }) => estimate)).toContain(1_500_000_000);
  });

  test.each(['12,5 triệu', '12.5', '-3', 'mười'])(
    'come back with %s, which is no amount',
    async (estimate) => {
      const again = await organizer.post(routes.consoleNewBudgetLine(PLAN), { ...typed, estimate });
      expect(again.status).toBe(422);
      expect(again.text).toContain('Số tiền là số nguyên, tính bằng đồng');
      expect(again.html).toContain(`value="${estimate}"`);
    },
  );

  test('ask what "other" is, and drop the words where it is not chosen', async () => {
    const send = (more: object) => organizer.post(routes.consoleNewBudgetLine(PLAN), { ...typed, ...more });
    const again = await send({ source: 'other' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Vui lòng ghi rõ');
    expect((await send({ sourceWords: 'Quỹ cũ', remark: 'bỏ chữ' })).status).toBe(303);
    const line = (await linesOfPlan(world, PLAN)).find(({ remark }) => remark === 'bỏ chữ');
    expect(line!.sourceWords).toBeUndefined();
  });

  test('show a task’s lines together, with totals by source', async () => {
    await addLine(world, { taskId: OTHER_TASK, source: 'contributions', estimate: 700_000 });
    const { page } = await organizer.get(routes.consoleBudget(PLAN));
    expect(page.querySelectorAll('h3').map((h) => h.text)).toEqual([
      'Nhiệm vụ II.2',
      'Nhiệm vụ II.3b',
      'Theo nguồn',
      'Theo nội dung chi',
    ]);
    const bySource = page.querySelector('[aria-label="Kinh phí theo nguồn"]')!;
    expect(bySource.text.replace(/\s+/g, ' ')).toMatch(/Xã hội hóa ?700\.000/);
  });

  test('change a line as it was read, and show the form again where it changed meanwhile', async () => {
    const line = await addLine(world);
    const path = routes.consoleBudgetLine(PLAN, line.id);
    expect((await organizer.get(path)).html).toContain('value="3.000.000"');
    const save = (version: string) => organizer.post(path, { ...typed, version, actual: '9' });
    expect((await save('1')).status).toBe(303);
    const stale = await save('1');
    expect(stale.status).toBe(412);
    expect(stale.text).toContain('Người khác vừa sửa khoản kinh phí này');
    expect(await getBudgetLine(world, PLAN, line.id)).toMatchObject({ actual: 9, version: 2 });
  });

  test('remove a line as it was read', async () => {
    const line = await addLine(world);
    const path = routes.consoleBudgetLineRemove(PLAN, line.id);
    expect((await organizer.post(path, { version: '7' })).status).toBe(412);
    const removed = await organizer.post(path, { version: '1' });
    expect(removed.status).toBe(303);
    expect((await organizer.get(removed.headers.get('location')!)).text).toContain('Đã bỏ khoản kinh phí.');
    expect((await organizer.get(routes.consoleBudgetLine(PLAN, line.id))).status).toBe(404);
  });

  test('of an event show its lines, and lead back to it', async () => {
    const event = await addEvent(world, 5, { taskId: TASK });
    const page = await organizer.get(routes.consoleEventBudget(event.id));
    expect(page.text).toContain('Chưa ghi khoản kinh phí nào cho lớp, hội nghị này.');
    const form = `${routes.consoleNewBudgetLine(PLAN)}?lop=${event.id}`;
    expect(page.html).toContain(`href="${form}"`);
    const { page: asked } = await organizer.get(form);
    expect(asked.querySelector('select[name=eventId] option[selected]')!.getAttribute('value')).toBe(
      event.id,
    );
    const made = await organizer.post(form, { ...typed, eventId: event.id });
    expect(made.headers.get('location')).toBe(`${routes.consoleEventBudget(event.id)}?xong=tao`);
    expect((await organizer.get(made.headers.get('location')!)).text).toContain('II.2 (năm 2021)');
  });

  test('of an event without a task say why no line can be added', async () => {
    const event = await addEvent(world, 5);
    const { text, html } = await organizer.get(routes.consoleEventBudget(event.id));
    expect(text).toContain('chưa gắn với nhiệm vụ nào');
    expect(html).not.toContain(routes.consoleNewBudgetLine(PLAN));
  });

  test('are read by a viewer, who changes nothing, and by no officer', async () => {
    const line = await addLine(world);
    const event = await addEvent(world, 5, { taskId: TASK });
    const viewer = await signIn(world, { role: 'viewer' });
    const shown = await viewer.get(routes.consoleBudget(PLAN));
    expect(shown.status).toBe(200);
    expect(shown.html).not.toContain(routes.consoleBudgetLine(PLAN, line.id));
    expect((await viewer.get(routes.consoleEventBudget(event.id))).status).toBe(200);
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    for (const path of [routes.consoleBudget(PLAN), routes.consoleEventBudget(event.id)])
      expect((await officer.get(path)).status).toBe(403);
    expect((await officer.get(routes.consolePlan(PLAN))).html).not.toContain(routes.consoleBudget(PLAN));
    for (const reader of [viewer, officer]) {
      expect((await reader.get(routes.consoleNewBudgetLine(PLAN))).status).toBe(403);
      expect((await reader.post(routes.consoleNewBudgetLine(PLAN), typed)).status).toBe(403);
      expect((await reader.post(routes.consoleBudgetLine(PLAN, line.id), typed)).status).toBe(403);
      const remove = await reader.post(routes.consoleBudgetLineRemove(PLAN, line.id), { version: '1' });
      expect(remove.status).toBe(403);
    }
  });
});
