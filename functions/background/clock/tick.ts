import type { EventInList } from '../../events/event/event';
import { listAll } from '../../events/event/list';
import { releaseExpiredQuotas } from '../../events/nominations/release';
import { deliver } from '../../notices/deliver';
import type { Pacing } from '../../outbox/sending/sender';
import { DAY, iso, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { mendSeats } from './mend-seats';
import { sweepWhenDue } from './sweep';

/** How long the clock looks after an event that is over, and how far ahead it looks. */
const BEHIND = 3 * DAY;
const AHEAD = 400 * DAY;
/** A postponed event without a new date keeps its old one, for a while. */
const POSTPONED_BEHIND = 180 * DAY;

/**
 * One tick of the clock: releases quotas past their deadline, mends seats, creates deliveries that are missing
 * or newly due, and sends. A step that fails does not stop the others; the next tick tries it again.
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
  await step('deliver', () => deliver(world, pacing));
};

const eventsToTend = async (world: World, now: number): Promise<EventInList[]> => {
  const all = await listAll(world, { from: iso(now - POSTPONED_BEHIND), to: iso(now + AHEAD) });
  return all.filter((e) => e.status !== 'draft' && (e.status === 'postponed' || ms(e.endsAt) > now - BEHIND));
};
