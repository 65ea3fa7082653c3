import type { FC } from 'hono/jsx';
import { daysOf } from '../../../../functions/events/event/days';
import type { Event } from '../../../../functions/events/event/event';
import { showCount } from '../../../../functions/platform/text/count';
import { capitalised } from '../../../../functions/platform/text/text';
import { instant } from '../../../../functions/platform/time/dates';
import { longDate } from '../../../../functions/platform/time/format-date';
import type { Page } from '../../../env';
import { type Asked, addressOf, SHOWN, type Shown } from './asked';

interface WaysProps {
  c: Page;
  event: Event;
  asked: Asked;
}

export const Days: FC<WaysProps> = ({ c, event, asked }) => {
  const days = daysOf(event);
  if (days.length < 2) return null;
  return (
    <nav aria-label="Ngày">
      <p class="tags">
        {days.map((day, i) => (
          <>
            {i > 0 && ' · '}
            <a
              href={addressOf(c, event, { ...asked, day: i + 1, meant: false })}
              aria-current={asked.day === i + 1 ? 'page' : undefined}
            >
              {asked.day === i + 1 ? (
                <strong>{capitalised(longDate(instant(day)!))}</strong>
              ) : (
                capitalised(longDate(instant(day)!))
              )}
            </a>
          </>
        ))}
      </p>
    </nav>
  );
};

/** How many of the expected people have come, in figures and as a bar. */
export const Progress: FC<WaysProps & { came: number; expected: number }> = ({
  c,
  event,
  asked,
  came,
  expected,
}) => (
  <>
    <p class="big">
      <strong>{showCount(came)}</strong> trên {showCount(expected)} người đã đến
    </p>
    <progress class="came" value={came} max={Math.max(1, expected)} aria-label="Số người đã đến" />
    <nav aria-label="Ai">
      <p class="tags">
        {(Object.keys(SHOWN) as Shown[]).map((shown, i) => (
          <>
            {i > 0 && ' · '}
            <a
              href={addressOf(c, event, { ...asked, shown })}
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
