import type { EventInList } from '../../events/event/event';
import { listAll } from '../../events/event/list';
import { BEFORE } from '../../platform/input/fields';
import { DAY, iso, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';

/** How long the clock looks after an event that is over. */
const BEHIND = 3 * DAY;
/** A postponed event without a new date keeps its old one, for a while. So does one that was cancelled then. */
const POSTPONED_BEHIND = 180 * DAY;
const MAY_HAVE_AN_OLD_DATE: ReadonlySet<EventInList['status']> = new Set(['postponed', 'cancelled']);

/** The events that the clock looks after at `now` (milliseconds): every one that is to come, however far ahead. */
export const eventsToTend = async (world: World, now: number): Promise<EventInList[]> => {
  const all = await listAll(world, { from: iso(now - POSTPONED_BEHIND), to: BEFORE });
  return all.filter(
    (e) => e.status !== 'draft' && (MAY_HAVE_AN_OLD_DATE.has(e.status) || ms(e.endsAt) > now - BEHIND),
  );
};
