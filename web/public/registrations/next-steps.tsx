import type { FC } from 'hono/jsx';
import { meetsOnline, onlineLink } from '../../../functions/events/registrations/online-link';
import { queuePlace } from '../../../functions/events/registrations/queue-place';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { Island } from '../../ui/island';
import { here } from '../../ui/layout';
import { type Own, ownPath } from './own/own';
import { isActive, mayChange, takesPlace } from './ticket';

interface NextStepsProps extends Own {
  c: Page;
  withdrawing?: boolean;
  /** Where the calendar file is, on a page without the reader's proof. */
  calendar?: string;
}

/** "Việc tiếp theo": what to do until the day, by the status of the registration. */
export const NextSteps: FC<NextStepsProps> = async ({ c, withdrawing = true, calendar, ...own }) => {
  const { registration: r, event } = own;
  const t = copy(c.get('language')).registrations;
  const active = isActive(r) && takesPlace(event);
  const waits = active && r.status !== 'confirmed';
  const seated = active && r.status === 'confirmed';
  const joins = seated && meetsOnline(r, event);
  const place = active ? await queuePlace(c.get('world'), r) : undefined;
  const withdraw = <a href={ownPath(c, own, routes.withdraw())}>{t.withdraw}</a>;
  const file = calendar ?? ownPath(c, own, routes.ownCalendar());
  return (
    <>
      <h2>{t.next}</h2>
      <ul class="steps">
        {place !== undefined && (
          <li>
            <b>{t.queuePlace(place)}</b>
          </li>
        )}
        {!takesPlace(event) && <li>{t.doNotCome}</li>}
        {seated && event.undated && <li>{t.noDateYet}</li>}
        {active && r.status === 'waitlisted' && <li>{t.queueNote}</li>}
        {active && r.status === 'pending' && <li>{t.pendingNote}</li>}
        {joins && <li>{onlineLink(r, event) ? t.joinOnline : t.joinOnlineLater}</li>}
        {active && <li>{waits || joins ? t.keepCodeWait : t.keepCode}</li>}
        {withdrawing && mayChange(r, event, c.get('world').now()) && (
          <li class="no-print">
            {waits ? t.noLongerNeeded : t.cannotCome} {withdraw}
            {waits ? '.' : t.cannotComeThen}
          </li>
        )}
        {r.how === 'moved' && !isActive(r) && <li>{t.movedNote}</li>}
        {!isActive(r) && r.how !== 'moved' && event.status === 'published' && (
          <li class="no-print">
            <a href={here(c, routes.event(event.id))}>{t.registerAgain}</a>
          </li>
        )}
        {r.status === 'confirmed' && event.status === 'published' && (
          <li class="no-print">
            <a href={file}>{t.addToCalendar}</a>
          </li>
        )}
        {(!isActive(r) || !takesPlace(event) || event.undated) && (
          <li class="no-print">
            <a href={file}>{t.removeFromCalendar}</a>
          </li>
        )}
        {active && (
          <li data-print hidden>
            <button type="button" class="linklike">
              {t.print}
            </button>
          </li>
        )}
        <li>
          <a href={`tel:${dialPhone(event.contactPhone)}`}>
            {t.call} <span class="nowrap">{showPhone(event.contactPhone)}</span>
          </a>
        </li>
      </ul>
      <Island name="print" />
    </>
  );
};
