import type { Event, EventInList } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { DAY, iso } from '../../../../functions/platform/time/dates';
import type { World } from '../../../../functions/platform/world/world';

/** One thing to do: by when, the verb in bold, about what, and the link that does it. */
export interface ToDo {
  /** An instant; what is past is due today. */
  due: string;
  verb: string;
  what: string;
  event?: EventInList;
  href: string;
  action: string;
  /** Stands before everything else. */
  first?: boolean;
  /** How many are to be called. */
  people?: number;
}

/**
 * Each noun names what it asks for; `events` are those of the coming weeks.
 * @param units an officer's area; absent for an organizer, who sees everything
 */
export type Provider = (
  world: World,
  events: readonly EventInList[],
  units?: ReadonlySet<string>,
) => Promise<ToDo[]>;

export const SOON = 7 * DAY;
/** More than this many events at once are not asked one by one. */
const MOST = 40;

export const live = (world: World, events: readonly EventInList[]) =>
  events.filter((e) => e.status === 'published' && e.startsAt > iso(world.now())).slice(0, MOST);

/** An event that may be outside the coming weeks; one that is gone leaves the other things to do alone. */
export const further = (world: World, eventId: string | undefined): Promise<Event | undefined> | undefined =>
  eventId ? getEvent(world, eventId).catch(() => undefined) : undefined;
