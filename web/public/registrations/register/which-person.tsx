import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { showPhone } from '../../../../functions/platform/text/phone';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { routes } from '../../../routes';
import { keepNever } from '../../../ui/cache';
import { Button, CarriedFields, type Posted } from '../../../ui/form';
import { FORM_ID } from '../../../ui/form/display';
import { here } from '../../../ui/layout';
import { Say, Vi } from '../../../vietnamese';
import { formNonce } from '../own/kept-nonce';
import type { Own } from '../own/own';
import { ShownRegistration } from '../own/shown';
import { AboutEvent } from './about-event';

/** What is asked about: what was typed, and the reader's own registration if it is the similar one. */
export interface Asked {
  posted: Posted;
  own?: Own | undefined;
}

/** What a correction does not ask. */
const REGISTERING = ['nonce', 'consent', 'online', 'another', 'work', 'unconfirmed'];

/** Replaces the registration that was just made by what was typed now: code, seat and place in the queue stay. */
const Mend: FC<{ c: Page; posted: Posted; own: Own }> = ({ c, posted, own }) => {
  const t = copy(c.get('language')).registrations;
  return (
    <form method="post" action={here(c, routes.correct())}>
      <CarriedFields posted={posted} but={REGISTERING} />
      <ShownRegistration of={own} />
      <input type="hidden" name="version" value={String(own.registration.version)} />
      <p>
        <Button>{t.mendIt}</Button>
      </p>
    </form>
  );
};

/**
 * A slip that was mended, or another person? Families share phones, and people type with and without accents:
 * only the person knows. The name on file is shown to the browser that proved it alone.
 */
export const askWhichPerson = (
  c: Page,
  event: Event,
  { posted, own }: Asked,
): Response | Promise<Response> => {
  const language = c.get('language');
  const t = copy(language).registrations;
  const { typed } = posted;
  const name = String(typed.fullName ?? '');
  const sent = { typed: { ...typed, nonce: typed.nonce ?? formNonce(c, event.id) } };
  keepNever(c);
  c.status(409);
  return c.html(
    <AboutEvent c={c} event={event} title={t.otherTitle} form={posted}>
      <div class="form">
        <h1>{t.otherTitle}</h1>
        {own ? (
          <>
            <p>{t.mendAsk}</p>
            <dl class="summary">
              <div>
                <dt>{t.mendBefore}</dt>
                <dd>
                  <Vi language={language}>{own.registration.fullName}</Vi> ·{' '}
                  {showPhone(own.registration.phone)}
                </dd>
              </div>
              <div>
                <dt>{t.mendNow}</dt>
                <dd>
                  <Vi language={language}>{name}</Vi> · {String(typed.phone ?? '')}
                </dd>
              </div>
            </dl>
            <Mend c={c} posted={posted} own={own} />
          </>
        ) : (
          <p>
            <Say language={language} words={t.other}>
              {name}
            </Say>
          </p>
        )}
        <form id={FORM_ID} method="post" action={here(c, routes.register(event.id))}>
          <CarriedFields posted={sent} but={['another']} />
          <input type="hidden" name="another" value="yes" />
          <p class="actions">
            <Button kind={own && 'plain'}>{t.anotherPerson}</Button>
            {!own && (
              <a class="btn plain" href={here(c, routes.review())}>
                {t.samePerson}
              </a>
            )}
          </p>
        </form>
      </div>
    </AboutEvent>,
  );
};
