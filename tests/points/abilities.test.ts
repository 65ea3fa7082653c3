import { beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../functions/events/event/event';
import { FORGOTTEN } from '../../functions/events/person/forgotten';
import { end } from '../../functions/inquiries/change';
import { inquiriesTable, inquiryKey } from '../../functions/inquiries/inquiry';
import { inquiryToken } from '../../functions/inquiries/read';
import { DAY, ms } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { bookletFile } from '../../functions/points/booklet';
import { createPoint, raisePoint } from '../../functions/points/create';
import { decidePoint } from '../../functions/points/decide';
import { passPoint } from '../../functions/points/pass';
import { type PointInput, pointState } from '../../functions/points/point';
import { getPoint, listPoints, pointsOf } from '../../functions/points/read';
import { pointsWith } from '../../functions/points/register';
import { findPersonData } from '../../functions/privacy/find';
import { answerRecommendation } from '../../functions/recommendations/answer';
import { RECOMMENDATION } from '../../functions/recommendations/recommendation';
import { askForSupport } from '../../functions/support/create';
import { supportOf } from '../../functions/support/read';
import { unzip } from '../documents/unzip';
import { forgotten } from '../privacy/scene';
import { addBody } from '../support/bodies';
import { furnish, inDays, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import { problem } from '../support/refusals';
import { useWorld } from '../support/world';

const DIFFICULTY = {
  sort: 'difficulty',
  title: 'Thiếu chỗ họp',
  words: 'Tổ chưa có chỗ họp riêng.',
} as const;
const PAPER = {
  sort: 'paper',
  title: 'Kinh nghiệm vận động',
  words: 'Mời người có uy tín.\nHai bên nghe.',
} as const;

describe('papers and difficulties', () => {
  const world = useWorld();
  let conference: Event;
  let training: Event;
  let bodyId: string;
  let people = 0;
  beforeAll(async () => {
    await furnish(world);
    conference = await publishedEvent(world, { kind: 'conference', capacity: 100 }, inDays(world, 20));
    training = await publishedEvent(world, { kind: 'training', capacity: 100 }, inDays(world, 20));
    bodyId = (await addBody(world, 'Sở Mẫu')).id;
  });
  const person = (event = conference) =>
    comes(world, event.id, {
      fullName: `Thị Mẫu ${'ABCDEFGHIJ'[people]}`,
      phone: `09000077${10 + people++}`,
      unitId: 'unt_dinhan',
    });
  const staffPoint = (more: Partial<PointInput> = {}) =>
    createPoint(world, { ...DIFFICULTY, unitId: 'unt_dinhan', ...more });
  const dueOn = '2033-01-01';

  test('a difficulty that seems to name a party is not stored; a paper may name people', async () => {
    const registration = await person();
    const own = { registration, event: conference };
    for (const [title, words, code] of [
      ['Khó khăn', 'Bà Nguyễn Thị Lan đòi lại đất', 'support-name'],
      ['Bà Nguyễn Thị Lan', 'Đòi lại đất', 'support-name'],
      ['Khó khăn', 'Gọi số 0912 345 678', 'support-number'],
    ] as const)
      await expect(raisePoint(world, own, { sort: 'difficulty', title, words })).rejects.toMatchObject({
        fields: [{ path: 'words', code }],
      });
    expect(await pointsOf(world, registration.id)).toEqual([]);
    await raisePoint(world, own, { ...PAPER, words: 'Theo ý kiến của ông Nguyễn Văn Hòa.' });
    await raisePoint(world, own, {
      ...DIFFICULTY,
      words: 'Tại khu Lê Bình còn thiếu.',
      namesChecked: true,
    });
    expect(await pointsOf(world, registration.id)).toHaveLength(2);
  });

  test('a paper is taken for a conference until it begins, for no other event, and not without one', async () => {
    const refused = (code: string, path = 'sort') => ({ fields: [{ path, code }] });
    await expect(staffPoint({ ...PAPER, eventId: training.id })).rejects.toMatchObject(
      refused('paper-not-taken'),
    );
    await expect(staffPoint(PAPER)).rejects.toMatchObject(refused('paper-needs-event', 'eventId'));
    const begun = { ...world, now: () => ms(conference.startsAt) };
    const input = { ...PAPER, unitId: 'unt_dinhan', eventId: conference.id };
    await expect(createPoint(begun, input)).rejects.toMatchObject(refused('paper-not-taken'));
    const before = { ...world, now: () => ms(conference.startsAt) - 1 };
    expect(await createPoint(before, input)).toMatchObject({ sort: 'paper', eventTitle: conference.title });
  });

  test('a difficulty of a registered person belongs to the conference until it begins, and to none after that', async () => {
    const registration = await person();
    const own = { registration, event: conference };
    expect((await raisePoint(world, own, DIFFICULTY)).eventId).toBe(conference.id);
    const after = { ...world, now: () => ms(conference.endsAt) + DAY };
    expect((await raisePoint(after, own, DIFFICULTY)).eventId).toBeUndefined();
    const classmate = await person(training);
    const raised = await raisePoint(world, { registration: classmate, event: training }, DIFFICULTY);
    expect(raised).toMatchObject({ unitId: 'unt_dinhan', registrationId: classmate.id });
    expect(raised.eventId).toBeUndefined();
  });

  test('a form that is sent twice raises one thing, also where the conference began in between', async () => {
    const input = { ...PAPER, unitId: 'unt_dinhan', eventId: conference.id, nonce: 'mot-bieu-mau' };
    const first = await createPoint(world, input);
    const later = { ...world, now: () => ms(conference.startsAt) + DAY };
    expect((await createPoint(later, input)).id).toBe(first.id);
    const [one, other] = [await person(), await person()];
    const raise = (registration: typeof one) =>
      raisePoint(world, { registration, event: conference }, { ...DIFFICULTY, nonce: 'mot-bieu-mau' });
    expect((await raise(one)).id).toBe((await raise(one)).id);
    expect((await raise(other)).id).not.toBe((await raise(one)).id);
  });

  test('a paper is accepted or declined, a difficulty is answered, with the version that was read', async () => {
    const paper = await staffPoint({ ...PAPER, eventId: conference.id });
    const difficulty = await staffPoint();
    for (const [id, outcome] of [
      [paper.id, 'answered'],
      [difficulty.id, 'accepted'],
    ] as const)
      await expect(decidePoint(world, id, { version: 1, outcome, words: 'Ý kiến' })).rejects.toMatchObject({
        fields: [{ path: 'outcome', code: 'point-outcome' }],
      });
    const accepted = await decidePoint(world, paper.id, { version: 1, outcome: 'accepted' });
    expect(pointState({ point: accepted })).toBe('accepted');
    // Sent twice, it is one decision.
    expect((await decidePoint(world, paper.id, { version: 1, outcome: 'accepted' })).version).toBe(2);
    await expect(
      decidePoint(world, paper.id, { version: 1, outcome: 'declined', words: 'Trùng' }),
    ).rejects.toEqual(problem('inquiry-stale'));
    await decidePoint(world, paper.id, { version: 2, outcome: 'declined', words: 'Trùng' });
    expect(pointState(await getPoint(world, paper.id))).toBe('declined');
    await decidePoint(world, difficulty.id, { version: 1, outcome: 'answered', words: 'Đã bố trí.' });
    await expect(passPoint(world, difficulty.id, { bodyId, dueOn })).rejects.toEqual(
      problem('point-decided'),
    );
    await expect(passPoint(world, paper.id, { bodyId, dueOn })).rejects.toEqual(problem('point-paper'));
  });

  test('a difficulty is passed on once, as a recommendation without the person, and followed there until closed', async () => {
    const registration = await person();
    const { id } = await raisePoint(world, { registration, event: conference }, DIFFICULTY);
    const { recommendation } = await passPoint(world, id, { bodyId, dueOn, topic: 'Kinh phí' });
    expect(recommendation).toMatchObject({
      kind: 'recommendation',
      title: DIFFICULTY.title,
      about: { sort: 'difficulty', eventId: conference.id, words: DIFFICULTY.words, topic: 'Kinh phí' },
    });
    for (const secret of [registration.fullName, registration.phone, registration.id])
      expect(JSON.stringify(recommendation)).not.toContain(secret);
    expect(pointState(await getPoint(world, id))).toBe('passed');
    expect((await passPoint(world, id, { bodyId, dueOn })).recommendation!.askedAt).toBe(
      recommendation!.askedAt,
    );
    const other = await addBody(world, 'Cơ quan khác');
    await expect(passPoint(world, id, { bodyId: other.id, dueOn })).rejects.toEqual(problem('point-passed'));
    await expect(
      decidePoint(world, id, { version: 2, outcome: 'answered', words: 'Sở trả lời' }),
    ).rejects.toEqual(problem('point-passed'));
    const answered = await answerRecommendation(
      as(world, 'public'),
      inquiryToken(world, recommendation!),
      recommendation!.version,
      { outcome: 'done', words: 'Đã cấp kinh phí.', position: 'Trưởng phòng' },
    );
    const [own] = await pointsOf(world, registration.id);
    expect([pointState(own!), own!.recommendation!.answer!.said.words]).toEqual([
      'answered',
      'Đã cấp kinh phí.',
    ]);
    await end(
      world,
      { id: answered.id, kind: RECOMMENDATION, version: answered.version },
      { as: 'closed', words: 'Xong.' },
    );
    expect(pointState(await getPoint(world, id))).toBe('closed');
  });

  test('is passed on again where the first try stopped before the body was asked', async () => {
    const { id } = await staffPoint();
    const { recommendation } = await passPoint(world, id, { bodyId, dueOn });
    await world.db.delete(inquiriesTable, inquiryKey(recommendation!.id));
    await passPoint(world, id, { bodyId, dueOn });
    expect((await getPoint(world, id)).recommendation).toMatchObject({ bodyId });
  });

  test('the register puts first what waits', async () => {
    await staffPoint({ title: 'Chờ lâu' });
    const decided = await staffPoint({ title: 'Đã trả lời' });
    await decidePoint(world, decided.id, { version: 1, outcome: 'answered', words: 'Xong.' });
    const all = await listPoints(world);
    const now = world.now();
    const shown = pointsWith(all, {}, now);
    const states = shown.map(pointState);
    expect(states.lastIndexOf('received')).toBeLessThan(states.findIndex((s) => s !== 'received'));
    expect(pointsWith(all, { sort: 'paper' }, now).every(({ point }) => point.sort === 'paper')).toBe(true);
    expect(pointsWith(all, { minDays: 1 }, now)).toEqual([]);
  });

  test('the booklet has the accepted papers alone, and none is no booklet', async () => {
    const event = await publishedEvent(world, { kind: 'forum', capacity: 10 }, inDays(world, 30));
    const paper = await staffPoint({ ...PAPER, eventId: event.id, raisedBy: 'Hội Luật gia Mẫu' });
    await staffPoint({ ...PAPER, title: 'Chưa nhận', eventId: event.id });
    await expect(bookletFile(world, event.id)).rejects.toEqual(problem('papers-none'));
    await decidePoint(world, paper.id, { version: 1, outcome: 'accepted' });
    const xml = unzip((await bookletFile(world, event.id)).body as Uint8Array)['word/document.xml']!;
    for (const words of ['TẬP THAM LUẬN', PAPER.title, 'Hội Luật gia Mẫu', 'Hai bên nghe.'])
      expect(xml).toContain(words);
    expect(xml).not.toContain('Chưa nhận');
  });

  test('of a person who is forgotten it is found, and loses its words here and at the body', async () => {
    const registration = await person();
    const own = { registration, event: conference };
    const { id } = await raisePoint(world, own, DIFFICULTY);
    await passPoint(world, id, { bodyId, dueOn });
    await askForSupport(world, registration, { type: 'land', words: 'Tranh chấp lối đi.' });
    // Both lie in one index, and neither is taken for the other.
    expect([await pointsOf(world, registration.id), await supportOf(world, registration.id)]).toMatchObject([
      [{ point: { id } }],
      [{ request: { type: 'land' } }],
    ]);
    const { kept } = await findPersonData(world, { id: registration.id });
    expect(kept.filter(({ place }) => place === 'points')).toMatchObject([
      { id, values: { title: DIFFICULTY.title, text: DIFFICULTY.words } },
    ]);
    await forgotten(world, { id: registration.id });
    const { point, recommendation } = await getPoint(world, id);
    expect([point.title, point.words, recommendation!.title, recommendation!.about.words]).toEqual(
      Array(4).fill(FORGOTTEN),
    );
  });
});
