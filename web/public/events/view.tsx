import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import type { Session } from '../../../functions/events/event/event-input';
import { placeOf } from '../../../functions/events/event/place';
import { markdown } from '../../../functions/platform/text/markdown';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { iso, localDate } from '../../../functions/platform/time/dates';
import { clockTime, longDate, moment, span } from '../../../functions/platform/time/format-date';
import { isWaitedFor, type Room, seatsIn } from '../../../functions/seats/ledger/room';
import { copy, type Language } from '../../copy/copy';
import type { Page } from '../../env';
import { eventState } from '../../parts/events/event-state';
import { deadlineWords, KIND_TAG, titleIn } from '../../parts/events/event-words';
import { routes } from '../../routes';
import { here } from '../../ui/layout';

/** The pools that anybody may sit in, by the event's way of meeting. */
const sharedPools = (event: Event): ('open' | 'online')[] =>
  event.mode === 'both' ? ['open', 'online'] : event.mode === 'online' ? ['online'] : ['open'];

/** Seats of a shared pool; what somebody waits for is not free. */
const poolSeats = (room: Room, pool: string) => {
  const { size, free } = seatsIn(room, pool);
  return { pool, size, free: isWaitedFor(room, pool) ? 0 : free };
};

export const sharedSeats = (event: Event, room: Room) =>
  sharedPools(event)
    .map((pool) => poolSeats(room, pool))
    .filter((p) => p.size > 0);

const Row: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const mapLink = (event: Event): string =>
  event.mapUrl ?? `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(placeOf(event))}`;

const Where: FC<{ event: Event; language: Language }> = ({ event, language }) => {
  const t = copy(language).events;
  if (event.mode === 'online')
    return (
      <>
        {t.onlineOnly}
        <br />
        <span class="soft small">{t.onlineLink}</span>
      </>
    );
  return (
    <>
      {placeOf(event)}
      {' ('}
      <a href={mapLink(event)} rel="noopener">
        {t.map}
      </a>
      )
      {event.mode === 'both' && (
        <>
          <br />
          <span class="soft small">{t.onlineToo}</span>
        </>
      )}
    </>
  );
};

const Agenda: FC<{ sessions: readonly Session[]; former?: boolean; language: Language }> = ({
  sessions,
  former,
  language,
}) => {
  const t = copy(language).events;
  const struck = (words: string) => (former ? <s>{words}</s> : words);
  const days = [...new Set(sessions.map((s) => localDate(s.startsAt)))].sort();
  return (
    <>
      <h2>{t.agenda}</h2>
      {former && <p class="soft">{t.agendaFormer}</p>}
      {days.map((day) => {
        const ofDay = sessions
          .filter((s) => localDate(s.startsAt) === day)
          .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
        return (
          <>
            {days.length > 1 && <h3>{struck(longDate(ofDay[0]!.startsAt, language))}</h3>}
            <ol class="agenda">
              {ofDay.map((s) => (
                <li>
                  <b>{struck(clockTime(s.startsAt))}</b>{' '}
                  {language === 'en' && s.topicEn ? s.topicEn : s.topic}
                  {(s.speaker || s.room) && (
                    <div class="soft small">{[s.speaker, s.room].filter(Boolean).join(' · ')}</div>
                  )}
                </li>
              ))}
            </ol>
          </>
        );
      })}
    </>
  );
};

/** Seats left, the deadline and the one thing to do, by where the event stands. */
const Registering: FC<{ c: Page; event: Event; room: Room; preview?: boolean }> = ({
  c,
  event,
  room,
  preview,
}) => {
  const language = c.get('language');
  const t = copy(language).events;
  const pools = sharedSeats(event, room);
  const free = pools.reduce((sum, p) => sum + p.free, 0);
  const size = pools.reduce((sum, p) => sum + p.size, 0);
  const state = eventState(event, c.get('world').now(), free);
  // A draft has no form yet: its preview shows the button without a place to go.
  const form = preview && event.status === 'draft' ? undefined : here(c, routes.register(event.id));
  const poolList = pools.length > 1 && (
    <ul class="plain-list soft">
      {pools.map((p) => (
        <li>
          {p.pool === 'online' ? t.online : t.hall}: {t.poolLeft(p.free, p.size)}
        </li>
      ))}
    </ul>
  );
  const deadline = event.registrationClosesAt && (
    <p class="soft">{t.deadline(deadlineWords(event.registrationClosesAt, language))}</p>
  );
  switch (state) {
    case 'open':
      return (
        <>
          <h2>{t.left(free)}</h2>
          {poolList || <p class="soft">{t.seatsOf(size)}</p>}
          {deadline}
          <a class="btn wide" href={form}>
            {t.registerLong}
          </a>
          <p class="soft small">{event.approval ? t.approval : t.effort}</p>
        </>
      );
    case 'full':
      return (
        <>
          <h2>{t.full}</h2>
          {poolList}
          <p class="soft">{t.waiting(event.seats.waiting)}</p>
          {deadline}
          <a class="btn plain wide" href={form}>
            {t.joinQueue}
          </a>
          <p class="soft small">{t.waitEffort}</p>
        </>
      );
    case 'not-yet':
      return (
        <>
          <h2>{t.notYet}</h2>
          <p>{t.opens(moment(event.registrationOpensAt!, language))}</p>
          {size > 0 && <p class="soft">{t.left(free)}</p>}
        </>
      );
    case 'nomination':
      return (
        <>
          <h2>{t.nomination}</h2>
          <p>{t.nominationThen(event.contactName)}</p>
        </>
      );
    case 'invitation':
      return (
        <>
          <h2>{t.invitation}</h2>
          <p>{t.invitationThen(event.contactName)}</p>
        </>
      );
    case 'postponed':
      return (
        <>
          <h2>{t.postponed}</h2>
          <p>{t.postponedThen}</p>
        </>
      );
    case 'closed':
      return (
        <>
          <h2>{t.closed}</h2>
          <p>{t.closedThen}</p>
        </>
      );
    default:
      return <h2>{t[state]}</h2>;
  }
};

/**
 * Everything that the public may know of one event: its page, and the console's preview of it. The
 * online link is not among it.
 */
export const EventView: FC<{ c: Page; event: Event; room: Room; preview?: boolean }> = async ({
  c,
  event,
  room,
  preview,
}) => {
  const language = c.get('language');
  const t = copy(language).events;
  const { title, lang } = titleIn(event, language);
  const summary = (language === 'en' && event.summaryEn) || event.summary;
  const summaryLang = language === 'en' && !event.summaryEn ? 'vi' : undefined;
  const off = event.status === 'cancelled' || event.status === 'postponed';
  const over = event.endsAt <= iso(c.get('world').now());
  return (
    <article class="two">
      <div class="first">
        <p class="tags">
          <span class={KIND_TAG[event.kind]}>{t.kinds[event.kind]}</span>
          {event.status === 'cancelled' && <span class="tag stop">{t.cancelled}</span>}
          {event.status === 'postponed' && <span class="tag sun">{t.postponed}</span>}
        </p>
        <h1 lang={lang}>{title}</h1>
        {off && (
          <div class="notice lotus">
            <p>{event.status === 'cancelled' ? t.cancelledLong : t.postponedLong}</p>
            {event.reason && <p>{t.reason(event.reason)}</p>}
          </div>
        )}
        {summary && (
          <div class="markdown" lang={summaryLang}>
            {raw(await markdown(summary))}
          </div>
        )}
        <dl class="summary">
          <Row name={t.when}>
            {event.undated ? (
              <>
                <s>{span(event.startsAt, event.endsAt, language)}</s>
                <br />
                {t.postponedThen}
              </>
            ) : (
              span(event.startsAt, event.endsAt, language)
            )}
          </Row>
          <Row name={t.where}>
            <Where event={event} language={language} />
          </Row>
        </dl>
      </div>
      <aside class="card register-card" aria-label={t.registration}>
        <Registering c={c} event={event} room={room} preview={preview} />
        <hr />
        <p>
          <a class="tap" href={`tel:${dialPhone(event.contactPhone)}`}>
            {t.call} <span class="nowrap">{showPhone(event.contactPhone)}</span>
          </a>
          <br />
          <span class="soft small">{event.contactName}</span>
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
      <div>
        <dl class="summary">
          {event.audience && <Row name={t.audience}>{event.audience}</Row>}
          {event.bring && <Row name={t.bring}>{event.bring}</Row>}
          {event.lunch && <Row name={t.lunch}>{event.lunch}</Row>}
          {event.travel && <Row name={t.travel}>{event.travel}</Row>}
          {event.lead && <Row name={t.leadBody}>{event.lead.name}</Row>}
          {event.coordinating.length > 0 && (
            <Row name={t.coordinating}>{event.coordinating.map((b) => b.name).join(', ')}</Row>
          )}
        </dl>
        {event.sessions.length > 0 && (
          <Agenda sessions={event.sessions} former={event.undated} language={language} />
        )}
      </div>
    </article>
  );
};
