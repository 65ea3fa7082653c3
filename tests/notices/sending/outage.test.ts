import { describe, expect, test } from 'vitest';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { deliver } from '../../../functions/notices/deliver';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { resendUnknown } from '../../../functions/outbox/deliveries/resend';
import { toDecide } from '../../../functions/outbox/deliveries/to-decide';
import { REST } from '../../../functions/outbox/sending/sender';
import { MINUTE } from '../../../functions/platform/time/dates';
import { noSleep, told } from '../../support/mail';
import { aRegistration } from '../../support/stored';
import { useSendingScene } from './sending-scene';

describe('SES fails for a while', () => {
  const scene = useSendingScene();
  const { world, register, only } = scene;

  test('an outage of an hour heals by itself: 500 mails wait, and each is sent once after it', async () => {
    const first = await register('p0');
    const of = await only(first.id);
    const people = Array.from({ length: 500 }, (_, i) =>
      aRegistration(scene.event.id, `p${i}`, {
        email: scene.address(`p${i}`),
        channel: 'list',
        how: 'organizer',
      }),
    );
    await world.db.putMany(registrationsTable, people);
    const deliveries = people.map(
      (r): Delivery => ({ ...of, pk: r.id, id: `dlv_${r.sk}`, email: r.email!, phone: r.phone }),
    );
    await world.db.putMany(noticesTable, deliveries);
    world.mailSays.next = 'outage';
    for (let minute = 0; minute < 60; minute++) {
      const round = await deliver(world, noSleep());
      expect(round).toMatchObject({ sent: 0, unknown: 0, refused: 0 });
      world.clock.forward(MINUTE);
    }
    world.mailSays.next = undefined;
    expect(await deliver(world, noSleep())).toMatchObject({ sent: 500, unknown: 0, refused: 0 });
    expect(new Set(world.sent.map((m) => m.to)).size).toBe(500);
    expect(world.sent).toHaveLength(500);
    expect((await toDecide(world)).unknown).toEqual([]);
  });

  test('after three lost answers in a row nobody tries for five minutes, so that few mails become unknown', async () => {
    for (let i = 0; i < 5; i++) await register(`q${i}`);
    world.mailSays.next = 'lose';
    expect(await deliver(world, noSleep())).toMatchObject({ unknown: 3 });
    world.mailSays.next = undefined;
    world.clock.forward(REST - 1);
    expect(await deliver(world, noSleep())).toMatchObject({ sent: 0, unknown: 0 });
    world.clock.forward(1);
    expect(await deliver(world, noSleep())).toMatchObject({ sent: 2 });
  });

  test('mails whose answer was lost are sent again together, but for one that the organizer has not seen', async () => {
    for (const key of ['a', 'b']) await register(key);
    world.mailSays.next = 'lose';
    await deliver(world, noSleep());
    const shown = (await toDecide(world)).unknown;
    expect(shown).toHaveLength(2);
    const seenAt = shown[0]!.updatedAt;
    world.clock.forward(MINUTE);
    const late = await register('c');
    await deliver(world, noSleep());
    world.mailSays.next = undefined;
    world.sent.length = 0;
    expect(await resendUnknown(world, { seenAt })).toEqual({ count: 2, more: false });
    expect(await resendUnknown(world, { seenAt })).toEqual({ count: 0, more: false });
    await deliver(world, noSleep());
    expect(world.sent).toHaveLength(2);
    expect(await only(late.id)).toMatchObject({ state: 'unknown' });
    const again = (await told(world, scene.event.id)).filter((d) => d.state === 'sent');
    expect(again.map((d) => d.unanswered)).toEqual([1, 1]);
  });
});
