import { describe, expect, test } from 'vitest';
import { deliver } from '../../../functions/notices/deliver';
import { onFeedback } from '../../../functions/notices/feedback';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { resend } from '../../../functions/outbox/deliveries/resend';
import { toDecide } from '../../../functions/outbox/deliveries/to-decide';
import { BACKOFF } from '../../../functions/outbox/sending/attempt';
import { CLAIM_LIVES } from '../../../functions/outbox/sending/sender';
import { HOUR, iso } from '../../../functions/platform/time/dates';
import { noSleep } from '../../support/mail';
import { useSendingScene } from './sending-scene';
import { sendEvent } from './ses-events';

describe('a mail that SES does not accept at once', () => {
  const scene = useSendingScene();
  const { world, register, only } = scene;

  test('after a crash between claim and send, the mail is unknown and not sent again by itself', async () => {
    const r = await register('a');
    // The process was killed after it wrote the claim.
    const d = await only(r.id);
    await world.db.update(
      noticesTable,
      { pk: d.pk, sk: d.sk },
      { set: { state: 'sending', open: 'sending', claimedAt: iso(world.now()), attempts: 1 } },
    );
    world.clock.forward(CLAIM_LIVES);
    await deliver(world, noSleep());
    expect(await only(r.id)).toMatchObject({ state: 'sending' });
    world.clock.forward(1);
    await deliver(world, noSleep());
    await deliver(world, noSleep());
    expect(await only(r.id)).toMatchObject({ state: 'unknown', open: 'unknown' });
    expect(world.sent).toHaveLength(0);
  });

  test('a mail whose answer was lost is not sent again by itself; an event of SES proves that it was sent', async () => {
    const r = await register('a');
    world.mailSays.next = 'lose';
    expect(await deliver(world, noSleep())).toMatchObject({ unknown: 1 });
    world.mailSays.next = undefined;
    world.clock.forward(HOUR);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(1);
    const d = await only(r.id);
    expect(d.state).toBe('unknown');
    await onFeedback(world, sendEvent(d));
    expect(await only(r.id)).toMatchObject({ state: 'sent', messageId: '0100018d-ses' });
    expect((await only(r.id)).open).toBeUndefined();
  });

  test('a mail that is unknown is shown at once, and sent again only by a person', async () => {
    const r = await register('a');
    world.mailSays.next = 'lose';
    await deliver(world, noSleep());
    world.mailSays.next = undefined;
    expect((await toDecide(world)).unknown.map((d) => d.pk)).toEqual([r.id]);
    const { id } = await only(r.id);
    await resend(world, id);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(2);
    await expect(resend(world, id)).rejects.toMatchObject({ code: 'not-to-resend' });
  });

  test('throttled, every mail stays due in its order, and the sender slows down', async () => {
    const a = await register('a');
    world.clock.forward(1);
    const b = await register('b');
    world.mailSays.next = 'throttle';
    const pacing = noSleep();
    const first = await deliver(world, pacing);
    expect(first).toMatchObject({ sent: 0, refused: 0 });
    expect(first.throttled).toBeGreaterThan(3);
    expect(pacing.pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000]);
    expect(await only(a.id)).toMatchObject({ state: 'due', attempts: 0 });
    expect(await only(b.id)).toMatchObject({ state: 'due', attempts: 0 });
    for (let i = 0; i < 2; i++) await deliver(world, noSleep());
    world.mailSays.next = undefined;
    await deliver(world, noSleep());
    expect(world.sent.map((m) => m.to)).toEqual([a.email, b.email]);
  });

  test('a refused mail is tried again with backoff, and becomes a call after the last time', async () => {
    const r = await register('a');
    world.mailSays.next = 'refuse';
    for (const wait of BACKOFF) {
      await deliver(world, noSleep());
      expect(await only(r.id)).toMatchObject({ state: 'due', error: 'MessageRejected' });
      world.clock.forward(wait - 1);
      expect(await deliver(world, noSleep())).toMatchObject({ refused: 0 });
      world.clock.forward(1);
    }
    await deliver(world, noSleep());
    expect(await only(r.id)).toMatchObject({
      channel: 'call',
      state: 'to-call',
      error: 'MessageRejected',
      attempts: BACKOFF.length + 1,
      owner: scene.event.id,
    });
    // The cause is repaired, and the organizer sends it again.
    world.mailSays.next = undefined;
    await resend(world, (await only(r.id)).id);
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(1);
    expect(await only(r.id)).toMatchObject({ channel: 'email', state: 'sent' });
  });

  test('throttled, the sender does not wait past the end of the round', async () => {
    await register('a');
    world.mailSays.next = 'throttle';
    const pacing = noSleep();
    const pause = async (ms: number) => {
      await pacing.pause(ms);
      world.clock.forward(ms);
    };
    const until = world.now() + 20_000;
    await deliver(world, { pause, until });
    expect(pacing.pauses).toEqual([2_000, 4_000, 8_000]);
    expect(world.now()).toBeLessThanOrEqual(until);
  });
});
