import type { World } from '../../../platform/world/world';
import type { Event } from '../../event/event';
import { type ActiveRegistration, activeRegistrations } from '../../registrations/active';
import type { OnSystem } from './people';

interface Meant {
  /** By the id of the unit, and that of the body. */
  isMeant(of: Pick<ActiveRegistration, 'unitId' | 'bodyId'>): boolean;
  /** Who has one of these may be a person of the list, wherever they belong. */
  phones: ReadonlySet<string>;
}

/**
 * The active registrations of an event that a list may speak of, with what tells them apart. People whom a unit's link
 * nominated are its own: an organizer's list that leaves them out does not mean it.
 */
export const registeredIn = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  { isMeant, phones }: Meant,
): Promise<OnSystem[]> => {
  const found: OnSystem[] = [];
  for await (const r of activeRegistrations(world, event)) {
    const isThere = isMeant(r);
    if (r.channel === 'nomination' || !(isThere || phones.has(r.phone))) continue;
    const { id, fullName, phone, unitId, bodyId, yearOfBirth, channel } = r;
    const place = unitId ?? bodyId ?? '';
    const byList = channel === 'list' && isThere;
    found.push({ id, fullName, phone, place, yearOfBirth, byList });
  }
  return found;
};
