import { describe, expect, test } from 'vitest';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { deliver } from '../../../functions/notices/deliver';
import { onFeedback } from '../../../functions/notices/feedback';
import { tickMany, undoAct } from '../../../functions/outbox/calls/acts';
import { tick } from '../../../functions/outbox/calls/calls';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { toDecide } from '../../../functions/outbox/deliveries/to-decide';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { noSleep } from '../../support/mail';
import { MONDAY } from '../../support/world';
import { useSendingScene } from './sending-scene';
import { bounceEvent, complaintEvent, delayEvent, deliveryEvent, snsEvent } from './ses-events';

describe('what SES reports of a mail', () => {
  const scene = useSendingScene();
  const { world, register, only } = scene;

  test('a bounce marks the address, and its person is called from then on', async () => {
    const r = await register('a');
    await deliver(world, noSleep());
    await onFeedback(world, deliveryEvent(await only(r.id)));
    await onFeedback(world, bounceEvent(await only(r.id)));
    await onFeedback(world, bounceEvent(await only(r.id))); // SNS may say it twice
    expect(await only(r.id)).toMatchObject({
      channel: 'call',
      state: 'to-call',
      feedback: 'bounced',
      phone: '0987654321',
    });
    expect((await only(r.id)).words).toContain('472 915 608');

    const other = await register('b', { email: r.email?.toUpperCase() });
    expect(await only(other.id)).toMatchObject({ channel: 'call', state: 'to-call' });
  });

  test('a receipt that came back makes no call: its person saw it on the screen', async () => {
    const r = await register('a', { channel: 'web', how: 'direct' });
    await deliver(world, noSleep());
    await onFeedback(world, bounceEvent(await only(r.id)));
    expect(await only(r.id)).toMatchObject({ channel: 'email', state: 'sent', feedback: 'bounced' });
    expect((await toDecide(world)).late.map((d) => d.pk)).toContain(r.id);
    // What changes later is told by phone, because the address is marked.
    const other = await register('b', { email: r.email!, how: 'promoted', turn: 2 });
    expect(await only(other.id)).toMatchObject({ channel: 'call', state: 'to-call' });
  });

  test('a full mailbox is a call too, but says nothing against the address', async () => {
    const r = await register('a');
    await deliver(world, noSleep());
    await onFeedback(world, bounceEvent(await only(r.id), 'Transient'));
    expect(await only(r.id)).toMatchObject({ state: 'to-call', feedback: 'undelivered' });
    const other = await register('b', { email: r.email });
    expect(await only(other.id)).toMatchObject({ channel: 'email', state: 'due' });
  });

  test('a bounce of a notice that is no longer due makes no call', async () => {
    const r = await register('a');
    await deliver(world, noSleep());
    await world.db.update(
      registrationsTable,
      { pk: r.pk, sk: r.sk },
      { set: { status: 'cancelled', how: 'self' } },
    );
    await onFeedback(world, bounceEvent(await only(r.id)));
    expect(await only(r.id)).toMatchObject({ channel: 'email', state: 'sent', feedback: 'bounced' });
    // But it is shown, for a month.
    const late = async () => (await toDecide(world)).late.map((d) => d.pk);
    expect(await late()).toEqual([r.id]);
    world.clock.forward(31 * DAY);
    expect(await late()).toEqual([]);
  });

  test('a mail that came back is shown, however many older calls there are', async () => {
    const template = {
      state: 'to-call',
      open: 'to-call',
      channel: 'call',
      template: 'confirmed',
      attempts: 0,
    };
    await world.db.putMany(
      noticesTable,
      Array.from({ length: 210 }, (_, i) => ({
        pk: `reg_x_0_${i}`,
        sk: 'confirmed#1',
        id: `dlv_x${i}`,
        dueAt: iso(MONDAY - DAY),
        createdAt: iso(MONDAY - DAY),
        updatedAt: iso(MONDAY - DAY),
        ...template,
      })) as Delivery[],
    );
    const r = await register('a');
    await deliver(world, noSleep());
    await onFeedback(world, bounceEvent(await only(r.id)));
    expect((await toDecide(world)).returned.map((d) => d.pk)).toContain(r.id);
  });

  test('and found with one call of each kind, as long as it is on the call list', async () => {
    const returned = async () => (await toDecide(world)).returned.map((d) => d.pk);
    const r = await register('a');
    await deliver(world, noSleep());
    await onFeedback(world, bounceEvent(await only(r.id)));
    const before = world.costs.length;
    expect(await returned()).toContain(r.id);
    const asked = world.costs.slice(before);
    expect(asked).toHaveLength(4);
    const { id } = await only(r.id);
    await tick(world, id, 'told');
    expect(await returned()).not.toContain(r.id);
    await tick(world, id, 'not-reached');
    expect(await returned()).toContain(r.id);
    // Told with others, and taken back: the act knows the line by its keys alone.
    const { pk, sk } = await only(r.id);
    const { pk: act } = await tickMany(world, {
      nonce: 'a'.repeat(20),
      outcome: 'told',
      lines: [{ id, pk, sk }],
    });
    expect(await returned()).not.toContain(r.id);
    await undoAct(world, act);
    expect(await returned()).toContain(r.id);
  });

  test('a complaint marks the address, and a late delivery event does not hide it', async () => {
    const r = await register('a');
    await deliver(world, noSleep());
    const d = await only(r.id);
    await onFeedback(world, complaintEvent(d));
    await onFeedback(world, deliveryEvent(d));
    expect(await only(r.id)).toMatchObject({ state: 'sent', feedback: 'complained' });
    const other = await register('b', { email: r.email });
    expect((await only(other.id)).channel).toBe('call');
  });

  test('an address that was marked since the delivery was written is not mailed', async () => {
    const first = await register('a');
    await deliver(world, noSleep());
    const second = await register('b', { email: first.email });
    await onFeedback(world, bounceEvent(await only(first.id)));
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(1);
    expect(await only(second.id)).toMatchObject({ channel: 'call', state: 'to-call' });
  });

  test('a mail that was delayed and then arrived has arrived', async () => {
    const r = await register('a');
    await deliver(world, noSleep());
    const d = await only(r.id);
    await onFeedback(world, delayEvent(d));
    expect(await only(r.id)).toMatchObject({ feedback: 'delayed' });
    await onFeedback(world, deliveryEvent(d));
    await onFeedback(world, delayEvent(d)); // comes late itself
    expect(await only(r.id)).toMatchObject({ feedback: 'delivered' });
  });

  test('a message of SNS that is not an event of SES changes nothing', async () => {
    await onFeedback(world, snsEvent('Successfully validated SNS topic for Amazon SES event publishing.'));
    await onFeedback(world, snsEvent({ mail: 5 }));
    expect(world.logs.filter((l) => l.what === 'feedback-unread')).toHaveLength(2);
  });
});
