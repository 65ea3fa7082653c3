import type { World } from '../../../platform/world/world';
import type { Event } from '../../event/event';
import { type ActiveRegistration, activeRegistrations } from '../../registrations/active';
import type { OnSystem } from './people';

/**
 * The active registrations of an event that a list may speak of, with what tells them apart. People whom a unit's link
 * nominated are its own: an organizer's list that leaves them out does not mean it.
 * @param isMeant by the id of the unit, and that of the body
 */
export const registeredIn = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  isMeant: (of: Pick<ActiveRegistration, 'unitId' | 'bodyId'>) => boolean,
): Promise<OnSystem[]> => {
  const found: OnSystem[] = [];
  for await (const r of activeRegistrations(world, event)) {
    if (r.channel === 'nomination' || !isMeant(r)) continue;
    const { id, fullName, phone, unitId, bodyId, yearOfBirth, channel } = r;
    const place = unitId ?? bodyId ?? '';
    found.push({ id, fullName, phone, place, yearOfBirth, byList: channel === 'list' });
  }
  return found;
};
