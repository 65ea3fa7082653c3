import { officialDeadline, officialSpan } from '../../../functions/documents/official';
import type { Event } from '../../../functions/events/event/event';
import type { Kind } from '../../../functions/events/event/event-input';
import { venueWith } from '../../../functions/events/event/place';
import { capitalised } from '../../../functions/platform/text/text';
import { MINUTE, ms, vietnamese } from '../../../functions/platform/time/dates';
import { clockTime, dayAndMonth, longDate, span } from '../../../functions/platform/time/format-date';
import { copy, type Language } from '../../copy/copy';
import { viOn } from '../../vietnamese';

/** The colour of a kind's tag; the tag also contains the word. */
export const KIND_TAG: Record<Kind, string> = {
  training: 'tag',
  forum: 'tag lotus',
  conference: 'tag sky',
  contest: 'tag grey',
};

/** The title in the reader's language if there is one, and the language that it is in. */
export const titleIn = (event: Pick<Event, 'title' | 'titleEn'>, language: Language) =>
  language === 'en' && event.titleEn
    ? { title: event.titleEn, lang: undefined }
    : { title: event.title, lang: viOn(language) };

/** When it takes place, as letters write it: for units and bodies. */
export const officialWhen = (
  { startsAt, endsAt }: Pick<Event, 'startsAt' | 'endsAt'>,
  language: Language,
): string =>
  language === 'vi' ? capitalised(officialSpan(startsAt, endsAt)) : span(startsAt, endsAt, language);

/** A deadline as letters write it: for units and bodies. */
export const officialUntil = (at: string, language: Language): string =>
  language === 'vi' ? officialDeadline(at) : deadlineWords(at, language);

/** A deadline as people say it: `hết thứ Sáu, 04/06/2021` where it is a day's end, else with its time. */
export const deadlineWords = (at: string, language: Language, short = false): string => {
  const t = copy(language).events;
  const say = (time: string | number) => (short ? dayAndMonth(time, language) : longDate(time, language));
  const v = vietnamese(at);
  if (v.hour === 23 && v.minute === 59) return t.endOf(say(at));
  if (v.hour === 0 && v.minute === 0) return t.endOf(say(ms(at) - MINUTE));
  return t.before(clockTime(at), say(at));
};

/** Where it takes place, short enough for a card. */
export const placeWords = (
  event: Pick<Event, 'mode' | 'venue' | 'placeName'>,
  language: Language,
): string => {
  const t = copy(language).events;
  if (event.mode === 'online') return t.onlineOnly;
  const place = venueWith(event.venue, event.placeName);
  return event.mode === 'both' ? t.orOnline(place) : place;
};

/** An event in a line, as a link to it shows it: what became of it, kind, time, place. */
export const inBrief = (event: Event, language: Language): string => {
  const t = copy(language).events;
  const off = event.status === 'cancelled' || event.status === 'postponed';
  return [
    off && t[event.status as 'cancelled' | 'postponed'],
    t.kinds[event.kind],
    event.undated ? t.postponedThen : capitalised(span(event.startsAt, event.endsAt, language)),
    placeWords(event, language),
  ]
    .filter(Boolean)
    .join(' · ');
};
