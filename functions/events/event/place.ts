import { inSentence } from '../../directory/units/words';
import { matches } from '../../platform/text/text';
import type { Event } from './event';

/** The venue and the parts that its name does not contain: `UBND huyện Gò Quao` needs no `huyện Gò Quao` after it. */
export const venueWith = (venue: string | undefined, ...more: (string | undefined)[]): string => {
  const parts = venue ? [venue] : [];
  for (const part of more) {
    const name = part?.replace(/^(Tỉnh|Thành phố|Huyện|Xã|Phường|Thị trấn) /i, '');
    if (part && name && !matches(parts.join(' '), name)) parts.push(parts.length ? inSentence(part) : part);
  }
  return parts.join(', ');
};

/** Where people must go, for letters, calendars and pages. Empty for an event that is only online. */
export const placeOf = (event: Pick<Event, 'venue' | 'venueAddress' | 'placeName'>): string =>
  venueWith(event.venue, event.venueAddress, event.placeName);

/** Whether people join online and the link is still missing. Publishing does not wait for it. */
export const lacksOnlineLink = (event: Pick<Event, 'mode' | 'onlineUrl'>): boolean =>
  event.mode !== 'in-person' && !event.onlineUrl;
