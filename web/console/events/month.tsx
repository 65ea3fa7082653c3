import type { FC } from 'hono/jsx';
import type { EventInList } from '../../../functions/events/event/event';
import { DAY, instant, localDate, localMonth, ms, vietnamese } from '../../../functions/platform/time/dates';
import { longDate, span } from '../../../functions/platform/time/format-date';
import { routes } from '../../routes';
import { daysWords, STATUS, seatWords } from './words';

/** The days of a month's weeks, Monday first, as `2026-12-03`; the edges belong to the neighbours. */
export const weeksOf = (month: string): string[][] => {
  const first = ms(instant(`${month}-01`)!);
  const monday = first - ((vietnamese(first).weekday + 6) % 7) * DAY;
  const weeks: string[][] = [];
  for (let at = monday; weeks.length === 0 || localMonth(at) === month; at += 7 * DAY)
    weeks.push(Array.from({ length: 7 }, (_, i) => localDate(at + i * DAY)));
  return weeks;
};

export const monthAfter = (month: string, by: 1 | -1): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const n = year * 12 + number - 1 + by;
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
};

export const monthName = (month: string, now: number): string => {
  const [year, number] = month.split('-') as [string, string];
  return year === localDate(now).slice(0, 4) ? `Tháng ${Number(number)}` : `Tháng ${Number(number)}/${year}`;
};

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

interface MonthProps {
  month: string;
  events: readonly EventInList[];
  now: number;
  /** For whose sake the calendar opened on a later month than this. */
  next?: EventInList;
}

/** A month of events: a table on a desk, a plain list on a phone. */
export const Month: FC<MonthProps> = ({ month, events, now, next }) => {
  const today = localDate(now);
  const inMonth = events.filter((e) => localMonth(e.startsAt) <= month && localMonth(e.endsAt) >= month);
  const standing = inMonth.filter((e) => e.status === 'published');
  const sum = (count: (e: EventInList) => number) => standing.reduce((total, e) => total + count(e), 0);
  const waiting = sum((e) => e.seats.waiting);
  const go = (to: string) => `${routes.console()}?thang=${to}#lich`;
  return (
    <section aria-labelledby="lich">
      <div class="month-head">
        <h2 id="lich">{monthName(month, now)}</h2>
        <nav aria-label="Chọn tháng">
          <a href={go(monthAfter(month, -1))}>‹ {monthName(monthAfter(month, -1), now)}</a>{' '}
          <a href={go(monthAfter(month, 1))}>{monthName(monthAfter(month, 1), now)} ›</a>
        </nav>
        <p class="soft">
          {next && (
            <>
              Sắp tới: <a href={routes.consoleEvent(next.id)}>{next.title}</a>, {daysWords(next, now)}
              <br />
            </>
          )}
          {inMonth.length === 0 ? 'Chưa có lớp, hội nghị nào' : `${inMonth.length} lớp, hội nghị`}
          {standing.length > 0 &&
            ` · ${sum((e) => e.seats.held)} trên ${sum((e) => e.seats.size)} chỗ đã giữ`}
          {waiting > 0 && ` · ${waiting} người chờ`}
        </p>
      </div>
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
                    {events.map((e) => {
                      const day = dayOf(e, date);
                      return (
                        day > 0 && (
                          <a href={routes.consoleEvent(e.id)} class={linkClass(e)}>
                            {e.title}{' '}
                            <span class="small">
                              {day > 1
                                ? `(ngày ${day})`
                                : e.status === 'published'
                                  ? `${e.seats.held}/${e.seats.size}`
                                  : `(${STATUS[e.status].word.toLowerCase()})`}
                            </span>
                          </a>
                        )
                      );
                    })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="month-list">
        {inMonth.length === 0 ? (
          <p class="empty">Tháng này chưa có lớp, hội nghị nào.</p>
        ) : (
          <ul>
            {inMonth.map((e) => (
              <li>
                <a href={routes.consoleEvent(e.id)}>{e.title}</a>
                <br />
                <span class="soft" title={longDate(e.startsAt)}>
                  {span(e.startsAt, e.endsAt)} · {seatWords(e.seats)}
                </span>{' '}
                {e.status !== 'published' && (
                  <span class={STATUS[e.status].tag}>{STATUS[e.status].word}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
};
