import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import type { AnyEventRoom } from '../../../functions/events/event/room';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { iso } from '../../../functions/platform/time/dates';
import { moment } from '../../../functions/platform/time/format-date';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { here } from '../../ui/layout';
import { Say, viOn } from '../../vietnamese';
import { type EventState, eventState } from './event-state';
import { deadlineWords } from './event-words';
import { sharedSeats } from './shared-seats';

export interface EventProps {
  c: Page;
  event: Event;
  room: AnyEventRoom;
  /** Before the event is published: the button leads nowhere. */
  preview?: boolean;
}

const Deadline: FC<EventProps> = ({ c, event }) => {
  const language = c.get('language');
  const { registrationClosesAt: closes } = event;
  return closes ? (
    <p class="soft">{copy(language).events.deadline(deadlineWords(closes, language))}</p>
  ) : null;
};

/** Hall and online apart, where the event is held both ways. */
const Pools: FC<EventProps & { otherwise?: Child }> = ({ c, event, room, otherwise = null }) => {
  const t = copy(c.get('language')).events;
  const pools = sharedSeats(event, room);
  if (pools.length < 2) return <>{otherwise}</>;
  return (
    <ul class="plain-list soft">
      {pools.map((p) => (
        <li>
          {p.pool === 'online' ? t.online : t.hall}: {t.poolLeft(p.free, p.size)}
        </li>
      ))}
    </ul>
  );
};

/** Seats left, the deadline, and the button that leads to the form. */
const TakesNames: FC<EventProps & { free: number; size: number; full: boolean }> = (props) => {
  const { c, event, preview, free, size, full } = props;
  const t = copy(c.get('language')).events;
  const form = preview && event.status === 'draft' ? undefined : here(c, routes.register(event.id));
  return full ? (
    <>
      <h2>{t.full}</h2>
      <Pools {...props} />
      <p class="soft">{t.waiting(event.seats.waiting)}</p>
      <Deadline {...props} />
      <a class="btn plain wide" href={form}>
        {t.joinQueue}
      </a>
      <p class="soft small">{t.waitEffort}</p>
    </>
  ) : (
    <>
      <h2>{t.left(free)}</h2>
      <Pools {...props} otherwise={<p class="soft">{t.seatsOf(size)}</p>} />
      <Deadline {...props} />
      <a class="btn wide" href={form}>
        {t.registerLong}
      </a>
      <p class="soft small">{event.approval ? t.approval : t.effort}</p>
    </>
  );
};

/** Why the event takes no names: a heading, and where there is more to say a sentence. */
const NoNames: FC<{ c: Page; event: Event; state: Exclude<EventState, 'open' | 'full' | 'not-yet'> }> = ({
  c,
  event,
  state,
}) => {
  const t = copy(c.get('language')).events;
  const more = {
    nomination: t.nominationThen,
    invitation: t.invitationThen,
    postponed: () => t.postponedThen,
    closed: () => t.closedThen,
    cancelled: undefined,
    past: undefined,
    underway: undefined,
  }[state];
  return (
    <>
      <h2>{t[state]}</h2>
      {more && (
        <p>
          <Say language={c.get('language')} words={more}>
            {event.contactName}
          </Say>
        </p>
      )}
    </>
  );
};

const Registering: FC<EventProps> = (props) => {
  const { c, event, room } = props;
  const language = c.get('language');
  const t = copy(language).events;
  const pools = sharedSeats(event, room);
  const free = pools.reduce((sum, p) => sum + p.free, 0);
  const size = pools.reduce((sum, p) => sum + p.size, 0);
  const state = eventState(event, c.get('world').now(), free);
  switch (state) {
    case 'open':
    case 'full':
      return <TakesNames {...props} free={free} size={size} full={state === 'full'} />;
    case 'not-yet':
      return (
        <>
          <h2>{t.notYet}</h2>
          <p>{t.opens(moment(event.registrationOpensAt!, language))}</p>
          {size > 0 && <p class="soft">{t.left(free)}</p>}
        </>
      );
    default:
      return <NoNames c={c} event={event} state={state} />;
  }
};

/** The card beside an event: registering, the person to call, the calendar, one's own registration. */
export const RegisterCard: FC<EventProps> = (props) => {
  const { c, event } = props;
  const t = copy(c.get('language')).events;
  const over = event.endsAt <= iso(c.get('world').now());
  return (
    <aside class="card register-card" aria-label={t.registration}>
      <Registering {...props} />
      <hr />
      <p>
        <a class="tap" href={`tel:${dialPhone(event.contactPhone)}`}>
          {t.call} <span class="nowrap">{showPhone(event.contactPhone)}</span>
        </a>
        <br />
        <span class="soft small" lang={viOn(c.get('language'))}>
          {event.contactName}
        </span>
      </p>
      {event.status !== 'cancelled' && !event.undated && !over && (
        <p class="no-print">
          <a class="tap" href={here(c, routes.eventCalendar(event.id))}>
            {t.addToCalendar}
          </a>
        </p>
      )}
      {!over && (
        <p class="no-print">
          <a class="tap" href={here(c, routes.review())}>
            {t.mine}
          </a>
        </p>
      )}
    </aside>
  );
};
