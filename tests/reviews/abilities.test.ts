import { beforeAll, describe, expect, test } from 'vitest';
import { runClock } from '../../functions/background/clock/tick';
import { onRecord } from '../../functions/background/streams/on-change';
import { endUnit } from '../../functions/directory/units/end';
import { setPilot } from '../../functions/directory/units/pilot/pilot';
import { inquiryToken } from '../../functions/inquiries/read';
import { createDueDeliveries } from '../../functions/notices/due-deliveries';
import { readSubject } from '../../functions/notices/read-subject';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { parse } from '../../functions/platform/input/parse';
import { DAY, ms } from '../../functions/platform/time/dates';
import { setRules } from '../../functions/register/gaps/rules';
import { answerReview, enterReviewAnswer, openReview } from '../../functions/reviews/answer';
import { createReview, lackingIn } from '../../functions/reviews/create';
import { decideReview, withdrawReview } from '../../functions/reviews/decide';
import { inReviews, readReviews, reviewLate } from '../../functions/reviews/register';
import { type Review, ReviewInput } from '../../functions/reviews/review';
import { addMediator, addTeam } from '../register/scene';
import { addBody } from '../support/bodies';
import { textOfMail } from '../support/mail';
import { addPlaces } from '../support/places';
import { streamRecord } from '../support/stored';
import { MONDAY, useWorld } from '../support/world';

const LAST_DAY = '2026-11-25';
const SAID = { words: 'Bầu thêm người.', by: '2026-12-15', position: 'Chủ tịch xã' } as const;
const noonOf = (day: string) => ms(`${day}T12:00:00+07:00`);

describe('a review of the teams of a pilot commune', () => {
  const world = useWorld();
  let district: string;
  beforeAll(async () => {
    world.clock.at = MONDAY;
    await addPlaces(world);
    await setPilot(world, 'unt_dinhan', 1, { from: 2026 });
    await setPilot(world, 'unt_donghoa', 1, { from: 2020, to: 2025 });
    // A minority member is asked for here; a review does not tell.
    await setRules(world, 1, { fewest: 3, fewestWomen: 1, minorityUnitIds: ['unt_goquao'], source: 'Mẫu' });
    const full = await addTeam(world, { name: 'Tổ hòa giải đủ', unitId: 'unt_dinhan' });
    for (const [fullName, role, gender] of [
      ['Danh Thị Mẫu Một', 'leader', 'female'],
      ['Danh Mẫu Hai', 'deputy', 'male'],
      ['Danh Mẫu Ba', 'mediator', 'male'],
    ] as const)
      await addMediator(world, full.id, { fullName, role, gender });
    const small = await addTeam(world, { name: 'Tổ hòa giải thiếu', unitId: 'unt_dinhan' });
    await addMediator(world, small.id, { fullName: 'Danh Mẫu Bốn', role: 'leader', gender: 'male' });
    const committee = { kind: 'people-committee', unitId: 'unt_goquao' } as const;
    district = (await addBody(world, 'UBND huyện Gò Quao', committee)).id;
    await addBody(world, 'Mặt trận xã Định An', { kind: 'front', unitId: 'unt_dinhan' });
  });
  const create = (more: object = {}): Promise<Review> => {
    world.clock.at = MONDAY;
    return createReview(world, parse(ReviewInput, { unitId: 'unt_dinhan', dueOn: LAST_DAY, ...more }));
  };
  const tell = async (id: string) => createDueDeliveries(world, (await readSubject(world, id))!, world.now());
  const keys = async (id: string) => (await deliveriesOf(world, id)).map(({ sk }) => sk).sort();

  test('keeps what the teams lack in the register, but not of which origin their members are', async () => {
    const made = await create();
    expect(made.about).toMatchObject({ unitName: 'Xã Định An', teams: 2 });
    expect(made.about.lacking).toMatchObject([
      { name: 'Tổ hòa giải thiếu', members: 1, women: 0, gaps: ['few-members', 'no-woman'] },
    ]);
    expect(await lackingIn(world, 'unt_donghoa')).toEqual({ teams: 0, lacking: [] });
  });

  test('is asked of the committee of the commune, or of the nearest one above it', async () => {
    expect((await create()).bodyId).toBe(district);
    const own = await addBody(world, 'UBND xã Định An', { kind: 'people-committee', unitId: 'unt_dinhan' });
    expect((await create()).bodyId).toBe(own.id);
  });

  test('is asked of a commune that is in the pilot of this year, by a day to come, once for each form', async () => {
    const refused = (path: string, code: string) => ({ fields: [{ path, code }] });
    await expect(create({ unitId: 'unt_donghoa' })).rejects.toMatchObject(
      refused('unitId', 'review-not-pilot'),
    );
    await expect(create({ unitId: 'unt_goquao' })).rejects.toMatchObject(
      refused('unitId', 'review-not-pilot'),
    );
    await expect(create({ dueOn: '2020-01-01' })).rejects.toMatchObject(refused('dueOn', 'inquiry-due-past'));
    await setPilot(world, 'unt_donghoa', 2, { from: 2026 });
    await expect(create({ unitId: 'unt_donghoa' })).rejects.toMatchObject(
      refused('unitId', 'review-no-body'),
    );
    // A district has no mediation teams of its own, and a commune that was merged has none any more.
    await setPilot(world, 'unt_goquao', 1, { from: 2026 });
    await endUnit(world, 'unt_donghoa', 3, { validTo: '2026-11-01', successorIds: [] });
    for (const unitId of ['unt_goquao', 'unt_donghoa'])
      await expect(create({ unitId })).rejects.toMatchObject(refused('unitId', 'review-not-pilot'));
    const once = { nonce: 'mot-lan-duy-nhat' };
    expect((await create(once)).id).toBe((await create(once)).id);
  });

  test('is told by mail with the teams and the link, and reminded until it is answered', async () => {
    const made = await create();
    await onRecord(world, streamRecord(world, 'inquiries', { ...made }));
    await runClock(world);
    const mail = textOfMail(world.sent.findLast(({ tags }) => tags.template === 'inquiry')!.raw);
    expect(mail).toContain('Tổ hòa giải thiếu (1 người, 0 nữ): chưa đủ số người');
    expect(mail).toContain(world.links.teamReview(inquiryToken(world, made)));
    world.clock.at = noonOf('2026-11-23');
    await tell(made.id);
    world.clock.at = noonOf('2026-11-26');
    await tell(made.id);
    expect((await keys(made.id)).filter((key) => key.includes('-'))).not.toEqual([]);
    const told = await keys(made.id);
    await answerReview(world, inquiryToken(world, made), { version: 1, said: SAID });
    world.clock.at = noonOf('2026-12-02');
    await tell(made.id);
    const later = (await keys(made.id)).filter((key) => !told.includes(key));
    expect(later).toEqual([expect.stringContaining('answered')]);
  });

  test('is answered by its link or entered by staff, and ends with a decision', async () => {
    const made = await create();
    const decision = { number: '45/QĐ-UBND', on: '2026-11-10' };
    const ending = { decision, words: 'Công nhận thêm hai người.' };
    await expect(decideReview(world, made.id, { version: 1, ...ending })).rejects.toMatchObject({
      code: 'review-not-answered',
    });
    const token = inquiryToken(world, made);
    const answered = await answerReview(world, token, { version: 1, said: SAID });
    expect(answered).toMatchObject({ status: 'answered', answer: { through: 'link', said: SAID } });
    const ahead = { ...ending, decision: { ...decision, on: '2027-01-01' } };
    await expect(decideReview(world, made.id, { version: 2, ...ahead })).rejects.toMatchObject({
      fields: [{ path: 'decision.on', code: 'day-ahead' }],
    });
    const ended = await decideReview(world, made.id, { version: 2, ...ending });
    expect(ended).toMatchObject({ status: 'closed', about: { decision, teams: 2 }, endWords: ending.words });
    expect(await decideReview(world, made.id, { version: 2, ...ending })).toEqual(ended);
    const otherNumber = { ...ending, decision: { ...decision, number: '46/QĐ-UBND' } };
    await expect(decideReview(world, made.id, { version: 3, ...otherNumber })).rejects.toMatchObject({
      code: 'inquiry-over',
    });
    await expect(answerReview(world, token, { version: 3, said: SAID })).rejects.toMatchObject({
      kind: 'gone',
    });
    const other = await create();
    expect(
      await enterReviewAnswer(world, other.id, { version: 1, through: 'phone', said: SAID }),
    ).toMatchObject({ answer: { through: 'phone' } });
  });

  test('that is taken back closes its link', async () => {
    const made = await create();
    await withdrawReview(world, made.id, { version: 1, words: 'Nhầm.' });
    await expect(openReview(world, inquiryToken(world, made))).rejects.toMatchObject({ kind: 'gone' });
  });

  test('is late without an answer, then without a decision after the day that the commune named', async () => {
    const made = await create();
    const late = (review: Review, day: string) => reviewLate(review, noonOf(day));
    expect([LAST_DAY, '2026-11-27'].map((day) => late(made, day))).toEqual([0, 2]);
    const answered = await answerReview(world, inquiryToken(world, made), { version: 1, said: SAID });
    expect(['2026-11-27', '2026-12-15', '2026-12-18'].map((day) => late(answered, day))).toEqual([0, 0, 3]);
    const all = await readReviews(world, { sees: () => true });
    const then = noonOf('2026-12-18');
    expect(inReviews(all, 'late', then).map((r) => reviewLate(r, then))).toEqual(
      inReviews(all, 'late', then)
        .map((r) => reviewLate(r, then))
        .sort((a, b) => b - a),
    );
    expect(inReviews(all, 'late', then).every((r) => reviewLate(r, then) > 0)).toBe(true);
    expect(inReviews(all, 'withdrawn', then).every(({ status }) => status === 'withdrawn')).toBe(true);
    world.clock.forward(DAY);
  });
});
