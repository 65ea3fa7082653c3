import { describe, expect, test } from 'vitest';
import { runClock } from '../../../functions/background/clock/tick';
import { deliver } from '../../../functions/notices/deliver';
import { followHold, hold, release } from '../../../functions/outbox/deliveries/hold';
import { sendingStatus } from '../../../functions/outbox/deliveries/sending-status';
import { transition } from '../../../functions/outbox/deliveries/transition';
import { MINUTE } from '../../../functions/platform/time/dates';
import { noSleep } from '../../support/mail';
import type { TestWorld } from '../../support/world';
import { useSendingScene } from './sending-scene';

describe('a mail is written while the switch changes', () => {
  const scene = useSendingScene();
  const { world, register, only } = scene;

  /** Runs `act` when the next delivery is about to be written: its writer has read the switch before. */
  const justBeforeTheWrite = (act: () => Promise<unknown>) => {
    const { db } = world;
    const slow = Object.create(db) as TestWorld['db'];
    slow.putIf = async (table, item, condition) => {
      (world as { db: TestWorld['db'] }).db = db;
      await act();
      return db.putIf(table, item, condition);
    };
    (world as { db: TestWorld['db'] }).db = slow;
  };

  test('held by a writer who did not see the release, it is shown, and sent by the next tick', async () => {
    await hold(world);
    justBeforeTheWrite(() => release(world, { send: true }));
    const r = await register('a');
    expect(await only(r.id)).toMatchObject({ state: 'held' });
    expect(await sendingStatus(world)).toMatchObject({ held: false, holding: 1 });
    await runClock(world, noSleep());
    expect(world.sent.map((m) => m.to)).toEqual([r.email]);
  });

  test('held by a writer who did not see that the others were dropped, it is dropped as well', async () => {
    await hold(world);
    justBeforeTheWrite(() => release(world, { send: false }));
    const r = await register('a');
    world.clock.forward(MINUTE);
    await runClock(world, noSleep());
    await deliver(world, noSleep());
    expect(await only(r.id)).toMatchObject({ state: 'dropped' });
    expect(world.sent).toEqual([]);
  });

  test('due by a writer who did not see that sending is held, it is held, so that dropping finds it', async () => {
    justBeforeTheWrite(() => hold(world));
    const r = await register('a');
    expect(await only(r.id)).toMatchObject({ state: 'due' });
    await runClock(world, noSleep());
    expect(await only(r.id)).toMatchObject({ state: 'held' });
    expect(await release(world, { send: false })).toBe(1);
  });

  test('held after the others were dropped, it is sent', async () => {
    await hold(world);
    await release(world, { send: false });
    world.clock.forward(MINUTE);
    const r = await register('a');
    await transition(world, await only(r.id), { from: ['due'], set: { state: 'held', open: 'held' } });
    await followHold(world);
    expect(await only(r.id)).toMatchObject({ state: 'due' });
  });
});
