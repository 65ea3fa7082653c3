import { beforeAll, describe, expect, test } from 'vitest';
import { inquiryToken } from '../../../functions/inquiries/read';
import { MaterialInput } from '../../../functions/library/materials/material';
import { publishMaterial, withdrawMaterial } from '../../../functions/library/materials/publish';
import { createMaterial, updateMaterial } from '../../../functions/library/materials/save';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, localDate } from '../../../functions/platform/time/dates';
import { createHandout, giveToUnit, strikeDelivery } from '../../../functions/programme/handouts/save';
import { getPlan } from '../../../functions/programme/plans/list';
import { receivePledge, updatePledge, withdrawPledge } from '../../../functions/programme/pledges/change';
import { createPledge } from '../../../functions/programme/pledges/create';
import { PledgeInput } from '../../../functions/programme/pledges/pledge';
import { readProgress } from '../../../functions/programme/progress/progress';
import { answerRecommendation } from '../../../functions/recommendations/answer';
import { createRecommendation } from '../../../functions/recommendations/create';
import { RecommendationInput } from '../../../functions/recommendations/recommendation';
import { tieRecommendation } from '../../../functions/recommendations/tie';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { problem } from '../../support/refusals';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { addPlan, indicator, PLAN, task } from './scene';

const SOURCES = ['pledges', 'money', 'materials', 'recommendations', 'copies'] as const;
const ONE = task('II.5b', { indicators: SOURCES.map((source) => indicator(source)) });
const OTHER = task('II.5a', { indicators: SOURCES.map((source) => indicator(source)) });
const RECEIPT = { receivedBy: 'Kế toán' };

describe('what is tied to a task', () => {
  const world = useWorld();
  let organizer: Visitor;
  const today = () => localDate(world.now());
  const later = () => localDate(world.now() + 9 * DAY);
  const pledgeInput = (over: object = {}) =>
    parse(PledgeInput, {
      bodyId: 'bod_a',
      kind: 'money',
      words: 'In tài liệu',
      amount: 500,
      promisedOn: today(),
      dueOn: later(),
      taskId: ONE.id,
      ...over,
    });
  const material = (over: object = {}) =>
    parse(MaterialInput, {
      title: 'Kỹ năng hòa giải',
      summary: 'Ngắn.',
      kind: 'article',
      topics: ['skills'],
      language: 'vi',
      format: 'text',
      text: 'Bài đọc.',
      taskId: ONE.id,
      ...over,
    });
  const recommendation = (over: object = {}) =>
    parse(RecommendationInput, {
      sort: 'recommendation',
      title: 'Nâng mức chi',
      words: 'Mức chi thấp.',
      bodyId: 'bod_a',
      dueOn: later(),
      taskId: ONE.id,
      ...over,
    });

  beforeAll(async () => {
    await addPlaces(world);
    await addBody(world, 'Hội mẫu', { id: 'bod_a' });
    await addPlan(world, [ONE, OTHER]);
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });

  const reached = async () => {
    const all = await readProgress(world, await getPlan(world, PLAN));
    return all.map(({ indicators }) => indicators.map((one) => one.reached));
  };

  test('pledges count with what was received, also of a pledge that was withdrawn', async () => {
    const made = await createPledge(world, pledgeInput());
    await createPledge(world, pledgeInput({ taskId: undefined }));
    expect(await reached()).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ]);
    const part = await receivePledge(world, made, { ...RECEIPT, on: today(), amount: 200 });
    expect((await reached())[0]).toEqual([0, 200, 0, 0, 0]);
    const whole = await receivePledge(world, part, { ...RECEIPT, on: today(), amount: 300 });
    expect((await reached())[0]).toEqual([1, 500, 0, 0, 0]);
    const books = await createPledge(world, pledgeInput({ kind: 'materials', measure: 'cuốn' }));
    await receivePledge(world, books, { ...RECEIPT, on: today(), amount: 500 });
    expect((await reached())[0]).toEqual([2, 500, 0, 0, 0]);
    await withdrawPledge(world, whole, 'Đổi ý');
    expect((await reached())[0]).toEqual([1, 500, 0, 0, 0]);
    const { text } = await organizer.get(routes.consoleTask(PLAN, ONE.id));
    expect(text).toContain('Cam kết hỗ trợ (2)');
    expect(text).toContain('500/2 việc');
  });

  test('a pledge moves to another task, and names only one that there is', async () => {
    const made = await createPledge(world, pledgeInput({ words: 'Phát tài liệu' }));
    const part = await receivePledge(world, made, { ...RECEIPT, on: today(), amount: 40 });
    await expect(updatePledge(world, part, pledgeInput({ taskId: 'tsk_none' }))).rejects.toMatchObject({
      fields: [{ path: 'taskId', code: 'task-unknown' }],
    });
    await updatePledge(world, part, pledgeInput({ taskId: OTHER.id }));
    expect((await reached()).map(([, money]) => money)).toEqual([500, 40]);
  });

  test('materials count while they are published', async () => {
    const made = await createMaterial(world, material());
    const { id } = made.material;
    expect((await reached())[0]![2]).toBe(0);
    const shown = await publishMaterial(world, id, 1);
    expect((await reached())[0]![2]).toBe(1);
    const moved = await updateMaterial(world, id, shown.version, material({ taskId: OTHER.id }));
    expect((await reached()).map((row) => row[2])).toEqual([0, 1]);
    await withdrawMaterial(world, id, moved.material.version);
    expect((await reached())[1]![2]).toBe(0);
    await expect(createMaterial(world, material({ taskId: 'tsk_none' }))).rejects.toMatchObject({
      fields: [{ path: 'taskId', code: 'task-unknown' }],
    });
    const untied = await updateMaterial(
      world,
      id,
      moved.material.version + 1,
      material({ taskId: undefined }),
    );
    expect(untied.material.taskId).toBeUndefined();
  });

  test('recommendations count once they are answered, and are tied to another task or to none', async () => {
    const made = await createRecommendation(world, recommendation());
    expect((await reached())[0]![3]).toBe(0);
    await answerRecommendation(world, inquiryToken(world, made), made.version, {
      outcome: 'done',
      words: 'Đã nâng.',
      position: 'Phó Giám đốc',
    });
    expect((await reached())[0]![3]).toBe(1);
    const moved = await tieRecommendation(world, made.id, { version: made.version + 1, taskId: OTHER.id });
    expect((await reached()).map((row) => row[3])).toEqual([0, 1]);
    expect(moved.about).toMatchObject({ words: 'Mức chi thấp.', taskId: OTHER.id });
    await expect(
      tieRecommendation(world, made.id, { version: made.version, taskId: ONE.id }),
    ).rejects.toEqual(problem('inquiry-stale'));
    await expect(
      tieRecommendation(world, made.id, { version: moved.version, taskId: 'tsk_none' }),
    ).rejects.toMatchObject({ fields: [{ path: 'taskId', code: 'task-unknown' }] });
    const none = await tieRecommendation(world, made.id, { version: moved.version });
    expect(none.about.taskId).toBeUndefined();
    await expect(createRecommendation(world, recommendation({ taskId: 'tsk_none' }))).rejects.toMatchObject({
      fields: [{ path: 'taskId', code: 'task-unknown' }],
    });
  });

  test('copies count once communes received them, and no more once that is struck out', async () => {
    const made = await createHandout(world, {
      ...{ title: 'Sổ tay hòa giải', printed: 300, year: 2026, taskId: OTHER.id },
    });
    const give = (version: number, amount: number) =>
      giveToUnit(
        world,
        { id: made.id, version },
        { unitId: 'unt_dinhan', amount, on: today(), receivedBy: 'Công chức tư pháp' },
      );
    const first = await give(made.version, 40);
    const second = await give(first.version, 25);
    expect((await reached()).map((row) => row[4])).toEqual([0, 65]);
    await strikeDelivery(world, { id: made.id, version: second.version }, { n: 1, words: 'Ghi nhầm' });
    expect((await reached()).map((row) => row[4])).toEqual([0, 25]);
    const { text } = await organizer.get(routes.consoleTask(PLAN, OTHER.id));
    expect(text).toContain('Tài liệu in, cấp phát (1)');
    expect(text).toContain('in 300 bản, đã cấp về xã 25 bản');
  });

  test('is chosen on the forms, shown on their pages, and listed on the page of the task', async () => {
    await addEvent(world, 3, { taskId: OTHER.id, title: 'Tọa đàm mẫu' });
    const r = await createRecommendation(
      world,
      recommendation({ title: 'Thêm tài liệu', taskId: undefined }),
    );
    const page = routes.consoleRecommendation(r.id);
    expect((await organizer.get(page)).text).toContain('Gắn với nhiệm vụ của kế hoạch');
    const tied = await organizer.send(routes.consoleRecommendationAct(r.id, 'nhiem-vu'), {
      version: String(r.version),
      taskId: OTHER.id,
    });
    expect(tied.text).toContain('Nhiệm vụ II.5a, kế hoạch năm 2026');
    for (const form of [
      routes.consoleNewPledge(),
      routes.consoleNewMaterial(),
      routes.consoleNewRecommendation(),
      routes.consoleNewVisit(),
    ])
      expect((await organizer.get(form)).html, form).toContain(`<option value="${OTHER.id}"`);
    const { text } = await organizer.get(routes.consoleTask(PLAN, OTHER.id));
    for (const words of [
      'Lớp, hội nghị (1)',
      'Tọa đàm mẫu',
      'Cam kết hỗ trợ (1)',
      'Kiến nghị, vướng mắc (1)',
    ])
      expect(text).toContain(words);
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    const seen = (await officer.get(routes.consoleTask(PLAN, OTHER.id))).text;
    expect(seen).toContain('Tọa đàm mẫu');
    expect(seen).not.toContain('Cam kết hỗ trợ (');
    expect(seen).not.toContain('Thêm tài liệu');
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    const act = routes.consoleRecommendationAct(r.id, 'nhiem-vu');
    expect((await viewer.send(act, { version: '2' })).status).toBe(403);
    expect((await viewer.api('PUT', `/recommendations/${r.id}/task`, { version: 2 })).status).toBe(403);
  });
});
