import { sameName } from '../../../platform/text/person-name';
import { folded } from '../../../platform/text/vietnamese';
import type { World } from '../../../platform/world/world';
import { areAtOnce } from '../../event/days';
import type { Event, EventInList } from '../../event/event';
import { getEvent } from '../../event/get';
import { listAll } from '../../event/list';

/** Another event at the same time, and what both of them need. */
export interface Clash {
  event: EventInList;
  hall: boolean;
  /** As this event names them. */
  speakers: string[];
}

/**
 * Events at the same time, drafts too, that need the same hall or speaker. Nothing is refused for it: a hall may hold
 * two classes, and two speakers may share a name.
 */
export const clashesOf = async (world: World, event: Event): Promise<Clash[]> => {
  if (event.undated || event.status === 'cancelled') return [];
  const found: Clash[] = [];
  for (const other of await listAll(world, { from: event.startsAt, to: event.endsAt })) {
    if (other.id === event.id || other.status === 'cancelled' || !areAtOnce(event, other)) continue;
    const whole = await getEvent(world, other.id);
    const clash = { event: other, hall: isSameHall(event, whole), speakers: speakersOfBoth(event, whole) };
    if (!whole.undated && (clash.hall || clash.speakers.length > 0)) found.push(clash);
  }
  return found;
};

const isSameHall = (a: Event, b: Event): boolean =>
  a.mode !== 'online' &&
  b.mode !== 'online' &&
  Boolean(a.venue && b.venue) &&
  folded(a.venue!) === folded(b.venue!) &&
  a.placeUnitId === b.placeUnitId;

/** The speakers of parts of the one that are at the same time as parts of the other with the same speaker. */
const speakersOfBoth = (a: Event, b: Event): string[] => {
  const both = a.sessions.filter(
    (s) =>
      s.speaker &&
      b.sessions.some((other) => other.speaker && sameName(s.speaker!, other.speaker) && areAtOnce(s, other)),
  );
  return [...new Set(both.map(({ speaker }) => speaker!))];
};
