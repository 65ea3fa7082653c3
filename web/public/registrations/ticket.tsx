import type { FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import { isAhead } from '../../../functions/events/registrations/eligibility';
import { meetsOnline, onlineLink } from '../../../functions/events/registrations/online-link';
import { hasLeft, type Registration } from '../../../functions/events/registrations/registration';
import { showCode } from '../../../functions/platform/keys/ids';
import { capitalised } from '../../../functions/platform/text/text';
import { span } from '../../../functions/platform/time/format-date';
import { copy, type Language } from '../../copy/copy';
import type { Page } from '../../env';
import { titleIn } from '../../parts/events/event-words';
import { Place } from '../../parts/events/place';
import { Issuer } from '../../parts/registrations/issuer';
import { Qr } from '../../ui/qr';
import { Say, viOn } from '../../vietnamese';

export interface TicketProps {
  c: Page;
  registration: Registration;
  event: Event;
}

export const isActive = (r: Registration) => !hasLeft(r);

/** Correcting and cancelling end with the event. */
export const mayChange = (r: Registration, event: Event, now: number) => isActive(r) && isAhead(event, now);

/** A cancelled event has nothing to come to. */
export const takesPlace = (event: Event) => event.status !== 'cancelled';

const headingOf = (r: Registration, event: Event, language: Language): string => {
  const t = copy(language).registrations;
  if (isActive(r) && !takesPlace(event)) return t.eventCancelledHead;
  switch (r.status) {
    case 'confirmed':
      return t.held;
    case 'waitlisted':
      return t.queued;
    case 'pending':
      return t.pending;
    case 'declined':
      return t.declined;
    default:
      if (r.how === 'moved') return t.moved;
      return r.how === 'self' ? t.cancelled : t.cancelledByStaff;
  }
};

/** The registration as a slip to keep: name, code in groups and as a QR, event, time, place. */
export const Ticket: FC<TicketProps> = ({ c, registration: r, event }) => {
  const language = c.get('language');
  const { registrations: t, events } = copy(language);
  const { title, lang } = titleIn(event, language);
  const code = showCode(r.code);
  const stands = isActive(r) && takesPlace(event);
  return (
    <section class="ticket">
      <Issuer c={c} />
      <header class={stands && r.status === 'confirmed' ? undefined : stands ? 'wait' : 'ended'}>
        <h1>{headingOf(r, event, language)}</h1>
        <p lang={viOn(language)}>{[r.fullName, r.bodyName ?? r.unitName].filter(Boolean).join(' · ')}</p>
      </header>
      <div class="inside">
        <div>
          <span class="soft small">{t.code}</span>
          <p class="code">{code}</p>
          <b lang={lang}>{title}</b>
          <br />
          {event.undated ? events.postponedThen : capitalised(span(event.startsAt, event.endsAt, language))}
          <br />
          {meetsOnline(r, event) ? (
            events.online
          ) : (
            <Place event={{ ...event, mode: 'in-person' }} language={language} />
          )}
        </div>
        {stands && r.status === 'confirmed' && <Qr text={r.code} label={t.qr(code)} />}
      </div>
    </section>
  );
};

/** The address of the online room, for a person who has a seat there. */
export const OnlineLink: FC<TicketProps> = ({ c, registration: r, event }) => {
  const t = copy(c.get('language')).registrations;
  const url = onlineLink(r, event);
  if (!url) return null;
  return (
    <div class="notice">
      <p>
        <b>{t.onlineLink}:</b>{' '}
        <a href={url} rel="noopener noreferrer">
          {url}
        </a>
      </p>
      <p class="soft small">{t.onlineKeep}</p>
    </div>
  );
};

/** What the organizer decided about the event or the registration, in their words. */
export const TicketNews: FC<TicketProps> = ({ c, registration: r, event }) => {
  const language = c.get('language');
  const { registrations: t, events } = copy(language);
  const reason = (words: string) => (
    <Say language={language} words={events.reason}>
      {words}
    </Say>
  );
  const stopped =
    event.status === 'cancelled' ? t.eventCancelled : event.status === 'postponed' && t.eventPostponed;
  if (!stopped && !r.reason) return null;
  return (
    <div class="notice lotus">
      {stopped && (
        <p>
          <b>{stopped}</b> {event.reason && reason(event.reason)}
        </p>
      )}
      {r.reason && <p>{reason(r.reason)}</p>}
    </div>
  );
};
