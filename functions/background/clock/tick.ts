import type { EventInList } from '../../events/event/event';
import { tendImports } from '../../events/imports/tend';
import { tendLegalLinks } from '../../library/legal-links/check';
import { tendBroadcasts } from '../../notices/broadcasts/work';
import { deliver } from '../../notices/deliver';
import { backlog } from '../../outbox/deliveries/backlog';
import { followHold } from '../../outbox/deliveries/hold';
import type { Pacing } from '../../outbox/sending/sender';
import { measure } from '../../platform/world/measure';
import type { World } from '../../platform/world/world';
import { tendForgettings } from '../../privacy/forget';
import { tendRefusals } from '../../privacy/refuse';
import { tendRetention } from '../../privacy/retention/tend';
import { eventsToTend } from './events-to-tend';
import { lookAfterEvents, type RunStep } from './look-after';
import { tendInquiries } from './tend-inquiries';

/** How long one tick sends mail: less than a minute, so that the next tick does not wait for a long queue. */
export const SENDING_MS = 45_000;

/** Of the time that is left: for the mail that waits, and then for the events. The rest is for what they bring. */
const MAIL_FIRST = 1 / 2;
const EVENTS = 2 / 3;
/** Once a day it deletes what has been kept long enough: the mail of what the events have brought is not behind it. */
const RETENTION = 1 / 2;

const partOf = (world: World, pacing: Pacing | undefined, part: number): Pacing | undefined => {
  if (pacing?.until === undefined) return pacing;
  return { ...pacing, until: world.now() + Math.max(0, pacing.until - world.now()) * part };
};

/**
 * One tick of the clock: sends what is due, releases quotas past their deadline, mends seats, creates deliveries that
 * are missing or newly due, wakes imports and messages to groups that stopped, deletes what has been kept long enough, checks
 * links to law, and sends again. A step that fails does not stop the others; the next tick tries it again.
 */
export const runClock = async (world: World, pacing?: Pacing): Promise<void> => {
  const step: RunStep = async (what, act) => {
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
  // Mail first: however long the events take, it is not behind them.
  await step('held', () => followHold(world));
  await step('deliver', () => deliver(world, partOf(world, pacing, MAIL_FIRST)));
  const until = partOf(world, pacing, EVENTS)?.until ?? Number.POSITIVE_INFINITY;
  await lookAfterEvents(world, events, { step, until });
  await step('imports', () => tendImports(world));
  await step('broadcasts', () => tendBroadcasts(world));
  await step('inquiries', () => tendInquiries(world));
  await step('retention', () => tendRetention(world, partOf(world, pacing, RETENTION)));
  await step('refusals', () => tendRefusals(world));
  await step('privacy', () =>
    tendForgettings(world, partOf(world, pacing, MAIL_FIRST)?.until ?? Number.POSITIVE_INFINITY),
  );
  await step('legal-links', () => tendLegalLinks(world, partOf(world, pacing, MAIL_FIRST)));
  // What the events have brought.
  await step('deliver', () => deliver(world, pacing));
  // Last: a tick that never gets here is an alarm, too.
  await step('measure', async () => measure(world, await backlog(world)));
};
