import { missing, Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Event, type EventStatus, eventsTable } from './event';

const CONFLICT = {
  draft: 'event-draft',
  published: 'event-already-published',
  postponed: 'event-postponed',
  cancelled: 'event-cancelled',
} as const satisfies Record<EventStatus, string>;

/**
 * The event, if a transition may start from its status and the editor read its latest version.
 * @param expected.version left out where the caller acts on the event whatever its latest edit says
 * @throws Problem missing `event-missing`, stale `event-changed`, or a conflict that names the status
 */
export const mustBeIn = (
  event: Event | undefined,
  { version, from }: { version?: number; from: readonly EventStatus[] },
): Event => {
  if (!event) throw missing('event');
  if (version !== undefined && event.version !== version) throw changedMeanwhile(event);
  if (!from.includes(event.status)) throw new Problem('conflict', CONFLICT[event.status]);
  return event;
};

/** Another editor was first: the caller must read the event again. */
export const changedMeanwhile = ({ version }: Event): Problem =>
  new Problem('stale', 'event-changed', { version });

/**
 * Writes a change of an event that was read, on condition that its version and its status are as read. A rise
 * of `turn`, `schedule` or `link` is dated.
 * @throws Problem stale `event-changed` where another editor was first, missing `event-missing`
 */
export const changeEvent = async (world: World, read: Event, set: Partial<Event>): Promise<Event> => {
  // One moment for all of it: new dates that come with a resumption are told with it.
  const now = iso(world.now());
  const written = await world.db.updateIf(
    eventsTable,
    { pk: read.id, sk: 'event' },
    nextVersion(read.version, {
      set: {
        ...set,
        // People who registered before these moments are told of the change; people who came later know.
        ...(set.turn !== undefined && { turnAt: now }),
        ...(set.schedule !== undefined && set.schedule !== read.schedule && { scheduleAt: now }),
        ...(set.link !== undefined && { linkAt: now }),
        ...(isPublic(read) &&
          set.startsAt !== undefined &&
          set.startsAt !== read.startsAt && { movedAt: now }),
        updatedAt: now,
      },
      if: '#status = :was',
      names: { '#status': 'status' },
      values: { ':was': read.status },
      returns: 'ALL_NEW',
    }),
  );
  if (written.ok) return written.item!;
  throw written.found ? changedMeanwhile(written.found) : missing('event');
};

const isPublic = ({ shelf }: Event): boolean => shelf === 'public';

const TIME_AND_PLACE = ['startsAt', 'endsAt', 'mode', 'venue', 'venueAddress', 'placeUnitId'] as const;
type TimeAndPlace = Pick<Event, (typeof TIME_AND_PLACE)[number]>;

/** Whether people must be told that time or place are different. */
export const hasMoved = (before: TimeAndPlace, after: TimeAndPlace): boolean =>
  TIME_AND_PLACE.some((name) => before[name] !== after[name]);
