import { inSentence } from '../../directory/units/words';
import { matches } from '../../platform/text/text';
import type { Event } from './event';

/** The venue with what it does not say itself: `UBND huyện Gò Quao` needs no `huyện Gò Quao` behind it. */
export const venueWith = (venue: string | undefined, ...more: (string | undefined)[]): string => {
  const parts = venue ? [venue] : [];
  for (const part of more) {
    const name = part?.replace(/^(Tỉnh|Thành phố|Huyện|Xã|Phường|Thị trấn) /i, '');
    if (part && name && !matches(parts.join(' '), name)) parts.push(parts.length ? inSentence(part) : part);
  }
  return parts.join(', ');
};

/** Where people must go, as a letter, a calendar and a page say it. Empty for what is only online. */
export const placeOf = (event: Pick<Event, 'venue' | 'venueAddress' | 'placeName'>): string =>
  venueWith(event.venue, event.venueAddress, event.placeName);

/** Whether people are to join online and nobody has said by which address. Publishing does not wait for it. */
export const lacksOnlineLink = (event: Pick<Event, 'mode' | 'onlineUrl'>): boolean =>
  event.mode !== 'in-person' && !event.onlineUrl;
