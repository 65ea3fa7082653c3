import { beforeAll, describe, expect, test } from 'vitest';
import { onRecord } from '../../functions/background/streams/on-change';
import type { Event } from '../../functions/events/event/event';
import { FORGOTTEN } from '../../functions/events/person/forgotten';
import { inquiriesTable, inquiryKey } from '../../functions/inquiries/inquiry';
import { answersOf, inquiryToken } from '../../functions/inquiries/read';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { DAY } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { findPersonData } from '../../functions/privacy/find';
import { restrict } from '../../functions/privacy/person/restrict';
import { answerSupportRequest, enterSupportAnswer, openSupport } from '../../functions/support/answer';
import { closeSupportRequest } from '../../functions/support/close';
import { askForSupport, createSupportRequest } from '../../functions/support/create';
import { passSupportRequest } from '../../functions/support/pass';
import { getSupport, listSupport, supportOf } from '../../functions/support/read';
import { countsByOutcome, countsByType, responseDays, supportWith } from '../../functions/support/register';
import { type Support, stateOf } from '../../functions/support/request';
import { forgotten } from '../privacy/scene';
import { addBody } from '../support/bodies';
import { furnish, inDays, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import { problem } from '../support/refusals';
import { streamRecord } from '../support/stored';
import { useWorld } from '../support/world';

const QUESTION = { type: 'land', words: 'Hai hộ liền kề tranh chấp lối đi chung.' } as const;
const SAID = { how: 'words', words: 'Lập biên bản ghi ý kiến hai bên.', position: 'Phó Chánh án' } as const;

describe('a request for support', () => {
  const world = useWorld();
  let event: Event;
  let bodyId: string;
  let people = 0;
  beforeAll(async () => {
    await furnish(world);
    event = await publishedEvent(world, { capacity: 100 }, inDays(world, 200));
    bodyId = (await addBody(world, 'Tòa án Mẫu')).id;
  });

  const mediator = (over: object = {}) =>
    comes(world, event.id, {
      fullName: `Thị Mẫu ${'ABCDEFGHIJ'[people]}`,
      phone: `09000088${10 + people++}`,
      unitId: 'unt_dinhan',
      ...over,
    });
  const dueOn = '2033-01-01';
  const passed = async (asker?: Awaited<ReturnType<typeof mediator>>) => {
    const request = asker
      ? await askForSupport(as(world, 'public'), asker, QUESTION)
      : await createSupportRequest(world, { ...QUESTION, unitId: 'unt_dinhan' });
    return passSupportRequest(as(world, 'acc_organizer'), request.id, { bodyId, dueOn });
  };
  const answer = (one: Support, said: object = SAID) =>
    answerSupportRequest(
      as(world, 'public'),
      inquiryToken(world, one.inquiry!),
      one.inquiry!.version,
      said as typeof SAID,
    );
  const changed = async (id: string) => {
    const { request, inquiry } = await getSupport(world, id);
    await onRecord(world, streamRecord(world, 'inquiries', { ...request }));
    if (inquiry) await onRecord(world, streamRecord(world, 'inquiries', { ...inquiry }));
  };

  test('stores nothing of a text that seems to name a party', async () => {
    const asker = await mediator();
    for (const [words, code] of [
      ['Bà Nguyễn Thị Lan đòi lại đất', 'support-name'],
      ['Gọi số 0912 345 678 để biết thêm', 'support-number'],
      ['CCCD 091234567890', 'support-number'],
    ] as const)
      await expect(askForSupport(world, asker, { type: 'land', words })).rejects.toMatchObject({
        fields: [{ path: 'words', code }],
      });
    expect(await supportOf(world, asker.id)).toEqual([]);
    const words = 'Tại khu Lê Bình, hai hộ tranh chấp.';
    await askForSupport(world, asker, { type: 'land', words, namesChecked: true });
    await expect(
      askForSupport(world, asker, { type: 'land', words: `${words} 0912345678`, namesChecked: true }),
    ).rejects.toMatchObject({ fields: [{ code: 'support-number' }] });
    expect(await supportOf(world, asker.id)).toHaveLength(1);
  });

  test('is passed to a body without who asked, and once', async () => {
    const asker = await mediator();
    const one = await passed(asker);
    expect(stateOf(one)).toBe('passed');
    expect(JSON.stringify(one.inquiry)).not.toContain(asker.id);
    expect(JSON.stringify(one.inquiry)).not.toContain(asker.fullName);
    const again = await passSupportRequest(world, one.request.id, { bodyId, dueOn });
    expect(again.inquiry!.askedAt).toBe(one.inquiry!.askedAt);
    const other = await addBody(world, 'Cơ quan khác');
    await expect(passSupportRequest(world, one.request.id, { bodyId: other.id, dueOn })).rejects.toEqual(
      problem('support-passed'),
    );
    await changed(one.request.id);
    expect(await deliveriesOf(world, one.inquiry!.id)).toMatchObject([{ template: 'inquiry' }]);
    expect(await deliveriesOf(world, one.request.id)).toEqual([]);
  });

  test('is passed on again where the first try stopped before the body was asked', async () => {
    const one = await passed();
    await world.db.delete(inquiriesTable, inquiryKey(one.inquiry!.id));
    const again = await passSupportRequest(world, one.request.id, { bodyId, dueOn });
    expect((await getSupport(world, one.request.id)).inquiry).toMatchObject({ id: again.inquiry!.id });
  });

  test('is answered by link; the mediator without an address is called with the words, one with an address is mailed', async () => {
    const [called, mailed] = [await mediator(), await mediator({ email: 'hgv@mau.example' })];
    for (const asker of [called, mailed]) {
      const one = await passed(asker);
      await answer(one);
      await changed(one.request.id);
      const [told, ...others] = await deliveriesOf(world, one.request.id);
      expect(others).toEqual([]);
      expect(told).toMatchObject({
        template: 'support-answered',
        name: asker.fullName,
        ...(asker === called
          ? { channel: 'call', phone: asker.phone, words: expect.stringContaining(SAID.words) }
          : { channel: 'email', email: 'hgv@mau.example' }),
      });
    }
  });

  test('is answered for a visit in person by the organizer, and each changed answer is told', async () => {
    const one = await passed(await mediator());
    await enterSupportAnswer(
      as(world, 'acc_organizer'),
      one.request.id,
      { version: 1, through: 'phone' },
      { ...SAID, how: 'visit' },
    );
    await changed(one.request.id);
    const token = inquiryToken(world, one.inquiry!);
    await answerSupportRequest(world, token, (await openSupport(world, token)).version, SAID);
    await changed(one.request.id);
    expect((await deliveriesOf(world, one.request.id)).map(({ sk }) => sk).sort()).toEqual([
      'support-answered#1',
      'support-answered#2',
    ]);
    expect(await answersOf(world, one.inquiry!.id)).toMatchObject([
      { said: { how: 'visit' } },
      { said: { how: 'words' } },
    ]);
  });

  test('is closed with an outcome, which the mediator hears; the link takes no more answers', async () => {
    const one = await passed(await mediator());
    const input = {
      version: one.request.version,
      outcome: 'settled',
      words: 'Hai bên đã thỏa thuận.',
    } as const;
    const closed = await closeSupportRequest(world, one.request.id, input);
    expect([stateOf(closed), closed.inquiry!.status]).toEqual(['closed', 'closed']);
    expect((await closeSupportRequest(world, one.request.id, input)).request.version).toBe(
      closed.request.version,
    );
    await expect(closeSupportRequest(world, one.request.id, { ...input, outcome: 'other' })).rejects.toEqual(
      problem('support-over'),
    );
    await expect(answer(one)).rejects.toEqual(problem('inquiry-closed'));
    await expect(passSupportRequest(world, one.request.id, { bodyId, dueOn })).rejects.toEqual(
      problem('support-over'),
    );
    await changed(one.request.id);
    expect(await deliveriesOf(world, one.request.id)).toMatchObject([
      { template: 'support-closed', words: expect.stringContaining('Hai bên đã thỏa thuận.') },
    ]);
  });

  test('is counted by type, outcome and days to the first answer', async () => {
    const before = await listSupport(world);
    const was = countsByType(before).find(({ type }) => type === 'offence')!;
    expect(was).toEqual({ type: 'offence', asked: 0, answered: 0, closed: 0 });
    for (const days of [1, 3, 9]) {
      const { id } = await createSupportRequest(world, {
        ...QUESTION,
        type: 'offence',
        unitId: 'unt_dinhan',
      });
      const one = await passSupportRequest(world, id, { bodyId, dueOn });
      world.clock.forward(days * DAY);
      const first = await answer(one);
      world.clock.forward(5 * DAY);
      // A changed answer does not make the first one later.
      await answerSupportRequest(world, inquiryToken(world, first), first.version, { ...SAID, how: 'visit' });
      expect(responseDays(await getSupport(world, id))).toBe(days);
    }
    const all = await listSupport(world);
    expect(countsByType(all).find(({ type }) => type === 'offence')).toEqual({
      ...was,
      asked: 3,
      answered: 3,
      medianDays: 3,
    });
    expect(countsByOutcome(all).find(({ outcome }) => outcome === 'settled')!.count).toBe(
      all.filter(({ request }) => request.outcome === 'settled').length,
    );
    expect(supportWith(all, { state: 'received' }).every((one) => !one.inquiry)).toBe(true);
  });

  test('of a person who is forgotten is found, and loses its words here and at the body', async () => {
    const asker = await mediator();
    const one = await passed(asker);
    await answer(one);
    await changed(one.request.id);
    const { kept } = await findPersonData(world, { id: asker.id });
    expect(kept.filter(({ place }) => place === 'support')).toMatchObject([
      { id: one.request.id, values: { text: QUESTION.words, answer: SAID.words } },
    ]);
    await forgotten(world, { id: asker.id });
    const left = await getSupport(world, one.request.id);
    expect([left.request.words, left.inquiry!.about.words]).toEqual([FORGOTTEN, FORGOTTEN]);
    for (const d of await deliveriesOf(world, one.request.id))
      expect(JSON.stringify(d)).not.toContain(asker.phone);
  });

  test('of a person whose data are restricted tells nobody', async () => {
    const asker = await mediator();
    const one = await passed(asker);
    await answer(one);
    await changed(one.request.id);
    const admin = { id: 'acc_admin', role: 'admin' as const, active: true } as never;
    await restrict(world, admin, asker.id, { reason: 'Qua điện thoại' });
    for (const d of await deliveriesOf(world, one.request.id)) {
      expect(d.state).toBe('dropped');
      expect(JSON.stringify({ ...d, setAside: undefined })).not.toContain(asker.phone);
    }
  });
});
