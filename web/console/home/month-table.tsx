import type { FC } from 'hono/jsx';
import type { EventInList } from '../../../functions/events/event/event';
import { showCount } from '../../../functions/platform/text/count';
import { DAY, localDate } from '../../../functions/platform/time/dates';
import { routes } from '../../routes';
import { monthName, weeksOf } from '../events/parts/months';
import { STATUS } from '../events/parts/words';

/** Which day of an event a date is, from 1; 0 where it is none of its days. */
const dayOf = (e: EventInList, date: string): number => {
  const [from, to] = [localDate(e.startsAt), localDate(e.endsAt)];
  return date < from || date > to ? 0 : Math.round((Date.parse(date) - Date.parse(from)) / DAY) + 1;
};

const linkClass = (e: EventInList) =>
  e.status === 'draft' ? 'draft' : e.status === 'cancelled' ? 'off' : e.kind;

const DAYS = [
  ['T2', 'Thứ Hai'],
  ['T3', 'Thứ Ba'],
  ['T4', 'Thứ Tư'],
  ['T5', 'Thứ Năm'],
  ['T6', 'Thứ Sáu'],
  ['T7', 'Thứ Bảy'],
  ['CN', 'Chủ nhật'],
] as const;

interface MonthTableProps {
  month: string;
  events: readonly EventInList[];
  now: number;
}

/** A month's events as a desk shows them: a table of weeks. */
export const MonthTable: FC<MonthTableProps> = ({ month, events, now }) => {
  const today = localDate(now);
  return (
    <div class="month-table">
      <table class="month">
        <caption class="hidden-label">Lịch {monthName(month, now)}</caption>
        <thead>
          <tr>
            {DAYS.map(([short, long]) => (
              <th scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr>
              {week.map((date) => (
                <td
                  class={date === today ? 'today' : date.startsWith(month) ? undefined : 'out'}
                  aria-current={date === today ? 'date' : undefined}
                >
                  <time datetime={date}>{Number(date.slice(8))}</time>
                  {events.map((event) => (
                    <EventOnDay event={event} date={date} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The event as one of its days shows it: how full on the first day, then which day it is. */
const EventOnDay: FC<{ event: EventInList; date: string }> = ({ event, date }) => {
  const day = dayOf(event, date);
  if (day === 0) return null;
  return (
    <a href={routes.consoleEvent(event.id)} class={linkClass(event)}>
      {event.title}{' '}
      <span class="small">
        {day > 1
          ? `(ngày ${day})`
          : event.status === 'published'
            ? `${showCount(event.seats.held)}/${showCount(event.seats.size)}`
            : `(${STATUS[event.status].word.toLowerCase()})`}
      </span>
    </a>
  );
};
