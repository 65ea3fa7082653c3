import type { Event } from '../../../../functions/events/event/event';
import type { AnyEventRoom } from '../../../../functions/events/event/room';
import { Problem, STATUS } from '../../../../functions/platform/problem/problem';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { type EventState, eventState } from '../../../parts/events/event-state';
import { freeSeats } from '../../../parts/events/shared-seats';
import { routes } from '../../../routes';
import { keepNever } from '../../../ui/cache';
import { messageOf } from '../../../ui/form';
import { here } from '../../../ui/layout';
import { Say } from '../../../vietnamese';
import { publicEvent } from '../../events/public-event';
import { AboutEvent, CallContact } from './about-event';
import { manyHere } from './many-here';
import { type Asked, askWhichPerson } from './which-person';

/** Whether the event takes names now. */
export const stateOf = (c: Page, event: Event, room: AnyEventRoom): EventState =>
  eventState(event, c.get('world').now(), freeSeats(event, room));

/** Why an event takes no names, by its state. */
const CLOSED: Partial<Record<EventState, string>> = {
  cancelled: 'event-cancelled',
  postponed: 'event-postponed',
  past: 'registration-closed',
  underway: 'registration-closed',
  closed: 'registration-closed',
  'not-yet': 'registration-not-open',
  nomination: 'by-nomination-only',
  invitation: 'by-invitation-only',
};

const closed = (c: Page, event: Event, code: string, status: 200 | 403 | 409) => {
  const language = c.get('language');
  const { registrations: t, events } = copy(language);
  keepNever(c);
  return c.html(
    <AboutEvent c={c} event={event} title={t.closed}>
      <h1>{t.closed}</h1>
      <p>
        <Say language={language} words={(contact) => messageOf(language, { code, detail: { contact } })}>
          {event.contactName}
        </Say>
      </p>
      <CallContact c={c} event={event} />
      <p>
        <a class="btn plain" href={here(c, routes.event(event.id))}>
          {events.open}
        </a>
      </p>
    </AboutEvent>,
    status,
  );
};

/** Why registering is not possible now, and the person to call. */
export const closedPage = (c: Page, event: Event, state: EventState, status: 200 | 409) =>
  closed(c, event, CLOSED[state]!, status);

/** The person is registered under this name and phone. Their code is not shown: others know these too. */
const alreadyRegistered = (c: Page, event: Event) => {
  const t = copy(c.get('language')).registrations;
  return c.html(
    <AboutEvent c={c} event={event} title={t.alreadyTitle}>
      <div class="form">
        <h1>{t.alreadyTitle}</h1>
        <p>{t.already}</p>
        <p class="actions">
          <a class="btn" href={here(c, routes.review())}>
            {t.reviewTitle}
          </a>
          <a class="btn plain" href={here(c, routes.forgotCode())}>
            {t.forgot}
          </a>
        </p>
        <CallContact c={c} event={event} />
      </div>
    </AboutEvent>,
    409,
  );
};

/** Refusals that have a page of their own. */
const PAGES = ['already-registered', 'other-person', 'work-needed'];

/**
 * Refusals with a page of their own, instead of the form with a message above it.
 * @throws the error again if the form should be shown with it
 */
export const refusalPage = async (c: Page, error: unknown, asked: Asked): Promise<Response> => {
  if (!(error instanceof Problem)) throw error;
  const isClosed = Object.values(CLOSED).includes(error.code);
  if (!isClosed && !PAGES.includes(error.code)) throw error;
  const { event } = await publicEvent(c.get('world'), c.req.param('id')!);
  keepNever(c);
  if (error.code === 'already-registered') return alreadyRegistered(c, event);
  if (error.code === 'work-needed') return manyHere(c, event, { ...asked, detail: error.detail });
  if (error.code === 'other-person') return askWhichPerson(c, event, asked);
  return closed(c, event, error.code, STATUS[error.kind] as 403 | 409);
};
