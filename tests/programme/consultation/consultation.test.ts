import { beforeAll, describe, expect, test } from 'vitest';
import { runClock } from '../../../functions/background/clock/tick';
import { inquiryToken } from '../../../functions/inquiries/read';
import { createDueDeliveries } from '../../../functions/notices/due-deliveries';
import { readSubject } from '../../../functions/notices/read-subject';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { ms } from '../../../functions/platform/time/dates';
import { answerConsultation, openConsultation } from '../../../functions/programme/consultation/answer';
import { consultPlan } from '../../../functions/programme/consultation/consult';
import type { Consultation } from '../../../functions/programme/consultation/consultation';
import { issuePlan, withdrawPlan } from '../../../functions/programme/consultation/issue';
import {
  commentsOf,
  countsOf,
  getConsultation,
  listConsultations,
  ofPlan,
} from '../../../functions/programme/consultation/read';
import { treatComments } from '../../../functions/programme/consultation/treat';
import { getPlan, listPlans } from '../../../functions/programme/plans/list';
import { stateOf } from '../../../functions/programme/plans/plan';
import { storePlan } from '../../../functions/programme/plans/store';
import { getText, textsOf } from '../../../functions/programme/plans/texts';
import { updatePlan, updateTask } from '../../../functions/programme/plans/update';
import { useWorld } from '../../support/world';
import { addDraft, BODIES, PLAN } from './scene';

const TITLE = 'Kế hoạch thực hiện Đề án năm 2027';
const ISSUE = { number: '5/KH-UBND', issuedOn: '2026-11-16', signer: 'KT. Chủ tịch, Phó Chủ tịch' };
const COMMENTS = {
  stance: 'comments',
  comments: [{ row: 'II.2', words: 'Đề nghị tổ chức trong quý I.' }, { words: 'Cần ghi rõ kinh phí.' }],
  position: 'Phó Giám đốc',
} as const;

describe('the consultation on a plan', () => {
  const world = useWorld();
  let asked: Consultation[];
  const of = (bodyId: string) => asked.find((one) => one.bodyId === bodyId)!;
  const stored = (bodyId: string) => getConsultation(world, of(bodyId).id);
  const state = async () => stateOf(await getPlan(world, PLAN));
  beforeAll(async () => {
    await addDraft(world);
  });

  test('asks every body with a task once, by mail or on the call list, with a link that shows the draft', async () => {
    expect(await state()).toBe('draft');
    asked = await consultPlan(world, PLAN, { version: 1, dueOn: '2026-12-04' });
    expect(asked.map(({ bodyId }) => bodyId)).toEqual(BODIES);
    const again = await consultPlan(world, PLAN, { version: 1, dueOn: '2026-12-10' });
    expect(again.map(({ id, dueOn }) => [id, dueOn])).toEqual(asked.map(({ id, dueOn }) => [id, dueOn]));
    expect(await state()).toBe('consulted');
    for (const { id } of asked) {
      const subject = await readSubject(world, id);
      await createDueDeliveries(world, subject!, world.now());
    }
    expect(await deliveriesOf(world, of('bod_stc').id)).toMatchObject([
      { sk: 'inquiry#1', channel: 'email' },
    ]);
    const [line] = await deliveriesOf(world, of('bod_mttq').id);
    expect(line).toMatchObject({ channel: 'call', phone: '0912345678' });
    expect(line!.words).toContain(world.links.consultation(inquiryToken(world, of('bod_mttq'))));
    const { text } = await openConsultation(world, inquiryToken(world, of('bod_stc')));
    expect(text).toMatchObject({ n: 1, title: TITLE, tasks: [{ row: 'II.2' }, { row: 'II.5c' }] });
  });

  test('reminds who has not answered five and two days before the last day, one and four days after it', async () => {
    for (const day of ['11-29', '12-02', '12-05', '12-08', '12-12'])
      for (const hour of ['07:59', '08:00']) {
        world.clock.at = ms(`2026-${day}T${hour}:00+07:00`);
        await runClock(world);
      }
    expect((await deliveriesOf(world, of('bod_stc').id)).map(({ sk }) => sk).sort()).toEqual([
      'inquiry#1',
      'inquiry-reminder#1#-2',
      'inquiry-reminder#1#-5',
      'inquiry-reminder#1#1',
      'inquiry-reminder#1#4',
    ]);
    world.clock.at = ms('2026-11-17T09:00:00+07:00');
  });

  test('takes comments on rows of the draft; who agrees has none', async () => {
    const token = inquiryToken(world, of('bod_stc'));
    const wrong = { ...COMMENTS, comments: [{ row: 'II.9', words: 'Ý kiến.' }] };
    await expect(answerConsultation(world, token, 1, wrong)).rejects.toMatchObject({
      fields: [{ path: 'comments.0.row', code: 'row-unknown' }],
    });
    const { consultation } = await answerConsultation(world, token, 1, {
      ...COMMENTS,
      comments: [...COMMENTS.comments],
    });
    expect(consultation).toMatchObject({ status: 'answered', version: 2 });
    const agrees = { stance: 'agrees', comments: [{ words: 'Bỏ.' }], position: 'Chủ tịch' } as const;
    await answerConsultation(world, inquiryToken(world, of('bod_mttq')), 1, {
      ...agrees,
      comments: [...agrees.comments],
    });
    expect((await stored('bod_mttq')).answer?.said.comments).toEqual([]);
  });

  test('what was done with a comment stays with its words, and goes when the body changes them', async () => {
    const { id } = of('bod_stc');
    await treatComments(world, id, {
      version: 2,
      treatments: [
        { comment: 1, outcome: 'not-taken', reason: 'Trùng dịp Tết.' },
        { comment: 2, outcome: 'taken' },
      ],
    });
    expect(commentsOf(await stored('bod_stc'))).toMatchObject([
      { treated: { outcome: 'not-taken', reason: 'Trùng dịp Tết.' } },
      { treated: { outcome: 'taken' } },
    ]);
    await answerConsultation(world, inquiryToken(world, of('bod_stc')), 3, {
      ...COMMENTS,
      comments: [{ row: 'II.2', words: 'Đề nghị tổ chức vào tháng 2.' }, COMMENTS.comments[1]],
    });
    const [changed, same] = commentsOf(await stored('bod_stc'));
    expect(changed!.treated).toBeUndefined();
    expect(same!.treated).toMatchObject({ outcome: 'taken' });
    await expect(
      treatComments(world, id, { version: 4, treatments: [{ comment: 3, outcome: 'taken' }] }),
    ).rejects.toMatchObject({ fields: [{ path: 'treatments.0.comment', code: 'comment-unknown' }] });
    await expect(
      treatComments(world, id, { version: 3, treatments: [{ comment: 1, outcome: 'taken' }] }),
    ).rejects.toMatchObject({ code: 'inquiry-stale' });
  });

  test('counts who answered, who is late, and comments that wait', async () => {
    const now = ms('2026-12-06T09:00:00+07:00');
    const mine = ofPlan(await listConsultations(world), PLAN, now);
    expect(countsOf(mine, now)).toEqual({ asked: 2, answered: 2, late: 0, comments: 2, untreated: 1 });
    expect(countsOf(asked, now)).toMatchObject({ asked: 2, answered: 0, late: 2 });
  });

  test('a changed draft is a new text, and sent again it ends the consultation on the old one', async () => {
    const { version } = await getPlan(world, PLAN);
    const changed = await updatePlan(world, PLAN, { version, title: `${TITLE} (sửa)`, bases: [] });
    expect(changed).toMatchObject({ text: 2, version: version + 1 });
    await expect(consultPlan(world, PLAN, { version, dueOn: '2026-12-20' })).rejects.toMatchObject({
      code: 'plan-stale',
    });
    const next = await consultPlan(world, PLAN, {
      version: version + 1,
      dueOn: '2026-12-20',
      bodyIds: ['bod_stc'],
    });
    expect(next).toMatchObject([{ bodyId: 'bod_stc', about: { text: 2 }, title: `${TITLE} (sửa)` }]);
    expect((await stored('bod_stc')).status).toBe('closed');
    await expect(
      answerConsultation(world, inquiryToken(world, of('bod_stc')), 5, { ...COMMENTS, comments: [] }),
    ).rejects.toMatchObject({ code: 'inquiry-closed' });
    expect((await openConsultation(world, inquiryToken(world, of('bod_stc')))).text.title).toBe(TITLE);
    asked = next;
  });

  test('issuing ends the consultation, and from then on each change needs a reason', async () => {
    const { version } = await getPlan(world, PLAN);
    await expect(issuePlan(world, PLAN, { ...ISSUE, version: version - 1 })).rejects.toMatchObject({
      code: 'plan-stale',
    });
    await expect(issuePlan(world, PLAN, { ...ISSUE, version, issuedOn: '2026-11-18' })).rejects.toMatchObject(
      { fields: [{ path: 'issuedOn', code: 'plan-issued-later' }] },
    );
    expect((await stored('bod_stc')).status).toBe('asked');
    const issued = await issuePlan(world, PLAN, { ...ISSUE, version });
    expect(issued).toMatchObject({ ...ISSUE, issuedText: 2 });
    expect(stateOf(issued)).toBe('issued');
    expect(await stored('bod_stc')).toMatchObject({
      status: 'closed',
      endWords: expect.stringContaining('5/KH-UBND'),
    });
    await expect(issuePlan(world, PLAN, { ...ISSUE, version: version + 1 })).rejects.toMatchObject({
      code: 'plan-issued',
    });
    await expect(
      consultPlan(world, PLAN, { version: version + 1, dueOn: '2026-12-20' }),
    ).rejects.toMatchObject({
      code: 'plan-issued',
    });
    const task = {
      words: 'Kiểm tra việc thực hiện.',
      leadBodyIds: ['bod_stc'],
      coordinatingBodyIds: [],
      indicators: [],
    };
    const at = { planId: PLAN, taskId: 'tsk_kiem_tra' };
    await expect(updateTask(world, at, { ...task, version: version + 1 })).rejects.toMatchObject({
      fields: [{ path: 'reason', code: 'plan-reason-required' }],
    });
    const corrected = await updateTask(world, at, {
      ...task,
      version: version + 1,
      reason: 'Sửa đơn vị chủ trì',
    });
    expect(stateOf(corrected)).toBe('corrected');
    expect(corrected.corrections).toMatchObject([{ text: 3, reason: 'Sửa đơn vị chủ trì' }]);
    const texts = await textsOf(world, PLAN);
    expect(texts.map(({ n, reason }) => [n, reason])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, 'Sửa đơn vị chủ trì'],
    ]);
    // The text that was issued is what it was.
    expect((await getText(world, PLAN, 2)).tasks[1]).toMatchObject({ words: 'Kiểm tra.', lead: [] });
  });

  test('of two changes of the same version the later one is told that it is stale, and leaves no text', async () => {
    const { version, text } = await getPlan(world, PLAN);
    const change = (title: string) =>
      updatePlan(world, PLAN, { version, title, bases: [], reason: 'Sửa lỗi chính tả' });
    await change('Một');
    await expect(change('Hai')).rejects.toMatchObject({ code: 'plan-stale' });
    expect((await textsOf(world, PLAN)).map(({ n }) => n)).toHaveLength(text + 1);
  });

  test('withdrawn, it is changed no more, and the year can have another plan', async () => {
    const { version } = await getPlan(world, PLAN);
    await withdrawPlan(world, PLAN, { version, reason: 'Lồng ghép vào kế hoạch chung.' });
    expect(await state()).toBe('withdrawn');
    await expect(
      updatePlan(world, PLAN, { version: version + 1, title: 'Ba', bases: [], reason: 'Sửa' }),
    ).rejects.toMatchObject({ code: 'plan-withdrawn' });
    const other = await storePlan(world, { year: 2027, title: 'Khác', tasks: [] }, { id: 'pln_khac' });
    expect((await listPlans(world)).filter(({ year }) => year === 2027)).toHaveLength(2);
    // A draft that is withdrawn while bodies look at it: they are told.
    const [one] = await consultPlan(world, other.id, {
      version: 1,
      dueOn: '2026-12-04',
      bodyIds: ['bod_stc'],
    });
    await createDueDeliveries(world, (await readSubject(world, one!.id))!, world.now());
    await runClock(world);
    await withdrawPlan(world, other.id, { version: 2, reason: 'Không làm nữa.' });
    await createDueDeliveries(world, (await readSubject(world, one!.id))!, world.now());
    expect((await deliveriesOf(world, one!.id)).map(({ template }) => template)).toContain(
      'inquiry-withdrawn',
    );
  });
});
