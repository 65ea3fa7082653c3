import { dayNow, daysOf } from '../../../../functions/events/event/days';
import type { Event } from '../../../../functions/events/event/event';
import type { Page } from '../../../env';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';

export const SHOWN = { tat: 'Tất cả', chua: 'Chưa đến', roi: 'Đã đến' } as const;
export type Shown = keyof typeof SHOWN;

/** What the address asks for. */
export interface Asked {
  day: number;
  search: string;
  shown: Shown;
  page: number;
}

export const shownIn = (word = ''): Shown => (word in SHOWN ? (word as Shown) : 'tat');

/** @param typedDay the day of a form that is shown again */
export const askedOf = (c: Page, event: Event, typedDay: string | undefined): Asked => {
  const day = Number(typedDay ?? c.req.query(QUERY.day));
  return {
    day:
      Number.isInteger(day) && day >= 1 && day <= daysOf(event).length
        ? day
        : dayNow(event, c.get('world').now()),
    search: (c.req.query(QUERY.search) ?? '').slice(0, 100),
    shown: shownIn(c.req.query(QUERY.shown)),
    page: Math.max(1, Math.floor(Number(c.req.query(QUERY.page))) || 1),
  };
};

export const addressOf = (eventId: string, { day, search, shown }: Partial<Asked>, just?: string) =>
  withQuery(routes.consoleCheckIn(eventId), {
    [QUERY.day]: day ? String(day) : undefined,
    [QUERY.search]: search,
    [QUERY.shown]: shown === 'tat' ? undefined : shown,
    [QUERY.checkedIn]: just,
  });
