import { missing, Problem } from '../../platform/problem/problem';
import { Refused } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Event, type EventStatus, eventsTable } from './event';

/** What stands in the way of a change, in the order in which a person should hear it. */
export const objection = (
  event: Event | undefined,
  { version, from }: { version?: number; from: readonly EventStatus[] },
): Problem | undefined => {
  if (!event) return missing('event');
  if (version !== undefined && event.version !== version)
    return new Problem('stale', 'event-changed', { version: event.version });
  if (from.includes(event.status)) return undefined;
  if (event.status === 'cancelled') return new Problem('conflict', 'event-cancelled');
  if (event.status === 'draft') return new Problem('conflict', 'event-draft');
  if (event.status === 'postponed') return new Problem('conflict', 'event-postponed');
  return new Problem('conflict', 'event-already-published');
};

/**
 * Writes a change of an event that was read, on condition that nobody changed it since and that its
 * status is as read. The version rises by one; a rise of `turn`, `schedule` or `link` is dated.
 * @throws Problem `event-changed` where another editor was first
 */
export const changeEvent = async (world: World, read: Event, set: Partial<Event>): Promise<Event> => {
  // One moment for all of it: new dates that come with a resumption are told with it.
  const now = iso(world.now());
  try {
    const after = await world.db.update(
      eventsTable,
      { pk: read.id, sk: 'event' },
      {
        set: {
          ...set,
          // Whoever registered before these is told of the change; whoever came after knows.
          ...(set.turn !== undefined && { turnAt: now }),
          ...(set.schedule !== undefined && set.schedule !== read.schedule && { scheduleAt: now }),
          ...(set.link !== undefined && { linkAt: now }),
          version: read.version + 1,
          updatedAt: now,
        },
        if: '#version = :read AND #status = :was',
        names: { '#version': 'version', '#status': 'status' },
        values: { ':read': read.version, ':was': read.status },
        returns: 'ALL_NEW',
      },
    );
    return after as Event;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const found = error.found as unknown as Event | undefined;
    throw found ? new Problem('stale', 'event-changed', { version: found.version }) : missing('event');
  }
};

type Place = Pick<Event, 'startsAt' | 'endsAt' | 'mode' | 'venue' | 'venueAddress' | 'placeUnitId'>;

/** Whether people must be told that time or place are different. */
export const meetsElsewhere = (before: Place, after: Place): boolean =>
  (['startsAt', 'endsAt', 'mode', 'venue', 'venueAddress', 'placeUnitId'] as const).some(
    (name) => before[name] !== after[name],
  );
