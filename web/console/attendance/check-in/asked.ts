import { type DayNow, dayNow, daysOf } from '../../../../functions/events/event/days';
import type { Event } from '../../../../functions/events/event/event';
import { localDate } from '../../../../functions/platform/time/dates';
import type { Page } from '../../../env';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { type FormState, valueAt } from '../../../ui/form';

export const SHOWN = { tat: 'Tất cả', chua: 'Chưa đến', roi: 'Đã đến' } as const;
export type Shown = keyof typeof SHOWN;

/** What the address asks for. */
export interface Asked {
  day: number;
  /** Where the event stands now. */
  now: DayNow;
  /** The reader has said that the day is meant, although it is not the day of now. */
  meant: boolean;
  search: string;
  shown: Shown;
  page: number;
}

export const shownIn = (word = ''): Shown => (word in SHOWN ? (word as Shown) : 'tat');

/** The button of a form that was made for another day: record for today. */
export const TODAY = 'hom-nay';

/** Whether the day shown is the event's day of now. */
export const isToday = ({ day, now }: Pick<Asked, 'day' | 'now'>): boolean =>
  now.when === 'during' && now.day === day;

/** The date of now: what was meant on it is asked again on the next. */
export const meantNow = (c: Page): string => localDate(c.get('world').now());

/** @returns the day of the event, if it is one */
export const dayIn = (event: Event, typed: string | undefined): number | undefined => {
  const day = Number(typed);
  return Number.isInteger(day) && day >= 1 && day <= daysOf(event).length ? day : undefined;
};

/** @param form what was sent, where the page is shown again */
export const askedOf = (c: Page, event: Event, form: FormState): Asked => {
  const typed = (name: string) => valueAt(form, name) || c.req.query(name);
  const now = dayNow(event, c.get('world').now());
  return {
    now,
    day: (valueAt(form, TODAY) ? undefined : dayIn(event, typed(QUERY.day))) ?? now.day,
    meant: typed(QUERY.meant) === meantNow(c),
    search: (typed(QUERY.search) ?? '').slice(0, 100),
    shown: shownIn(typed(QUERY.shown)),
    page: Math.max(1, Math.floor(Number(c.req.query(QUERY.page))) || 1),
  };
};

/** Who was just recorded, and whether they had been before. */
interface Just {
  id: string;
  repeated?: boolean;
}

/**
 * The page as it is asked for. The day of now is not in the address: an address that is opened tomorrow shows
 * tomorrow's day.
 */
export const addressOf = (
  c: Page,
  event: Event,
  { day, search, shown, meant }: Partial<Asked>,
  just?: Just,
): string => {
  const now = dayNow(event, c.get('world').now());
  const another = day !== undefined && !isToday({ day, now }) && (now.when === 'during' || day !== now.day);
  return withQuery(routes.consoleCheckIn(event.id), {
    [QUERY.day]: another ? String(day) : undefined,
    [QUERY.meant]: meant ? meantNow(c) : undefined,
    [QUERY.search]: search,
    [QUERY.shown]: shown === 'tat' ? undefined : shown,
    [QUERY.checkedIn]: just?.id,
    [QUERY.repeated]: just?.repeated ? '1' : undefined,
  });
};
