import type { FC } from 'hono/jsx';
import type { EventInList } from '../../../functions/events/event/event';
import { showCount } from '../../../functions/platform/text/count';
import { capitalised } from '../../../functions/platform/text/text';
import { localMonth } from '../../../functions/platform/time/dates';
import { longDate, span } from '../../../functions/platform/time/format-date';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { monthAfter, monthName } from '../events/parts/months';
import { daysWords, STATUS, seatWords } from '../events/parts/words';
import { MonthTable } from './month-table';

interface MonthProps {
  month: string;
  events: readonly EventInList[];
  now: number;
  /** The event because of which the calendar opened on a later month than this. */
  next?: EventInList;
}

/** A month of events: a table on a desk, a plain list on a phone. */
export const Month: FC<MonthProps> = ({ month, events, now, next }) => {
  const inMonth = events.filter((e) => localMonth(e.startsAt) <= month && localMonth(e.endsAt) >= month);
  return (
    <section aria-labelledby="lich">
      <div class="month-head">
        <h2 id="lich">{monthName(month, now)}</h2>
        <nav aria-label="Chọn tháng">
          <a href={monthPath(monthAfter(month, -1))}>‹ {monthName(monthAfter(month, -1), now)}</a>{' '}
          <a href={monthPath(monthAfter(month, 1))}>{monthName(monthAfter(month, 1), now)} ›</a>
        </nav>
        <p class="soft">
          {next && (
            <>
              Sắp tới: <a href={routes.consoleEvent(next.id)}>{next.title}</a>, {daysWords(next, now)}
              <br />
            </>
          )}
          {sumWords(inMonth)}
        </p>
      </div>
      <MonthTable month={month} events={events} now={now} />
      <MonthList events={inMonth} />
    </section>
  );
};

const monthPath = (month: string) => `${withQuery(routes.console(), { [QUERY.month]: month })}#lich`;

/** `3 lớp, hội nghị · 80 trên 120 chỗ đã giữ · 4 người chờ` */
const sumWords = (events: readonly EventInList[]): string => {
  const published = events.filter((e) => e.status === 'published');
  const sum = (count: (e: EventInList) => number) => published.reduce((total, e) => total + count(e), 0);
  const waiting = sum((e) => e.seats.waiting);
  return [
    events.length === 0 ? 'Chưa có lớp, hội nghị nào' : `${showCount(events.length)} lớp, hội nghị`,
    published.length > 0 &&
      `${showCount(sum((e) => e.seats.held))} trên ${showCount(sum((e) => e.seats.size))} chỗ đã giữ`,
    waiting > 0 && `${showCount(waiting)} người chờ`,
  ]
    .filter(Boolean)
    .join(' · ');
};

const MonthList: FC<{ events: readonly EventInList[] }> = ({ events }) => (
  <div class="month-list">
    {events.length === 0 ? (
      <p class="empty">Tháng này chưa có lớp, hội nghị nào.</p>
    ) : (
      <ul>
        {events.map((e) => (
          <li>
            <a href={routes.consoleEvent(e.id)}>{e.title}</a>
            <br />
            <span class="soft" title={capitalised(longDate(e.startsAt))}>
              {capitalised(span(e.startsAt, e.endsAt))} · {seatWords(e.seats)}
            </span>{' '}
            {e.status !== 'published' && <span class={STATUS[e.status].tag}>{STATUS[e.status].word}</span>}
          </li>
        ))}
      </ul>
    )}
  </div>
);
