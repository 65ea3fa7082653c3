import type { Event } from '../../events/event/event';
import { getEvent } from '../../events/event/get';
import { summarise } from '../../events/event/summarise';
import { seatAllDelegates } from '../../events/invitations/delegates';
import { rescheduleInvitations } from '../../events/invitations/reschedule';
import { remindNominators } from '../../events/nominations/due/remind';
import { createDueDeliveriesOfEvent } from '../../notices/due-deliveries-of-event';
import { REMINDING, reminderAt } from '../../notices/occasions/occasion';
import { noticesTable } from '../../outbox/deliveries/notices-table';
import { table } from '../../platform/store/table';
import { HOUR, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';

/** When the clock last swept a thing for missing notices (ms), and which state it saw. */
interface Sweep {
  pk: 'sweep';
  sk: string;
  at: number;
  state: string;
  by?: string;
}
const sweeps = table<Sweep>(noticesTable);

/** What the streams lost is found within this time. */
export const SWEEP_EVERY = HOUR;

/** Sweeps an event once an hour, and at once when it changed or its reminders fall due. */
export const sweepWhenDue = async (world: World, eventId: string): Promise<void> => {
  const now = world.now();
  const state = stateOf(await getEvent(world, eventId), now);
  const last = await world.db.get(sweeps, { pk: 'sweep', sk: eventId });
  if (last && last.state === state && now - last.at < SWEEP_EVERY) return;
  await sweep(world, eventId);
  await world.db.put(sweeps, { pk: 'sweep', sk: eventId, at: now, state });
};

/** Everything of an event that decides which notices are due. */
const stateOf = (event: Event, now: number): string =>
  [
    event.status,
    event.turn,
    event.schedule,
    event.link ?? 0,
    now >= reminderAt(event, REMINDING) ? 'remind' : '',
    now >= ms(event.startsAt) ? 'begun' : '',
    now >= ms(event.endsAt) ? 'over' : '',
  ].join(' ');

/** Creates every delivery that is due about one event, whatever the streams brought. @returns how many */
export const sweep = async (world: World, eventId: string): Promise<number> => {
  const event = await getEvent(world, eventId);
  // A request that moved the event may have died before the invitations followed.
  await rescheduleInvitations(world, event);
  await remindNominators(world, event);
  // The same of a request that took a body's answer.
  await seatAllDelegates(world, event);
  const { written, waiting } = await createDueDeliveriesOfEvent(world, event);
  await summarise(world, eventId, waiting);
  if (written) world.log({ what: 'notices-found-missing', event: eventId, count: written });
  return written;
};
