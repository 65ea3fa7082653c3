import type { Child, FC } from 'hono/jsx';
import { calendarFile } from '../../../functions/events/event/calendar-file';
import { placeOf } from '../../../functions/events/event/place';
import { forDelegates } from '../../../functions/events/event/redact-for-delegates';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { calendarOf, joinsOnline } from '../../../functions/events/invitations/online-link';
import { type Readable, readInvitation, readOne } from '../../../functions/events/invitations/read';
import { signedLetterFile } from '../../../functions/events/invitations/signed-letter';
import { letterOf } from '../../../functions/events/letters/letter';
import { Problem } from '../../../functions/platform/problem/problem';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { shortDate, span } from '../../../functions/platform/time/format-date';
import { LetterView } from '../../console/invitations/letter-view';
import { outdatedOf } from '../../console/invitations/outdated';
import { copy } from '../../copy/copy';
import type { Page, Pages } from '../../env';
import { deadlineWords, titleIn } from '../../parts/events/event-words';
import { AnswerFields, answerStands, answerValues, readAnswer } from '../../parts/invitations/answer-form';
import { AnswerTag, AnswerView, Row } from '../../parts/invitations/answer-view';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { sendFile } from '../../ui/download';
import { Button, ErrorSummary, type FormState, freshForm } from '../../ui/form';
import { here, PublicPage } from '../../ui/layout';
import { orShowAgain, readForm } from '../../ui/read-form';
import { orRevoked } from './revoked';

interface LinkPage {
  c: Page;
  token: string;
  shown: Readable;
  /** Everything else that the link opens. */
  others: readonly Readable[];
  /** Whether `shown` is the invitation that the link was made for. */
  own: boolean;
  form: FormState;
  rows?: number;
}

/** The page of a personal link: what we invite to, the letter, the answer, and our other invitations. */
const LinkPage: FC<LinkPage> = ({ c, token, shown, others, own, form, rows }) => {
  const language = c.get('language');
  const t = copy(language).invitations;
  const { invitation, event, open } = shown;
  const contact = { name: event.contactName, phone: event.contactPhone };
  const { department } = c.get('world').settings;
  const answerUrl = here(c, routes.invitationAnswer(token, invitation.id));
  const { title, lang } = titleIn(event, language);
  return (
    <PublicPage c={c} title={t.title(title)} contact={contact} personal>
      {!own && (
        <a class="back" href={here(c, routes.invitation(token))}>
          ‹ {t.backToAll}
        </a>
      )}
      <ErrorSummary form={form} />
      <p>
        <span class="tag sky">{t.tag}</span> <AnswerTag invitation={invitation} language={language} />
      </p>
      <h1 lang={lang}>{title}</h1>
      <State shown={shown} c={c} />
      <dl class="summary">
        <Row name={t.to}>{invitation.bodyName}</Row>
        <Row name={t.when}>{event.undated ? t.undated : span(event.startsAt, event.endsAt, language)}</Row>
        <Row name={t.where}>
          {event.mode === 'online'
            ? t.online
            : event.mode === 'both'
              ? copy(language).events.orOnline(placeOf(event))
              : placeOf(event)}
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
          {event.undated ? t.respondByLater : deadlineWords(invitation.respondBy, language)}
        </Row>
        <Row name={t.contact}>
          {contact.name},{' '}
          <a class="nowrap" href={`tel:${dialPhone(contact.phone)}`}>
            {showPhone(contact.phone)}
          </a>
        </Row>
      </dl>
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
      <LetterView letter={letterOf(department, event, invitation, c.get('world').now())} />
      {!invitation.signedLetter && <p class="soft">{t.unsigned}</p>}

      {invitation.answer && (
        <>
          <h2 id="tra-loi">{t.yours}</h2>
          <AnswerView answer={invitation.answer} language={language} />
        </>
      )}
      {open && (
        <>
          {!invitation.answer && <h2 id="tra-loi">{t.answerThis}</h2>}
          <Answering
            collapsed={invitation.answer !== undefined && form.errors.length === 0 && !rows}
            label={t.change}
          >
            <form class="form" method="post" action={answerUrl} novalidate>
              <AnswerFields
                form={form}
                seats={invitation.seatsOffered}
                rows={rows}
                stands={answerStands(invitation)}
              />
              <Button>{t.send}</Button>
            </form>
          </Answering>
        </>
      )}
      <Others c={c} token={token} others={others} />
      <p class="soft small">{t.keepPrivate}</p>
    </PublicPage>
  );
};

/** An answer that stands is read first and changed on purpose. */
const Answering: FC<{ collapsed: boolean; label: string; children?: Child }> = ({
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

/** What the reader must know first: the answer went through, or none is taken any more. */
const State: FC<{ shown: Readable; c: Page }> = ({ shown: { invitation, event, open }, c }) => {
  const t = copy(c.get('language')).invitations;
  if (event.status === 'cancelled')
    return (
      <div class="notice lotus">
        <p>
          <strong>{t.cancelled}</strong>
        </p>
        {event.reason && <p>{event.reason}</p>}
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
          {event.reason && <p>{event.reason}</p>}
          <p>
            {event.undated ? t.postponedThen : t.postponedTo} {invitation.answer && t.answerKept}
          </p>
        </div>
      )}
      {!open && (
        <div class="notice">
          <p>
            <strong>{t.closed}</strong>
          </p>
          {!invitation.answer && <p>{t.none}</p>}
          <p>
            {t.closedThen(event.contactName)}{' '}
            <a class="nowrap" href={`tel:${dialPhone(event.contactPhone)}`}>
              {showPhone(event.contactPhone)}
            </a>
          </p>
        </div>
      )}
      {open && invitation.answer && c.req.query('da-gui') !== undefined && (
        <div class="notice" role="status">
          <p>
            <strong>{t.recorded}</strong>
          </p>
          <p>{invitation.answer.answer === 'saved' ? t.recordedSaved : t.recordedThen}</p>
        </div>
      )}
    </>
  );
};

const Others: FC<{ c: Page; token: string; others: readonly Readable[] }> = ({ c, token, others }) => {
  const language = c.get('language');
  const t = copy(language).invitations;
  if (others.length === 0) return null;
  return (
    <>
      <h2>{t.others}</h2>
      {others.map(({ invitation, event }) => (
        <div class="card">
          <h3>
            <a href={here(c, routes.invitationAnswer(token, invitation.id))}>
              {titleIn(event, language).title}
            </a>
          </h3>
          <p>{event.undated ? t.undated : span(event.startsAt, event.endsAt, language)}</p>
          <p>
            <AnswerTag invitation={invitation} language={language} /> {t.respondBy}:{' '}
            {event.undated ? t.respondByLater : deadlineWords(invitation.respondBy, language)}
          </p>
        </div>
      ))}
    </>
  );
};

const asked = (c: Page) => ({ token: c.req.param('token') ?? '', id: c.req.param('id') ?? '' });

/** Everything the link opens, with the one asked for first. */
const opened = async (c: Page, token: string, id?: string) => {
  const { others, ...own } = await readInvitation(c.get('world'), token);
  const all = [own, ...others];
  if (!id || id === own.invitation.id) return { shown: own as Readable, others, own: true };
  const shown = all.find((r) => r.invitation.id === id) ?? (await readOne(c.get('world'), token, id));
  return { shown, others: all.filter((r) => r.invitation.id !== id), own: false };
};

export const publicInvitations: Pages = (app) => {
  const show = async (c: Page, token: string, id: string | undefined, form?: FormState, rows?: number) => {
    keepNever(c);
    const page = await opened(c, token, id);
    return c.html(
      <LinkPage
        c={c}
        token={token}
        {...page}
        form={form ?? freshForm(c.get('language'), answerValues(page.shown.invitation))}
        rows={rows}
      />,
    );
  };

  app.get(
    routes.invitation(':token'),
    orRevoked((c) => show(c, asked(c).token, undefined)),
  );
  app.get(
    routes.invitationAnswer(':token', ':id'),
    orRevoked((c) => show(c, asked(c).token, asked(c).id)),
  );

  app.post(
    routes.invitationAnswer(':token', ':id'),
    orRevoked(async (c) => {
      const { token, id } = asked(c);
      const { fields, typed } = await readForm(c);
      const said = readAnswer(fields, typed);
      const form = freshForm(c.get('language'), said.values);
      if (fields.them) return show(c, token, id, form, Number(fields.them) || undefined);
      const again = async (failed: FormState) => {
        // The page shows the newest answer; sending again means it was seen.
        const { invitation } = await readOne(c.get('world'), token, id);
        const values = { ...failed.values, version: String(invitation.version) };
        c.status(failed.errors.some((e) => e.code === 'invitation-stale') ? 412 : 422);
        return show(c, token, id, { ...failed, values });
      };
      try {
        return await orShowAgain(
          form,
          async () => {
            await answerInvitation(c.get('world'), { token: token, id }, said.version, said.answer());
            return c.redirect(`${here(c, routes.invitationAnswer(token, id))}?da-gui`, 303);
          },
          again,
        );
      } catch (error) {
        // Too late: the page says so and still shows the answer that stands.
        if (
          !(error instanceof Problem) ||
          !['invitation-closed', 'invitation-event-cancelled'].includes(error.code)
        )
          throw error;
        c.status(410);
        return show(c, token, id);
      }
    }),
  );

  app.get(
    routes.invitationCalendar(':token', ':id'),
    orRevoked(async (c) => {
      const { invitation, event } = await readOne(c.get('world'), asked(c).token, asked(c).id);
      keepNever(c);
      const url = c.get('world').links.event(event.id);
      return sendFile(c, await calendarFile(forDelegates(event), url, calendarOf(invitation, event)));
    }),
  );

  app.get(
    routes.invitationLetter(':token', ':id'),
    orRevoked(async (c) => {
      const { invitation } = await readOne(c.get('world'), asked(c).token, asked(c).id);
      keepNever(c);
      return sendFile(c, await signedLetterFile(c.get('world'), invitation));
    }),
  );
};
