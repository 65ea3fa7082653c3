import type { EventInList } from '../../events/event/event';
import { getEvent } from '../../events/event/get';
import { listAll } from '../../events/event/list';
import { summarise } from '../../events/event/summarise';
import { rescheduleInvitations } from '../../events/invitations/reschedule';
import { releaseExpiredQuotas } from '../../events/nominations/release';
import { deliver, type Pacing } from '../../notices/deliver';
import { REMINDING, reminderAt } from '../../notices/occasions/occasions';
import { tellEverybody } from '../../notices/tell-all';
import { noticesTable } from '../../outbox/deliveries/delivery';
import type { Table } from '../../platform/store/table';
import { DAY, HOUR, iso, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { reconcile } from '../../seats/protocol/reconcile';

/** How long an event stays under the clock's eyes after its last day, and before its first. */
const BEHIND = 3 * DAY;
const AHEAD = 400 * DAY;
/** A postponed event without a date may stand at its old one for a while. */
const POSTPONED_BEHIND = 180 * DAY;
/** Whatever the streams lost is found within this. */
export const SWEEP_EVERY = HOUR;

/** When an event was last looked through for notices missing, and as what it stood then. */
interface Sweep {
  pk: 'sweep';
  sk: string;
  at: number;
  state: string;
  by?: string;
}
const sweeps = noticesTable as Table<unknown> as Table<Sweep>;

/**
 * One tick of the clock: seats mended, quotas past their deadline released, notices that are missing or
 * newly due written, what is due sent. Each step fails for itself; the next tick tries again.
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
    const all = await listAll(world, { from: iso(now - POSTPONED_BEHIND), to: iso(now + AHEAD) });
    events = all.filter(
      (e) => e.status !== 'draft' && (e.status === 'postponed' || ms(e.endsAt) > now - BEHIND),
    );
  });
  for (const event of events) {
    if (ms(event.endsAt) > now) await step('quotas', () => releaseExpiredQuotas(world, event.id));
    // After its end too: only then do its seats stop.
    await step('seats', () => mendSeats(world, event));
    await step('notices', () => sweepWhenDue(world, event.id));
  }
  await step('deliver', () => deliver(world, pacing));
};

/** Whoever lost their seat and finds none again is shown to the organizer, through the event's summary. */
const mendSeats = async (world: World, { id, seats }: EventInList): Promise<void> => {
  const { unseated } = await reconcile(world, id);
  if (unseated.length === (seats.unseated ?? 0)) return;
  world.log({
    what: 'confirmed-without-seat',
    level: unseated.length ? 'error' : 'info',
    event: id,
    count: unseated.length,
    registrations: unseated.join(' '),
  });
  await summarise(world, id, undefined, unseated.length);
};

/** Looks an event through once an hour, and at once when it changed or its reminders fall due. */
const sweepWhenDue = async (world: World, eventId: string): Promise<void> => {
  const now = world.now();
  const event = await getEvent(world, eventId);
  const state = [
    event.status,
    event.turn,
    event.schedule,
    event.link ?? 0,
    now >= reminderAt(event, REMINDING) ? 'remind' : '',
    now >= ms(event.startsAt) ? 'begun' : '',
    now >= ms(event.endsAt) ? 'over' : '',
  ].join(' ');
  const last = await world.db.get(sweeps, { pk: 'sweep', sk: eventId });
  if (last && last.state === state && now - last.at < SWEEP_EVERY) return;
  await sweep(world, eventId);
  await world.db.put(sweeps, { pk: 'sweep', sk: eventId, at: now, state });
};

/** Derives everything that is due about one event anew, whatever the streams did or did not bring. */
export const sweep = async (world: World, eventId: string): Promise<number> => {
  const event = await getEvent(world, eventId);
  // A request that moved the event may have died before the invitations followed.
  await rescheduleInvitations(world, event);
  const { written, waiting } = await tellEverybody(world, event);
  await summarise(world, eventId, waiting);
  if (written) world.log({ what: 'notices-found-missing', event: eventId, count: written });
  return written;
};
