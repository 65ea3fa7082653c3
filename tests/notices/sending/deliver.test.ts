import { describe, expect, test } from 'vitest';
import { onStream } from '../../../functions/background/streams/on-change';
import { eventsTable } from '../../../functions/events/event/event';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { deliver } from '../../../functions/notices/deliver';
import { onFeedback } from '../../../functions/notices/feedback';
import { findDelivery } from '../../../functions/outbox/deliveries/find';
import { hold, release } from '../../../functions/outbox/deliveries/hold';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { DAY, MINUTE } from '../../../functions/platform/time/dates';
import { noSleep, subjectOf, textOf, told } from '../../support/mail';
import { streamRecord } from '../../support/stored';
import { useSendingScene } from './sending-scene';
import { bounceEvent } from './ses-events';

describe('sending what is due', () => {
  const scene = useSendingScene();
  const { world, register, only } = scene;

  test('a confirmation is sent once, with its subject, code, reply address and a link to unsubscribe', async () => {
    const r = await register('a');
    await deliver(world, noSleep());
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(1);
    const { raw, to, tags } = world.sent[0]!;
    expect(to).toBe(r.email);
    expect(subjectOf(raw)).toBe('Đã xác nhận đăng ký: Tập huấn hòa giải viên');
    expect(raw).toMatch(/^Reply-To: ha@nhipcau\.test\r$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(raw).toMatch(/^List-Unsubscribe:\s+<https:\/\/nhipcau\.test\/thoi-nhan-thu\//m);
    expect(raw).toContain('text/calendar');
    const d = await only(r.id);
    expect(tags).toEqual({ delivery: d.id, template: 'confirmed' });
    expect(d).toMatchObject({ state: 'sent', messageId: 'ses-1', attempts: 1 });
    expect(d.open).toBeUndefined();
  });

  test('the pace is what SES allows', async () => {
    for (const key of ['a', 'b', 'c']) await register(key);
    const slow = { ...world, settings: { ...world.settings, mail: { from: 'stp@x.vn', perSecond: 4 } } };
    const pacing = noSleep();
    expect(await deliver(slow, pacing)).toMatchObject({ sent: 3 });
    expect(pacing.pauses).toEqual([250, 250, 250]);
  });

  test('a person who cancelled meanwhile is not told "confirmed"', async () => {
    const r = await register('a');
    await world.db.update(
      registrationsTable,
      { pk: r.pk, sk: r.sk },
      { set: { status: 'cancelled', how: 'self', turn: 2 } },
    );
    expect(await deliver(world, noSleep())).toMatchObject({ sent: 0, dropped: 1 });
    expect(world.sent).toHaveLength(0);
    expect(await only(r.id)).toMatchObject({ state: 'dropped' });
  });

  test('a mail that was dropped is due again when the registration is confirmed again', async () => {
    const r = await register('a');
    const at = { pk: r.pk, sk: r.sk };
    await world.db.update(registrationsTable, at, { set: { status: 'cancelled', how: 'self' } });
    await deliver(world, noSleep());
    await world.db.update(registrationsTable, at, { set: { status: 'confirmed', how: 'direct' } });
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(1);
  });

  test('a mail in the queue goes to the corrected address, and not to a removed one', async () => {
    const corrected = await register('a');
    const gone = await register('b');
    const marked = await register('c');
    const bad = await register('d', { email: scene.address('nay') });
    await deliver(world, { ...noSleep(), until: world.now() });
    await onFeedback(world, bounceEvent(await only(bad.id)));
    const set = async (r: typeof gone, email: string | undefined) =>
      world.db.update(registrationsTable, { pk: r.pk, sk: r.sk }, { set: { email } });
    await set(corrected, scene.address('dung'));
    await set(gone, undefined);
    await set(marked, bad.email);
    await deliver(world, noSleep());
    expect(world.sent.map((m) => m.to)).toEqual([scene.address('dung')]);
    expect(await only(corrected.id)).toMatchObject({ state: 'sent', email: scene.address('dung') });
    for (const r of [gone, marked])
      expect(await only(r.id)).toMatchObject({ channel: 'call', state: 'to-call' });
  });

  test('held, nothing is sent; released, it is sent; dropped, it is never sent', async () => {
    const a = await register('a');
    await hold(world);
    const b = await register('b');
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(0);
    expect(await only(a.id)).toMatchObject({ state: 'held' });
    expect(await only(b.id)).toMatchObject({ state: 'held' });
    // One that was written as due while the switch was set is not sent either.
    await world.db.update(
      noticesTable,
      { pk: a.id, sk: 'confirmed#1' },
      { set: { state: 'due', open: 'due' } },
    );
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(0);
    expect(await release(world, { send: true })).toBe(1);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(2);

    await hold(world);
    const c = await register('c');
    await release(world, { send: false });
    await onStream(world, [streamRecord(world, 'registrations', c)]);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(2);
  });

  test('a mail is worded from the state at the moment of sending', async () => {
    await register('a');
    await world.db.update(
      eventsTable,
      { pk: scene.event.id, sk: 'event' },
      { set: { venue: 'Nhà văn hóa xã' } },
    );
    await deliver(world, noSleep());
    expect(textOf(world.sent[0]!.raw)).toContain('Nhà văn hóa xã');
  });

  test('a round whose time is over leaves the rest to the next one', async () => {
    for (const key of ['a', 'b']) await register(key);
    await deliver(world, { ...noSleep(), until: world.now() });
    expect(world.sent).toHaveLength(0);
    expect(await findDelivery(world, (await told(world, scene.event.id))[0]!.id)).toMatchObject({
      state: 'due',
    });
    world.clock.forward(DAY + MINUTE);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(2);
  });
});
