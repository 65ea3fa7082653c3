import type { Event } from '../events/event';
import type { Registration } from './registration';

/** The online room's address, for whoever holds a seat there and for nobody else. Pure. */
export const onlineLink = (
  r: Pick<Registration, 'status' | 'online'>,
  event: Pick<Event, 'mode' | 'status' | 'onlineUrl'>,
): string | undefined => {
  const seated = r.status === 'confirmed' && (r.online || event.mode === 'online');
  return seated && event.status !== 'cancelled' ? event.onlineUrl : undefined;
};
