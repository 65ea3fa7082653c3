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
/** More events are not asked one by one; the page says so. */
export const MOST_ASKED = 40;

/** The published events that are still to begin, however many. */
export const toCome = (world: World, events: readonly EventInList[]): EventInList[] =>
  events.filter((e) => e.status === 'published' && e.startsAt > iso(world.now()));

/** The nearest of them, which are asked one by one. */
export const live = (world: World, events: readonly EventInList[]) =>
  toCome(world, events).slice(0, MOST_ASKED);

/** An event that may be outside the coming weeks; one that is gone leaves the other things to do alone. */
export const further = (world: World, eventId: string | undefined): Promise<Event | undefined> | undefined =>
  eventId ? getEvent(world, eventId).catch(() => undefined) : undefined;
