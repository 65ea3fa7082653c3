import type { Child, FC } from 'hono/jsx';
import type { EventInList } from '../../../functions/events/event/event';
import { DAY, localDate, ms, vietnamese } from '../../../functions/platform/time/dates';
import { clockTime, moment } from '../../../functions/platform/time/format-date';
import { copy, type Language } from '../../copy/copy';
import type { Page } from '../../env';
import { type EventState, eventState, takesNames } from '../../parts/events/event-state';
import { deadlineWords, KIND_TAG, titleIn } from '../../parts/events/event-words';
import { Place } from '../../parts/events/place';
import { routes } from '../../routes';
import { here } from '../../ui/layout';
import { Say } from '../../vietnamese';

/** `Thứ Ba – Tư`: the days of the week that an event spans. */
const weekdays = (from: number, to: number, language: Language): string => {
  const names = copy(language).shared.weekdays;
  const [first, last] = [names[from]!, names[to]!];
  if (language === 'en') return `${first.slice(0, 3)} – ${last.slice(0, 3)}`;
  // Where the column is too narrow, the line breaks at the dash, not within a day's name.
  return `${first} – ${last.replace(/^Thứ /, '')}`.replace(/ (?!–)(?=\S+( –|$))(?<!– )/g, '\u00a0');
};

/** The day in large figures, as on a calendar's leaf. */
const DayBlock: FC<{ event: EventInList; language: Language }> = ({ event, language }) => {
  const [from, to] = [vietnamese(event.startsAt), vietnamese(event.endsAt)];
  const names = copy(language).shared.weekdays;
  if (localDate(event.startsAt) === localDate(event.endsAt))
    return (
      <div class="when">
        {names[from.weekday]} <b>{from.day}</b> {clockTime(event.startsAt)}–{clockTime(event.endsAt)}
      </div>
    );
  const days = Math.round((ms(localDate(event.endsAt)) - ms(localDate(event.startsAt))) / DAY) + 1;
  const end = from.month === to.month ? `${to.day}` : `${to.day}/${to.month}`;
  return (
    <div class="when">
      <span class="days">{weekdays(from.weekday, to.weekday, language)}</span>{' '}
      <b class="range">
        {from.day}–{end}
      </b>{' '}
      {copy(language).events.days(days)}
    </div>
  );
};

/** What a card says of its seats: one strong line, one soft one. */
const seatWords = (event: EventInList, state: EventState, language: Language): [string, Child?] => {
  const t = copy(language).events;
  const { registrationClosesAt: closes } = event;
  const ask = (
    <Say language={language} words={t.ask}>
      {event.contactName}
    </Say>
  );
  switch (state) {
    case 'open':
      return [
        t.left(event.seats.size - event.seats.held),
        closes && t.deadline(deadlineWords(closes, language, true)),
      ];
    case 'full':
      return [t.full, t.waiting(event.seats.waiting)];
    case 'nomination':
      return [t.nomination, ask];
    case 'invitation':
      return [t.invitation, ask];
    case 'not-yet':
      return [t.notYet, t.opens(moment(event.registrationOpensAt!, language))];
    case 'postponed':
      return [t.postponed, t.postponedThen];
    case 'cancelled':
      return [t.cancelled, t.cancelledThen];
    default:
      return [t[state]];
  }
};

/** One event of the list. The whole card leads to the event; its button, if it has one, to the form. */
export const EventCard: FC<{ c: Page; event: EventInList }> = ({ c, event }) => {
  const language = c.get('language');
  const t = copy(language).events;
  const state = eventState(event, c.get('world').now(), event.seats.size - event.seats.held);
  const { title, lang } = titleIn(event, language);
  const [strong, soft] = seatWords(event, state, language);
  const off = state === 'cancelled' || state === 'postponed';
  const verb = state === 'open' ? t.register : t.joinQueue;
  return (
    <article class={off ? 'card event-card off' : 'card event-card'}>
      <DayBlock event={event} language={language} />
      <div>
        <h3>
          <a href={here(c, routes.event(event.id))} lang={lang}>
            {title}
          </a>
        </h3>
        <p class="soft">
          <Place event={event} language={language} />
        </p>
        <span class={KIND_TAG[event.kind]}>{t.kinds[event.kind]}</span>
        {off && <span class={state === 'cancelled' ? 'tag stop' : 'tag sun'}>{t[state]}</span>}
      </div>
      <div class="go">
        {!off && <strong>{strong}</strong>} {soft && <span class="soft small">{soft}</span>}{' '}
        {takesNames(state) ? (
          <a
            class={state === 'open' ? 'btn' : 'btn plain'}
            href={here(c, routes.register(event.id))}
            aria-label={`${verb}: ${title}`}
          >
            {verb}
          </a>
        ) : (
          // The title is the link; a second one to the same page would only be one more stop for the keyboard.
          <span class="btn plain" aria-hidden="true">
            {t.open}
          </span>
        )}
      </div>
    </article>
  );
};
