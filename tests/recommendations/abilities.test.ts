import { describe, expect, test } from 'vitest';
import { runClock } from '../../functions/background/clock/tick';
import { onRecord } from '../../functions/background/streams/on-change';
import { saveAnswer } from '../../functions/inquiries/answer';
import { askAgain, end } from '../../functions/inquiries/change';
import { daysLate } from '../../functions/inquiries/days';
import { inquiriesTable } from '../../functions/inquiries/inquiry';
import { inquiriesOfBody } from '../../functions/inquiries/list';
import { answersOf, getInquiry, inquiryToken } from '../../functions/inquiries/read';
import { createDueDeliveries } from '../../functions/notices/due-deliveries';
import { readSubject } from '../../functions/notices/read-subject';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { DAY, ms } from '../../functions/platform/time/dates';
import {
  answerRecommendation,
  enterRecommendationAnswer,
  openRecommendation,
} from '../../functions/recommendations/answer';
import { createRecommendation } from '../../functions/recommendations/create';
import { RECOMMENDATION, type Recommendation } from '../../functions/recommendations/recommendation';
import { inRegister, readRegister } from '../../functions/recommendations/register';
import { addBody } from '../support/bodies';
import { streamRecord } from '../support/stored';
import { MONDAY, useWorld } from '../support/world';

const ANSWER = { outcome: 'done', words: 'Đã chi bổ sung.', position: 'Phó Giám đốc' } as const;

describe('a recommendation', () => {
  const world = useWorld();
  const at = (r: Recommendation) => ({ id: r.id, kind: RECOMMENDATION, version: r.version });
  const create = async (more: object = {}) => {
    world.clock.at = MONDAY;
    const body = await addBody(world, `Sở Mẫu ${Math.random()}`, more);
    return createRecommendation(world, {
      sort: 'recommendation',
      title: 'Tăng mức chi',
      words: 'Mức chi còn thấp.',
      bodyId: body.id,
      dueOn: '2026-11-27',
    });
  };
  const tell = async (id: string) => {
    const subject = await readSubject(world, id);
    await createDueDeliveries(world, subject!, world.now());
  };
  const keys = async (id: string) => (await deliveriesOf(world, id)).map(({ sk }) => sk).sort();

  test('is told to the body by mail, with its own link, through the stream', async () => {
    const made = await create();
    await onRecord(world, streamRecord(world, 'inquiries', { ...made }));
    expect(await deliveriesOf(world, made.id)).toMatchObject([
      { sk: 'inquiry#1', template: 'inquiry', channel: 'email', state: 'due' },
    ]);
    await runClock(world);
    const mail = world.sent.at(-1)!;
    expect(mail.to).toContain('vp@hoi.example');
    expect(mail.tags.template).toBe('inquiry');
  });

  test('of a body without a working address is a line of the call list', async () => {
    const made = await create({
      email: undefined,
      contacts: [{ name: 'Lê Thị Mẫu', phone: '0912345678' }],
    });
    await tell(made.id);
    const [line] = await deliveriesOf(world, made.id);
    expect(line).toMatchObject({ channel: 'call', owner: made.id, phone: '0912345678' });
    expect(line!.words).toContain(world.links.recommendation(inquiryToken(world, made)));
    expect(line!.words).toContain('Tăng mức chi');
  });

  test('is answered by its link, changed, and keeps every answer', async () => {
    const made = await create();
    const token = inquiryToken(world, made);
    const first = await answerRecommendation(world, token, 1, ANSWER);
    expect(first).toMatchObject({ status: 'answered', version: 2, answer: { n: 1, through: 'link' } });
    const again = await answerRecommendation(world, token, 1, ANSWER);
    expect(again.version).toBe(2);
    await answerRecommendation(world, token, 2, { ...ANSWER, words: 'Đã chi đủ.' });
    expect(await answersOf(world, made.id)).toMatchObject([
      { n: 1, said: { words: 'Đã chi bổ sung.' } },
      { n: 2, said: { words: 'Đã chi đủ.' } },
    ]);
    const stored = await getInquiry<Recommendation>(world, made.id);
    expect(stored.answer?.said.words).toBe('Đã chi đủ.');
    expect(stored.lookAt).toBeUndefined();
  });

  test('an answer to an old version is refused', async () => {
    const made = await create();
    await enterRecommendationAnswer(world, made.id, { version: 1, through: 'phone' }, ANSWER);
    await expect(answerRecommendation(world, inquiryToken(world, made), 1, ANSWER)).rejects.toMatchObject({
      code: 'inquiry-stale',
    });
  });

  test('asked again has a new link, and the old one is dead', async () => {
    const made = await create();
    const token = inquiryToken(world, made);
    const answered = await answerRecommendation(world, token, 1, ANSWER);
    const again = await askAgain<Recommendation>(world, at(answered), {
      dueOn: '2026-12-20',
      words: 'Đề nghị nêu rõ thời gian.',
    });
    expect(again).toMatchObject({ status: 'asked', turn: 2, dueOn: '2026-12-20' });
    await expect(openRecommendation(world, token)).rejects.toMatchObject({ code: 'inquiry-link-unknown' });
    await expect(openRecommendation(world, inquiryToken(world, again))).resolves.toMatchObject({ turn: 2 });
  });

  test('a forged link opens nothing; a withdrawn one says so; a closed one takes no answer', async () => {
    await expect(openRecommendation(world, '0'.repeat(26))).rejects.toMatchObject({
      code: 'inquiry-link-unknown',
    });
    const taken = await create();
    await end(world, at(taken), { as: 'withdrawn', words: 'Trùng.' });
    await expect(openRecommendation(world, inquiryToken(world, taken))).rejects.toMatchObject({
      code: 'inquiry-withdrawn',
    });
    const closed = await create();
    const token = inquiryToken(world, closed);
    await end(world, at(closed), { as: 'closed', words: 'Đã xong.' });
    await expect(answerRecommendation(world, token, 2, ANSWER)).rejects.toMatchObject({
      code: 'inquiry-closed',
    });
    world.clock.forward((world.settings.linkDays + 1) * DAY);
    await expect(openRecommendation(world, token)).rejects.toMatchObject({ code: 'inquiry-long-over' });
  });

  test('is reminded by the clock once on each day, and no more once it is answered', async () => {
    const made = await create();
    await tell(made.id);
    for (const day of ['11-20', '11-25', '11-28', '11-28', '12-04'])
      for (const hour of ['07:59', '08:00']) {
        world.clock.at = ms(`2026-${day}T${hour}:00+07:00`);
        await runClock(world);
      }
    const upTo7 = [
      'inquiry#1',
      'inquiry-reminder#1#-2',
      'inquiry-reminder#1#-7',
      'inquiry-reminder#1#1',
      'inquiry-reminder#1#7',
    ];
    expect(await keys(made.id)).toEqual(upTo7);
    await answerRecommendation(world, inquiryToken(world, made), 1, ANSWER);
    world.clock.at = ms('2026-12-11T08:00:00+07:00');
    await runClock(world);
    expect(await keys(made.id)).toEqual(upTo7);
  });

  test('of two answers to the same version the later one is told that it is stale', async () => {
    const made = await create();
    const by = (words: string) =>
      saveAnswer(world, made, { version: 1, said: { ...ANSWER, words }, through: 'link' });
    await by('Lần một.');
    // `made` is what both of them read.
    await expect(by('Lần hai.')).rejects.toMatchObject({ code: 'inquiry-stale' });
    expect(await answersOf(world, made.id)).toMatchObject([{ n: 1, said: { words: 'Lần một.' } }]);
    // Asked again in between: the answer is to an older question.
    const other = await create();
    await askAgain(world, at(other), { dueOn: '2026-12-20', words: 'Nêu rõ.' });
    await expect(
      saveAnswer(world, other, { version: 1, said: ANSWER, through: 'link' }),
    ).rejects.toMatchObject({ code: 'inquiry-stale' });
  });

  test('sent twice by one form it is one, and two forms make two', async () => {
    world.clock.at = MONDAY;
    const body = await addBody(world, 'Sở Mẫu hai lần');
    const send = (nonce: string) =>
      createRecommendation(world, {
        sort: 'recommendation',
        title: 'Gửi hai lần',
        words: 'Mức chi còn thấp.',
        bodyId: body.id,
        dueOn: '2026-11-27',
        nonce,
      });
    const [first, repeated, other] = [
      await send('a'.repeat(16)),
      await send('a'.repeat(16)),
      await send('b'.repeat(16)),
    ];
    expect(repeated.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
    expect((await inquiriesOfBody(world, body.id)).map(({ id }) => id).sort()).toEqual(
      [first.id, other.id].sort(),
    );
    expect(first.about).not.toHaveProperty('nonce');
  });

  test('a link of another kind opens nothing', async () => {
    const made = await create();
    const other = { pk: made.id, sk: 'inquiry' as const };
    await world.db.updateIf(inquiriesTable, other, {
      set: { kind: 'other' as never },
      if: 'attribute_exists(pk)',
    });
    await expect(openRecommendation(world, inquiryToken(world, made))).rejects.toMatchObject({
      code: 'inquiry-link-unknown',
    });
  });

  test('the register shows late ones first and filters by state and body', async () => {
    const made = await create();
    world.clock.at = ms('2026-11-30T00:00:00+07:00');
    const all = await readRegister(world);
    expect(daysLate(made, world.now())).toBe(3);
    expect(inRegister(all, { bodyId: made.bodyId }, world.now()).map(({ id }) => id)).toEqual([made.id]);
    const late = inRegister(all, { state: 'late' }, world.now());
    expect(late.every(({ status }) => status === 'asked')).toBe(true);
    const old = inRegister(all, { minDays: 14 }, world.now());
    expect(old.map(({ id }) => id)).toContain(made.id);
    expect(inRegister(all, { minDays: 15 }, world.now()).map(({ id }) => id)).not.toContain(made.id);
    expect(inRegister(all, { sort: 'difficulty' }, world.now())).toEqual([]);
    const days = inRegister(all, {}, world.now()).map((r) => daysLate(r, world.now()));
    expect(days).toEqual([...days].sort((a, b) => b - a));
  });
});
