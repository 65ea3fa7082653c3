import type { FC } from 'hono/jsx';
import { type RevokedInvitation, readRevoked } from '../../../functions/events/invitations/read';
import { Problem } from '../../../functions/platform/problem/problem';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { Handler, Page } from '../../env';
import { officialUntil, officialWhen, titleIn } from '../../parts/events/event-words';
import { keepNever } from '../../ui/cache';
import { PublicPage } from '../../ui/layout';
import { Say } from '../../vietnamese';
import { tokenOf } from './opened';

/** A revoked link: the person to ask, and the other invitations that still wait for an answer. */
const RevokedPage: FC<{ c: Page; seen: RevokedInvitation }> = ({ c, seen: { event, others } }) => {
  const language = c.get('language');
  const { invitations: t, problems } = copy(language);
  const { title, lang } = titleIn(event, language);
  const contact = { name: event.contactName, phone: event.contactPhone };
  const words = problems['invitation-revoked']!({});
  return (
    <PublicPage c={c} title={words} contact={contact} personal>
      <h1>{words}</h1>
      <p lang={lang}>{title}</p>
      <p>
        <Say language={language} words={t.revokedThen}>
          {contact.name}
        </Say>{' '}
        <a class="nowrap" href={`tel:${dialPhone(contact.phone)}`}>
          {showPhone(contact.phone)}
        </a>
      </p>
      {others.length > 0 && (
        <>
          <h2>{t.stillOpen}</h2>
          <p>{t.stillOpenThen}</p>
          <ul>
            {others.map((other) => (
              <li>
                <strong lang={titleIn(other.event, language).lang}>
                  {titleIn(other.event, language).title}
                </strong>
                <br />
                {other.event.undated ? t.undated : officialWhen(other.event, language)}. {t.respondBy}:{' '}
                {officialUntil(other.invitation.respondBy, language)}
              </li>
            ))}
          </ul>
        </>
      )}
    </PublicPage>
  );
};

/** A link that ended with its event shows nothing of it, and names the person to call. */
const OverPage: FC<{ c: Page }> = ({ c }) => {
  const language = c.get('language');
  const { invitations: t, problems } = copy(language);
  const { help } = c.get('world').settings;
  return (
    <PublicPage c={c} title={t.overTitle} personal>
      <h1>{t.overTitle}</h1>
      <p>{problems['invitation-long-over']!({})}</p>
      <p>
        <Say language={language} words={t.revokedThen}>
          {help.name}
        </Say>{' '}
        <a class="nowrap" href={`tel:${dialPhone(help.phone)}`}>
          {showPhone(help.phone)}
        </a>
      </p>
    </PublicPage>
  );
};

/** Answers behind a personal link; one that was revoked, or that ended with its event, says so in words. */
export const orRevoked =
  (answer: Handler): Handler =>
  async (c) => {
    try {
      return await answer(c);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'invitation-long-over') {
        keepNever(c);
        c.status(410);
        return c.html(<OverPage c={c} />);
      }
      if (error.code !== 'invitation-revoked') throw error;
      const seen = await readRevoked(c.get('world'), tokenOf(c));
      if (!seen) throw error;
      keepNever(c);
      c.status(410);
      return c.html(<RevokedPage c={c} seen={seen} />);
    }
  };
