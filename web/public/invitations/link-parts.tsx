import type { Child, FC } from 'hono/jsx';
import { readOffice } from '../../../functions/documents/office';
import { placeOf } from '../../../functions/events/event/place';
import { oldDateOf } from '../../../functions/events/invitations/answer-deadline';
import { joinsOnline } from '../../../functions/events/invitations/online-link';
import type { OtherInvitation, Readable } from '../../../functions/events/invitations/read';
import { letterOf } from '../../../functions/events/letters/letter';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { shortDate } from '../../../functions/platform/time/format-date';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { officialUntil, officialWhen, titleIn } from '../../parts/events/event-words';
import { isAnswered } from '../../parts/invitations/answer';
import { Row } from '../../parts/invitations/answer-view';
import { LetterView } from '../../parts/invitations/letter-view';
import { outdatedOf } from '../../parts/invitations/outdated';
import { QUERY } from '../../query';
import { routes } from '../../routes';
import { here } from '../../ui/layout';
import { Say, Vi, viOn } from '../../vietnamese';
import { tokenOf } from './opened';

interface ShownProps {
  c: Page;
  shown: Readable;
}

/** The invitation in facts: addressee, time, place, seats, the day to answer by, the contact. */
export const Invited: FC<ShownProps> = ({ c, shown: { invitation, event } }) => {
  const language = c.get('language');
  const t = copy(language).invitations;
  const contact = { name: event.contactName, phone: event.contactPhone };
  return (
    <dl class="summary">
      <Row name={t.to} lang={viOn(language)}>
        {invitation.bodyName}
      </Row>
      <Row name={t.when}>{event.undated ? t.undated : officialWhen(event, language)}</Row>
      <Row name={t.where}>
        {event.mode === 'online' ? (
          t.online
        ) : event.mode === 'both' ? (
          <Say language={language} words={copy(language).events.orOnline}>
            {placeOf(event)}
          </Say>
        ) : (
          <Vi language={language}>{placeOf(event)}</Vi>
        )}
      </Row>
      {joinsOnline(invitation, event) && (
        <Row name={t.join}>
          {event.onlineUrl ? (
            <a href={event.onlineUrl} rel="noopener noreferrer">
              {event.onlineUrl}
            </a>
          ) : (
            t.joinLater
          )}
        </Row>
      )}
      {invitation.seatsOffered > 0 && <Row name={t.seats}>{t.seatsOffered(invitation.seatsOffered)}</Row>}
      <Row name={t.respondBy}>
        {event.undated ? t.respondByLater : officialUntil(invitation.respondBy, language)}
      </Row>
      <Row name={t.contact}>
        <Vi language={language}>{contact.name}</Vi>,{' '}
        <a class="nowrap" href={`tel:${dialPhone(contact.phone)}`}>
          {showPhone(contact.phone)}
        </a>
      </Row>
    </dl>
  );
};

/** The letter as it was sent, with its files above it. */
export const LetterSent: FC<ShownProps> = async ({ c, shown: { invitation, event } }) => {
  const world = c.get('world');
  const t = copy(c.get('language')).invitations;
  const token = tokenOf(c);
  return (
    <>
      <p class="actions">
        {invitation.signedLetter && (
          <a class="btn plain" href={routes.invitationLetter(token, invitation.id)}>
            {t.signed}
          </a>
        )}
        {event.status !== 'cancelled' && !event.undated && (
          <a href={routes.invitationCalendar(token, invitation.id)}>{t.calendar}</a>
        )}
        {event.shelf === 'public' && <a href={here(c, routes.event(event.id))}>{t.eventPage}</a>}
      </p>
      <h2>{t.letter}</h2>
      {outdatedOf(invitation, event).length > 0 && invitation.issuedAt && (
        <p class="soft">{t.letterOutdated(shortDate(invitation.issuedAt))}</p>
      )}
      <LetterView letter={letterOf(await readOffice(world), event, invitation, world.now())} />
      {!invitation.signedLetter && <p class="soft">{t.unsigned}</p>}
    </>
  );
};

/** An answer that is in force is read first and changed on purpose. */
export const Answering: FC<{ collapsed: boolean; label: string; children?: Child }> = ({
  collapsed,
  label,
  children,
}) =>
  collapsed ? (
    <details>
      <summary>{label}</summary>
      {children}
    </details>
  ) : (
    <div>{children}</div>
  );

interface MovedProps extends ShownProps {
  /** Gives the same answer for the new date; none where the link takes no answer. */
  confirm: Child;
}

/** The body answered for the date before the event moved: it confirms by one click, or answers anew. */
export const MovedSince: FC<MovedProps> = ({ c, shown: { invitation, event }, confirm }) => {
  const t = copy(c.get('language')).invitations;
  const old = oldDateOf(invitation, event);
  if (!old || event.undated || event.status === 'cancelled') return null;
  return (
    <div class="notice lotus">
      <p>
        <strong>{t.movedFrom(shortDate(old))}</strong>
      </p>
      <p>{invitation.answer?.answer === 'accepted' ? t.movedYes : t.movedNo}</p>
      <p>
        {t.newDate}: <strong>{officialWhen(event, c.get('language'))}</strong>
      </p>
      {confirm}
    </div>
  );
};

/** What the reader must know first: the answer was recorded, or answers are not taken any more. */
export const State: FC<ShownProps> = ({ c, shown: { invitation, event, open } }) => {
  const language = c.get('language');
  const t = copy(language).invitations;
  if (event.status === 'cancelled')
    return (
      <div class="notice lotus">
        <p>
          <strong>{t.cancelled}</strong>
        </p>
        {event.reason && <p lang={viOn(language)}>{event.reason}</p>}
        <p>{t.cancelledThen}</p>
      </div>
    );
  return (
    <>
      {event.status === 'postponed' && (
        <div class="notice lotus">
          <p>
            <strong>{t.postponed}</strong>
          </p>
          {event.reason && <p lang={viOn(language)}>{event.reason}</p>}
          <p>
            {event.undated ? t.postponedThen : t.postponedTo} {isAnswered(invitation) && t.answerKept}
          </p>
        </div>
      )}
      {!open && (
        <div class="notice">
          <p>
            <strong>{t.closed}</strong>
          </p>
          {!isAnswered(invitation) && <p>{t.none}</p>}
          <p>
            <Say language={language} words={t.closedThen}>
              {event.contactName}
            </Say>{' '}
            <a class="nowrap" href={`tel:${dialPhone(event.contactPhone)}`}>
              {showPhone(event.contactPhone)}
            </a>
          </p>
        </div>
      )}
      {open && invitation.answer && c.req.query(QUERY.sent) !== undefined && (
        <div class="notice" role="status">
          <p>
            <strong>
              {invitation.answer.answer === 'saved' ? t.draftSaved : t.recorded[invitation.answer.answer]}
            </strong>
          </p>
          <p>{invitation.answer.answer === 'saved' ? t.draftSavedThen : t.recordedThen}</p>
        </div>
      )}
    </>
  );
};

/** The other events that the body is invited to: each has a letter with a link of its own. */
export const Others: FC<{ c: Page; others: readonly OtherInvitation[] }> = ({ c, others }) => {
  const language = c.get('language');
  const t = copy(language).invitations;
  const { help } = c.get('world').settings;
  if (others.length === 0) return null;
  return (
    <>
      <h2>{t.others}</h2>
      <ul>
        {others.map((event) => (
          <li>
            <strong lang={titleIn(event, language).lang}>{titleIn(event, language).title}</strong>
            <br />
            {event.undated ? t.undated : officialWhen(event, language)}
          </li>
        ))}
      </ul>
      <p>
        {t.othersThen}{' '}
        <a class="nowrap" href={`tel:${dialPhone(help.phone)}`}>
          {showPhone(help.phone)}
        </a>
      </p>
    </>
  );
};
