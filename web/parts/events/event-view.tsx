import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import type { Session } from '../../../functions/events/event/event-input';
import { placeOf } from '../../../functions/events/event/place';
import { markdown } from '../../../functions/platform/text/markdown';
import { capitalised } from '../../../functions/platform/text/text';
import { localDate } from '../../../functions/platform/time/dates';
import { clockTime, longDate, moment, span } from '../../../functions/platform/time/format-date';
import { copy, type Language } from '../../copy/copy';
import { Say, Vi, viOn } from '../../vietnamese';
import { KIND_TAG, titleIn } from './event-words';
import { type EventProps, RegisterCard } from './register-card';

const Row: FC<{ name: string; lang?: 'vi' | undefined; children?: Child }> = ({ name, lang, children }) => (
  <div>
    <dt>{name}</dt>
    <dd lang={lang}>{children}</dd>
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
      <Vi language={language}>{placeOf(event)}</Vi>
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
            {days.length > 1 && <h3>{struck(capitalised(longDate(ofDay[0]!.startsAt, language)))}</h3>}
            <ol class="agenda">
              {ofDay.map((s) => (
                <li>
                  <b>{struck(clockTime(s.startsAt))}</b>{' '}
                  {language === 'en' && s.topicEn ? s.topicEn : <Vi language={language}>{s.topic}</Vi>}
                  {(s.speaker || s.room) && (
                    <div class="soft small" lang={viOn(language)}>
                      {[s.speaker, s.room].filter(Boolean).join(' · ')}
                    </div>
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

/** That a published event is on another day than it was, for those who have the old one in mind. */
const Moved: FC<{ event: Event; language: Language }> = ({ event, language }) => {
  const { status, formerStartsAt, movedAt, startsAt, reason } = event;
  const t = copy(language).events;
  if (status !== 'published' || !movedAt || !formerStartsAt || formerStartsAt === startsAt) return null;
  return (
    <div class="notice lotus">
      <p>{t.movedFrom(moment(formerStartsAt, language))}</p>
      {reason && (
        <p>
          <Say language={language} words={t.reason}>
            {reason}
          </Say>
        </p>
      )}
    </div>
  );
};

/** Kind, title, what became of the event, the summary, when and where. */
const Head: FC<{ event: Event; language: Language }> = async ({ event, language }) => {
  const t = copy(language).events;
  const { title, lang } = titleIn(event, language);
  const summary = (language === 'en' && event.summaryEn) || event.summary;
  const summaryLang = event.summaryEn ? undefined : viOn(language);
  const off = event.status === 'cancelled' || event.status === 'postponed';
  return (
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
          {event.reason && (
            <p>
              <Say language={language} words={t.reason}>
                {event.reason}
              </Say>
            </p>
          )}
        </div>
      )}
      <Moved event={event} language={language} />
      {summary && (
        <div class="markdown" lang={summaryLang}>
          {raw(await markdown(summary))}
        </div>
      )}
      <dl class="summary">
        <Row name={t.when}>
          {event.undated ? (
            <>
              <s>{capitalised(span(event.startsAt, event.endsAt, language))}</s>
              <br />
              {t.postponedThen}
            </>
          ) : (
            capitalised(span(event.startsAt, event.endsAt, language))
          )}
        </Row>
        <Row name={t.where}>
          <Where event={event} language={language} />
        </Row>
      </dl>
    </div>
  );
};

/** What to know before coming, and the programme. */
const More: FC<{ event: Event; language: Language }> = ({ event, language }) => {
  const t = copy(language).events;
  const lang = viOn(language);
  return (
    <div>
      <dl class="summary">
        {event.audience && (
          <Row name={t.audience} lang={lang}>
            {event.audience}
          </Row>
        )}
        {event.bring && (
          <Row name={t.bring} lang={lang}>
            {event.bring}
          </Row>
        )}
        {event.lunch && (
          <Row name={t.lunch} lang={lang}>
            {event.lunch}
          </Row>
        )}
        {event.travel && (
          <Row name={t.travel} lang={lang}>
            {event.travel}
          </Row>
        )}
        {event.lead && (
          <Row name={t.leadBody} lang={lang}>
            {event.lead.name}
          </Row>
        )}
        {event.coordinating.length > 0 && (
          <Row name={t.coordinating} lang={lang}>
            {event.coordinating.map((b) => b.name).join(', ')}
          </Row>
        )}
      </dl>
      {event.sessions.length > 0 && (
        <Agenda sessions={event.sessions} former={event.undated} language={language} />
      )}
    </div>
  );
};

/**
 * All that the public may know of one event: its page, and the console's preview of it. The online link is
 * not part of it.
 */
export const EventView: FC<EventProps> = (props) => {
  const language = props.c.get('language');
  return (
    <article class="two">
      <Head event={props.event} language={language} />
      <RegisterCard {...props} />
      <More event={props.event} language={language} />
    </article>
  );
};
