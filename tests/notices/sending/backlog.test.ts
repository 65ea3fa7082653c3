import { describe, expect, test } from 'vitest';
import { runClock } from '../../../functions/background/clock/tick';
import { deliver } from '../../../functions/notices/deliver';
import { backlog } from '../../../functions/outbox/deliveries/backlog';
import { hold, release } from '../../../functions/outbox/deliveries/hold';
import { MINUTE } from '../../../functions/platform/time/dates';
import { MEASURED } from '../../../functions/platform/world/measure';
import { noSleep } from '../../support/mail';
import { useSendingScene } from './sending-scene';

describe('what waits to be sent is measured', () => {
  const { world, register } = useSendingScene();
  const measured = () =>
    world.logs.filter(({ what }) => what === MEASURED).map(({ what, ...numbers }) => numbers);

  test('the age of the oldest mail that is due, and how many wait, are held or have no answer', async () => {
    expect(await backlog(world)).toEqual({ oldestDueSeconds: 0, mailsDue: 0, mailsHeld: 0, mailsUnknown: 0 });
    await register('a');
    world.clock.forward(20 * MINUTE);
    await register('b');
    expect(await backlog(world)).toMatchObject({ oldestDueSeconds: 1_200, mailsDue: 2 });
    await hold(world);
    expect(await backlog(world)).toMatchObject({ oldestDueSeconds: 0, mailsDue: 0, mailsHeld: 2 });
    await release(world, { send: true });
    world.mailSays.next = 'lose';
    await deliver(world, noSleep());
    expect(await backlog(world)).toMatchObject({ mailsDue: 0, mailsHeld: 0, mailsUnknown: 2 });
  });

  test('held sending counts although no mail waits', async () => {
    await hold(world);
    expect((await backlog(world)).mailsHeld).toBe(1);
    await release(world, { send: true });
  });

  test('each tick of the clock measures, also one that cannot send', async () => {
    await register('a');
    world.clock.forward(16 * MINUTE);
    world.logs.length = 0;
    await runClock({ ...world, links: { ...world.links, event: undefined as never } }, noSleep());
    await runClock(world, noSleep());
    expect(measured().filter((m) => 'oldestDueSeconds' in m)).toHaveLength(2);
  });

  test('what SES does not take is measured by the round that met it', async () => {
    for (const [next, mailsRefused] of [
      ['refuse', 1],
      ['throttle', 6],
      ['lose', 1],
    ] as const) {
      await register(next);
      world.logs.length = 0;
      world.mailSays.next = next;
      await deliver(world, noSleep());
      expect(measured()).toEqual([{ mailsRefused }]);
      world.mailSays.next = undefined;
      await deliver(world, noSleep());
    }
  });
});
