import { beforeAll, describe, expect, test } from 'vitest';
import { onRecord } from '../../functions/background/streams/on-change';
import type { Event } from '../../functions/events/event/event';
import { FORGOTTEN } from '../../functions/events/person/forgotten';
import { inquiryToken } from '../../functions/inquiries/read';
import { toSay } from '../../functions/notices/call-line';
import { createDueDeliveries } from '../../functions/notices/due-deliveries';
import { messageFor } from '../../functions/notices/message-for';
import { pointOccasions } from '../../functions/notices/occasions/point';
import { readSubject } from '../../functions/notices/read-subject';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { MINUTE } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { createPoint, raisePoint } from '../../functions/points/create';
import { decidePoint } from '../../functions/points/decide';
import { passPoint } from '../../functions/points/pass';
import type { OwnPointInput } from '../../functions/points/point';
import { getPoint } from '../../functions/points/read';
import { answerRecommendation } from '../../functions/recommendations/answer';
import { forgotten } from '../privacy/scene';
import { addBody } from '../support/bodies';
import { furnish, inDays, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import { streamRecord } from '../support/stored';
import { useWorld } from '../support/world';

const PAPER = { sort: 'paper', title: 'Kinh nghiệm vận động', words: 'Mời người có uy tín.' } as const;
const DIFFICULTY = { sort: 'difficulty', title: 'Thiếu chỗ họp', words: 'Chưa có chỗ họp riêng.' } as const;

describe('the person who raised a paper or a difficulty is told', () => {
  const world = useWorld();
  let event: Event;
  let bodyId: string;
  let n = 0;
  beforeAll(async () => {
    await furnish(world);
    event = await publishedEvent(world, { kind: 'conference', capacity: 100 }, inDays(world, 20));
    bodyId = (await addBody(world, 'Sở Mẫu')).id;
  });
  const raised = async (input: OwnPointInput, more: { email?: string } = {}) => {
    const registration = await comes(world, event.id, {
      fullName: `Thị Mẫu ${'ABCDEFGHIJKL'[n]}`,
      phone: `09000088${10 + n++}`,
      unitId: 'unt_dinhan',
      ...more,
    });
    const { id } = await raisePoint(as(world, 'public'), { registration, event }, input);
    return { id, registration };
  };
  /** The stream brings what is stored now. */
  const changed = async (id: string) => {
    const { point, recommendation } = await getPoint(world, id);
    await onRecord(world, streamRecord(world, 'inquiries', { ...point }));
    if (recommendation) await onRecord(world, streamRecord(world, 'inquiries', { ...recommendation }));
  };
  const told = (id: string) => deliveriesOf(world, id);

  test('nothing before it is decided, and nothing of what staff entered', async () => {
    const { id } = await raised(PAPER);
    await changed(id);
    expect(await told(id)).toEqual([]);
    const entered = await createPoint(world, { ...DIFFICULTY, unitId: 'unt_dinhan' });
    await decidePoint(world, entered.id, { version: 1, outcome: 'answered', words: 'Đã bố trí.' });
    await changed(entered.id);
    expect(await told(entered.id)).toEqual([]);
  });

  test('the decision: by mail, or without an address by a line of the organizer’s call list', async () => {
    const [called, mailed] = [await raised(PAPER), await raised(PAPER, { email: 'hgv@mau.example' })];
    for (const { id } of [called, mailed]) {
      await decidePoint(world, id, {
        version: 1,
        outcome: 'declined',
        words: 'Chương trình đã đủ tham luận.',
      });
      await changed(id);
      await changed(id);
    }
    const [line, ...others] = await told(called.id);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ template: 'point-decided', channel: 'call', owner: called.id });
    for (const words of ['Kinh nghiệm vận động', 'chưa nhận tham luận', 'Chương trình đã đủ tham luận.'])
      expect(line!.words).toContain(words);
    expect(await told(mailed.id)).toMatchObject([
      { template: 'point-decided', channel: 'email', email: 'hgv@mau.example' },
    ]);
    const message = await messageFor(world, 'point-decided', (await readSubject(world, mailed.id))!);
    expect(message.subject).toBe('Kết quả xét tham luận');
    expect(toSay(message, 'Sở')).toContain(world.links.ownPoints());
  });

  test('a decision that is changed: again, and the line of the old one is dropped', async () => {
    const { id } = await raised(PAPER);
    await decidePoint(world, id, { version: 1, outcome: 'declined', words: 'Đã đủ.' });
    await changed(id);
    world.clock.forward(MINUTE);
    await decidePoint(world, id, { version: 2, outcome: 'accepted' });
    await changed(id);
    const states = (await told(id)).map(({ template, state }) => `${template} ${state}`).sort();
    expect(states).toEqual(['point-decided dropped', 'point-decided to-call']);
    const open = (await told(id)).find(({ state }) => state === 'to-call')!;
    expect(open.words).toContain('đã nhận tham luận này vào chương trình');
  });

  test('what the body answered to a difficulty that was passed on, and each change of it', async () => {
    const { id } = await raised(DIFFICULTY);
    const { recommendation } = await passPoint(world, id, { bodyId, dueOn: '2033-01-01' });
    await changed(id);
    expect(await told(id), 'passing it on is no answer').toEqual([]);
    const said = { outcome: 'done', words: 'Đã bố trí phòng họp.', position: 'Phó Giám đốc' } as const;
    const token = inquiryToken(world, recommendation!);
    const open = as(world, 'public');
    await answerRecommendation(open, token, 1, said);
    await changed(id);
    expect(await told(id)).toMatchObject([
      { sk: 'point-answered#1', channel: 'call', words: expect.stringContaining('Đã bố trí phòng họp.') },
    ]);
    await answerRecommendation(open, token, 2, { ...said, words: 'Đã bố trí hai phòng.' });
    await changed(id);
    expect((await told(id)).map(({ sk }) => sk).sort()).toEqual(['point-answered#1', 'point-answered#2']);
  });

  test('a recommendation of a conference, which no person raised, tells nobody beside its body', async () => {
    const { recommendation } = await passPoint(
      world,
      (await createPoint(world, { ...DIFFICULTY, unitId: 'unt_dinhan' })).id,
      { bodyId, dueOn: '2033-01-01' },
    );
    const said = { outcome: 'done', words: 'Xong.', position: 'Phó Giám đốc' } as const;
    await answerRecommendation(as(world, 'public'), inquiryToken(world, recommendation!), 1, said);
    const id = recommendation!.id.replace('inq_', 'pnt_');
    await changed(id);
    expect(await told(id)).toEqual([]);
  });

  test('nothing while their data are restricted, and not after they were forgotten', () => {
    const decided = { outcome: 'accepted', decidedAt: '2026-11-23T02:00:00.000Z' } as const;
    const answered = { answer: { n: 2, at: decided.decidedAt } } as never;
    const rule = (person: object) =>
      pointOccasions(decided, answered, person).map(({ template }) => template);
    expect(rule({})).toEqual(['point-decided', 'point-answered']);
    expect(rule({ restricted: true })).toEqual([]);
    expect(rule({ forgotten: { at: decided.decidedAt, reason: 'asked' } })).toEqual([]);
  });

  test('a person who is forgotten is in no notice about what they raised', async () => {
    const { id, registration } = await raised(DIFFICULTY);
    await decidePoint(world, id, { version: 1, outcome: 'answered', words: 'Đã bố trí.' });
    await changed(id);
    expect((await told(id))[0]).toMatchObject({ name: registration.fullName });
    await forgotten(world, registration);
    for (const delivery of await told(id)) {
      expect(JSON.stringify(delivery)).not.toContain(registration.fullName);
      expect(JSON.stringify(delivery)).not.toContain(registration.phone);
    }
    expect((await getPoint(world, id)).point.words).toBe(FORGOTTEN);
    const again = await readSubject(world, id);
    expect(again && (await createDueDeliveries(world, again, world.now()))).toBe(0);
  });
});
