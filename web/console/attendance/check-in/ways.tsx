import type { FC } from 'hono/jsx';
import { daysOf } from '../../../../functions/events/event/days';
import type { Event } from '../../../../functions/events/event/event';
import { instant } from '../../../../functions/platform/time/dates';
import { longDate } from '../../../../functions/platform/time/format-date';
import { type Asked, addressOf, SHOWN, type Shown } from './asked';

export const Days: FC<{ event: Event; asked: Asked }> = ({ event, asked }) => {
  const days = daysOf(event);
  if (days.length < 2) return null;
  return (
    <nav aria-label="Ngày">
      <p class="tags">
        {days.map((day, i) => (
          <>
            {i > 0 && ' · '}
            <a
              href={addressOf(event.id, { ...asked, day: i + 1 })}
              aria-current={asked.day === i + 1 ? 'page' : undefined}
            >
              {asked.day === i + 1 ? <strong>{longDate(instant(day)!)}</strong> : longDate(instant(day)!)}
            </a>
          </>
        ))}
      </p>
    </nav>
  );
};

/** How many of the expected people have come, in figures and as a bar. */
export const Progress: FC<{ event: Event; asked: Asked; came: number; expected: number }> = ({
  event,
  asked,
  came,
  expected,
}) => (
  <>
    <p class="big">
      <strong>{came}</strong> trên {expected} người đã đến
    </p>
    <progress class="came" value={came} max={Math.max(1, expected)} aria-label="Số người đã đến" />
    <nav aria-label="Ai">
      <p class="tags">
        {(Object.keys(SHOWN) as Shown[]).map((shown, i) => (
          <>
            {i > 0 && ' · '}
            <a
              href={addressOf(event.id, { ...asked, shown })}
              aria-current={asked.shown === shown ? 'page' : undefined}
            >
              {asked.shown === shown ? <strong>{SHOWN[shown]}</strong> : SHOWN[shown]}
            </a>
          </>
        ))}
      </p>
    </nav>
  </>
);
