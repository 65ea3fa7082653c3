import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../functions/directory/accounts/account';
import { inquiryToken } from '../../functions/inquiries/read';
import { parse } from '../../functions/platform/input/parse';
import { DAY, localDate } from '../../functions/platform/time/dates';
import { answerFinding } from '../../functions/visits/answer';
import { cancelVisit, getVisit, saveChecklist, updateVisit } from '../../functions/visits/change';
import { conclusionDocument } from '../../functions/visits/conclusion';
import { createVisit } from '../../functions/visits/create';
import type { Finding } from '../../functions/visits/finding';
import { FindingInput } from '../../functions/visits/finding';
import { findingLate, inFindings, listVisits } from '../../functions/visits/list';
import { visitScope } from '../../functions/visits/may';
import { getFinding, recordFinding, withdrawFinding } from '../../functions/visits/record';
import { Confirmed, type Visit, VisitInput, VisitUpdate } from '../../functions/visits/visit';
import { addBody } from '../support/bodies';
import { addPlaces } from '../support/places';
import { refusal } from '../support/refusals';
import { signIn } from '../support/visitor';
import { useWorld } from '../support/world';

describe('what visits refuse', () => {
  const world = useWorld();
  let bodyId: string;
  let today: string;
  const fields = (more: object = {}) => ({
    purpose: 'Kiểm tra.',
    lead: 'Phó Giám đốc',
    front: 'Mặt trận huyện',
    checklist: ['Kế hoạch của đơn vị'],
    day: today,
    ...more,
  });
  const create = (more: object = {}): Promise<Visit> =>
    createVisit(world, parse(VisitInput, { bodyId, ...fields(more) }));
  const update = ({ id, version }: Visit, more: object = {}) =>
    updateVisit(world, id, parse(VisitUpdate, { ...fields(more), version }));
  const find = async (visit?: Visit): Promise<Finding> =>
    recordFinding(world, (visit ?? (await create())).id, { title: 'Sổ', words: 'Chưa ghi.', dueOn: today });
  const codeOf = async (act: Promise<unknown>) => {
    const { code, fields: at } = await refusal(act);
    return at.map(({ path, code: of }) => `${path} ${of}`).join() || code;
  };
  const refusedAt = (schema: VisitSchema, value: unknown) =>
    schema.safeParse(value).error?.issues.map(({ path }) => path.join('.'));
  type VisitSchema = {
    safeParse(value: unknown): { error?: { issues: { path: PropertyKey[] }[] } | undefined };
  };
  beforeAll(async () => {
    await addPlaces(world);
    today = localDate(world.now());
    bodyId = (await addBody(world, 'UBND huyện Gò Quao', { unitId: 'unt_goquao' })).id;
  });

  test('of a visit: a body or a task that there is not, no checklist', async () => {
    expect.soft(await codeOf(create({ bodyId: 'bod_none' }))).toBe('bodyId body-unknown');
    expect.soft(await codeOf(create({ taskId: 'tsk_none' }))).toBe('taskId task-unknown');
    expect.soft(refusedAt(VisitInput, { bodyId, ...fields({ checklist: [] }) })).toEqual(['checklist']);
  });

  test('of a change: a task that there is not, and any once it is called off', async () => {
    const made = await create();
    expect.soft(await codeOf(update(made, { taskId: 'tsk_none' }))).toBe('taskId task-unknown');
    const off = await cancelVisit(world, made.id, { version: 1, words: 'Bão.' });
    expect.soft(await codeOf(update(off))).toBe('inquiry-over');
    const results = [{ id: 'q1', result: 'met' as const }];
    const checked = saveChecklist(world, made.id, { version: off.version, results });
    expect.soft(await codeOf(checked)).toBe('inquiry-over');
  });

  test('of another kind: its id', async () => {
    const visit = await create();
    const finding = await find(visit);
    expect.soft(await codeOf(getVisit(world, finding.id))).toBe('inquiry-missing');
    expect.soft(await codeOf(getFinding(world, visit.id))).toBe('inquiry-missing');
  });

  test('of an answer: another day without the words, a key of another shape', () => {
    const said = { attends: 'other-day', position: 'Trưởng phòng' };
    expect.soft(refusedAt(Confirmed, said)).toEqual(['words']);
    expect.soft(refusedAt(Confirmed, { ...said, attends: 'agreed' })).toBeUndefined();
    const finding = { title: 'Sổ', words: 'Chưa ghi.', dueOn: today };
    expect.soft(refusedAt(FindingInput, { ...finding, key: 'Ngắn' })).toEqual(['key']);
  });

  test('a day belongs to a plan alone', async () => {
    const made = await find();
    const said = { outcome: 'done', words: 'Đã ghi.', by: '2020-01-01', position: 'Trưởng phòng' } as const;
    const done = await answerFinding(world, inquiryToken(world, made), { version: 1, said });
    expect.soft(done.answer?.said).not.toHaveProperty('by');
    // Stored with a day in another way, a reply that is no plan is still not late.
    const answer = { ...done.answer!, said };
    expect.soft(findingLate({ ...done, answer }, world.now() + DAY)).toBe(0);
  });

  test('late findings come first, then the newest; the latest visit comes first', async () => {
    const [old, late] = [await find(), await find()];
    const stored = [
      { ...old, createdAt: '2026-01-02' },
      { ...late, createdAt: '2026-01-01', dueOn: '2020-01-01' },
      { ...old, id: 'inq_newest', createdAt: '2026-01-03' },
    ];
    expect
      .soft(inFindings(stored, {}, world.now()).map(({ id }) => id))
      .toEqual([late.id, 'inq_newest', old.id]);
    await create({ day: localDate(world.now() + 5 * DAY) });
    await create();
    const days = (await listVisits(world, { sees: () => true })).map(({ dueOn }) => dueOn);
    expect.soft(days).toEqual([...days].sort().reverse());
  });

  test('a list is of the state and the body that are asked for', async () => {
    const program = await signIn(world, { role: 'organizer', bearer: true });
    const other = await addBody(world, 'UBND huyện An Minh', { unitId: 'unt_anminh' });
    await createVisit(world, parse(VisitInput, { bodyId: other.id, ...fields() }));
    const { items } = (await program.api('GET', `/visits?bodyId=${other.id}`)).json;
    expect.soft(items.map((v: { bodyId: string }) => v.bodyId)).toEqual([other.id]);
    const cancelled = (await program.api('GET', '/visits?state=cancelled')).json.items;
    expect.soft([...new Set(cancelled.map((v: { state: string }) => v.state))]).toEqual(['cancelled']);
  });

  test('the conclusion leaves out findings that were taken back', async () => {
    const visit = await create();
    const finding = await find(visit);
    const taken = await withdrawFinding(world, finding.id, { version: 1, words: 'Nhầm.' });
    expect(JSON.stringify(conclusionDocument(visit, [finding]))).toContain('Chưa ghi.');
    expect(JSON.stringify(conclusionDocument(visit, [taken]))).not.toContain('Chưa ghi.');
  });

  test('an officer without a unit sees no visit', async () => {
    const account = { id: 'acc_moi', role: 'officer', active: true } as Account;
    const { sees, write } = await visitScope(world, account);
    expect([sees(await create()), write]).toEqual([false, false]);
  });
});
