import type { Event } from '../../events/event/event';
import { getEvent } from '../../events/event/get';
import { notePeople, summarise } from '../../events/event/summarise';
import { seatAllDelegates } from '../../events/invitations/delegates';
import { rescheduleInvitations } from '../../events/invitations/reschedule';
import { remindNominators } from '../../events/nominations/due/remind';
import { renewLeftCodes } from '../../events/nominations/renew-codes';
import { createDueDeliveriesOfEvent, STEP_MS } from '../../notices/due-deliveries-of-event';
import { beginRun, keepSweep, nextStep, type Sweep, sweepState } from '../../notices/sweep/resume';
import { HOUR } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';

/** What the streams lost is found within this time. */
export const SWEEP_EVERY = HOUR;

/** An event is swept once an hour, and at once when it changed or its reminders fall due. */
export const isSweepDue = (event: Event, last: Sweep | undefined, now: number): boolean =>
  !last || last.run !== undefined || last.state !== sweepState(event, now) || now - last.at >= SWEEP_EVERY;

/**
 * The next step of an event's sweep. Where it stands is written down after each step, so a sweep of 20,000 people goes on
 * in the next tick, and the other events have their turn in between.
 * @returns the sweep afterwards; with a `run` where more is to do
 */
export const sweepStep = async (world: World, event: Event, last: Sweep | undefined): Promise<Sweep> => {
  const now = world.now();
  const state = sweepState(event, now);
  const before = { at: last?.at ?? 0, state: last?.state ?? '' };
  const begun = last?.run?.state === state ? last.run : undefined;
  if (!begun?.mended) {
    // It may write to every invited body; where that took long, it was a step of its own.
    await mendEvent(world, event);
    const run = { ...(begun ?? beginRun(state)), mended: true };
    if (world.now() - now >= STEP_MS / 2) return keepSweep(world, event.id, { ...before, run });
  }
  const run = await nextStep(world, event, { ...(begun ?? beginRun(state)), mended: true });
  if (run.place) return keepSweep(world, event.id, { ...before, run });
  await summarise(world, event.id, run.waiting);
  await notePeople(world, event, run.people ?? 0);
  if (run.written) world.log({ what: 'notices-found-missing', event: event.id, count: run.written });
  return keepSweep(world, event.id, { at: now, state });
};

/** What a request that died may have left undone. */
const mendEvent = async (world: World, event: Event): Promise<void> => {
  // It moved the event, and the invitations did not follow.
  await rescheduleInvitations(world, event);
  await remindNominators(world, event);
  // It revoked a link.
  await renewLeftCodes(world, event);
  // It took a body's answer.
  await seatAllDelegates(world, event);
};

/** A whole sweep at once. */
export const sweep = async (world: World, eventId: string): Promise<void> => {
  const event = await getEvent(world, eventId);
  await mendEvent(world, event);
  const { waiting } = await createDueDeliveriesOfEvent(world, event);
  await summarise(world, eventId, waiting);
};
