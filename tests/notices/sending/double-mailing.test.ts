import { describe, expect, test } from 'vitest';
import { deliver, noticeComposer } from '../../../functions/notices/deliver';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { leases } from '../../../functions/outbox/deliveries/notices-table';
import { transition } from '../../../functions/outbox/deliveries/transition';
import { BACKOFF } from '../../../functions/outbox/sending/attempt';
import type { Composer } from '../../../functions/outbox/sending/composer';
import { sendDue } from '../../../functions/outbox/sending/sender';
import { iso, MINUTE } from '../../../functions/platform/time/dates';
import { noSleep } from '../../support/mail';
import { useSendingScene } from './sending-scene';

describe('two senders', () => {
  const scene = useSendingScene();
  const { world, register, only } = scene;
  const LEASE = { pk: 'sender', sk: 'lease' } as const;
  const removeLease = () => world.db.delete(leases, LEASE);
  /** A sender to which something happens after it read a due delivery and before it claims it. */
  const sendWith = (beforeClaim: (due: Delivery) => Promise<unknown>) => {
    const notices = noticeComposer(world);
    const composer: Composer = {
      read: async (due) => {
        const notice = await notices.read(due);
        await beforeClaim(due);
        return notice;
      },
    };
    return sendDue(world, composer, noSleep());
  };

  test('at once send each notice once', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await register(key);
    await Promise.all([deliver(world, noSleep()), deliver(world, noSleep())]);
    expect(world.sent).toHaveLength(4);
  });

  test('that both hold the lease send each notice once', async () => {
    await register('a');
    // The second sender begins while the first is about to send.
    const second = {
      ...world,
      mail: {
        send: async (m: Parameters<typeof world.mail.send>[0]) => {
          await removeLease();
          await deliver(world, noSleep());
          return world.mail.send(m);
        },
      },
    };
    await deliver(second, noSleep());
    expect(world.sent).toHaveLength(1);
  });

  test('that both read every due mail before either claims it send each once', async () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    for (const key of people) {
      await register(key);
      world.clock.forward(1);
    }
    const first = new Map<string, () => void>();
    const meet = async ({ id }: Delivery) => {
      const goOn = first.get(id);
      if (goOn) return goOn();
      return new Promise<void>((resolve) => first.set(id, resolve));
    };
    const one = sendWith(meet);
    await expect.poll(() => first.size).toBe(1);
    await removeLease();
    const other = sendWith(meet);
    const [a, b] = await Promise.all([one, other]);
    expect(first.size).toBe(people.length);
    expect(world.sent.map((m) => m.to).sort()).toEqual(people.map(scene.address));
    expect(a.sent + b.sent).toBe(people.length);
  });

  test.each([
    ['held', { state: 'held', open: 'held' }],
    ['dropped', { state: 'dropped', open: undefined }],
    ['told by phone', { channel: 'call', state: 'told', open: undefined }],
  ] as const)('do not send what was %s since it was read, though it was never tried', async (_, set) => {
    const r = await register('a');
    const done = await sendWith((due) => transition(world, due, { from: ['due'], set }));
    expect(done.sent).toBe(0);
    expect(world.sent).toEqual([]);
    expect(await only(r.id)).toMatchObject({ state: set.state, attempts: 0 });
  });

  test('do not try again what was refused since it was read, though it is due again later', async () => {
    const r = await register('a');
    world.mailSays.next = 'refuse';
    world.logs.length = 0;
    const done = await sendWith(async () => {
      await removeLease();
      await deliver(world, noSleep());
    });
    expect(done.refused).toBe(0);
    expect(world.logs.filter((l) => l.what === 'mail-refused')).toHaveLength(1);
    expect(await only(r.id)).toMatchObject({
      state: 'due',
      attempts: 1,
      dueAt: iso(world.now() + BACKOFF[0]!),
    });
  });

  test('do not run side by side: the one whose lease was taken over stops', async () => {
    await register('a');
    world.clock.forward(1);
    const second = await register('b');
    const pause = async () => {
      world.clock.forward(MINUTE);
      await world.db.put(leases, { ...LEASE, holder: 'another', leaseEnds: 0 });
    };
    expect(await deliver(world, { pause })).toMatchObject({ sent: 1 });
    expect(await only(second.id)).toMatchObject({ state: 'due' });
    expect(world.logs).toContainEqual({ what: 'sender-lease-lost', level: 'warn' });
    expect(await deliver(world, noSleep())).toMatchObject({ sent: 1 });
  });
});
