import type { EventInList } from '../../events/event/event';
import { tendImports } from '../../events/imports/tend';
import { releaseExpiredQuotas } from '../../events/nominations/due/release';
import { tendBroadcasts } from '../../notices/broadcasts/work';
import { deliver } from '../../notices/deliver';
import { backlog } from '../../outbox/deliveries/backlog';
import type { Pacing } from '../../outbox/sending/sender';
import { ms } from '../../platform/time/dates';
import { measure } from '../../platform/world/measure';
import type { World } from '../../platform/world/world';
import { eventsToTend } from './events-to-tend';
import { mendSeats } from './mend-seats';
import { sweepWhenDue } from './sweep';

/** How long one tick sends mail: less than a minute, so that the next tick does not wait for a long queue. */
export const SENDING_MS = 45_000;

/**
 * One tick of the clock: releases quotas past their deadline, mends seats, creates deliveries that are missing
 * or newly due, wakes imports and messages to groups that stopped, and sends. A step that fails does not stop the others; the next tick tries it again.
 */
export const runClock = async (world: World, pacing?: Pacing): Promise<void> => {
  const step = async (what: string, act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      const name = error instanceof Error ? error.name : 'error';
      world.log({ what: 'clock-step-failed', level: 'error', step: what, name });
    }
  };
  const now = world.now();
  let events: EventInList[] = [];
  await step('events', async () => {
    events = await eventsToTend(world, now);
  });
  for (const event of events) {
    if (ms(event.endsAt) > now) await step('quotas', () => releaseExpiredQuotas(world, event.id));
    // After the event's end too: only then do its seats stop changing.
    await step('seats', () => mendSeats(world, event));
    await step('notices', () => sweepWhenDue(world, event.id));
  }
  await step('imports', () => tendImports(world));
  await step('broadcasts', () => tendBroadcasts(world));
  await step('deliver', () => deliver(world, pacing));
  // Last: a tick that never gets here is an alarm, too.
  await step('measure', async () => measure(world, await backlog(world)));
};
