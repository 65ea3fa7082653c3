import type { FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { Handler, Page } from '../../env';
import { personDetails } from '../../parts/registrations/person';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { readForm } from '../../ui/form';
import { here, PublicPage } from '../../ui/layout';
import { provenRegistration } from './proof';

export interface Own {
  registration: Registration;
  event: Event;
}

/** The reader's own registration with its event, once the reader has shown that it is theirs. */
const ownOf = async (c: Page): Promise<Own | undefined> => {
  const id = provenRegistration(c);
  if (!id) return undefined;
  const registration = await getRegistration(c.get('world'), id);
  return { registration, event: await getEvent(c.get('world'), registration.eventId) };
};

/** Answers about the reader's own registration. A reader without a proof is asked for the code. */
export const ofOwn =
  (answer: (c: Page, own: Own) => Response | Promise<Response>): Handler =>
  async (c) => {
    keepNever(c);
    const own = await ownOf(c);
    return own ? answer(c, own) : c.redirect(here(c, routes.review()), 303);
  };

const SHOWN = 'registrationId';

/** In every form below: which registration it shows. The proof may be another person's by then. */
export const ShownRegistration: FC<{ of: Registration }> = ({ of }) => (
  <input type="hidden" name={SHOWN} value={of.id} />
);

/**
 * Answers a form about the reader's own registration. People share phones: if the proof was given for another
 * registration since the form was shown, nothing is written.
 */
export const ofShown = (answer: (c: Page, own: Own) => Response | Promise<Response>): Handler =>
  ofOwn(async (c, own) => {
    const { fields } = await readForm<typeof SHOWN>(c);
    return fields[SHOWN] === own.registration.id ? answer(c, own) : anotherShown(c);
  });

const anotherShown = (c: Page) => {
  const t = copy(c.get('language')).registrations;
  c.status(409);
  return c.html(
    <PublicPage c={c} title={t.anotherShownTitle} personal>
      <div class="form">
        <h1>{t.anotherShownTitle}</h1>
        <p>{t.anotherShown}</p>
        <p class="actions">
          <a class="btn" href={here(c, routes.review())}>
            {t.reviewTitle}
          </a>
        </p>
      </div>
    </PublicPage>,
  );
};

export const contactOf = (event: Event) => ({ name: event.contactName, phone: event.contactPhone });

/** The address of the reader's own registration, saying what was just done. */
export const reviewedPath = (c: Page, done?: string): string =>
  withQuery(here(c, routes.reviewed()), { [QUERY.done]: done });

/** What is on file about the person, as they gave it. */
export const Details: FC<{ c: Page } & Own> = ({ c, registration: r, event }) => {
  const t = copy(c.get('language'));
  const { registrations, events, shared, person } = t;
  const details = Object.values(personDetails(r, t));
  const how = { label: person.how, value: r.online ? person.online : person.inHall };
  const rows = [
    { label: person.fullName, value: r.fullName },
    { label: person.phone, value: showPhone(r.phone) },
    { label: person.place, value: r.bodyName ?? r.unitName },
    ...details.filter(({ need }) => !need),
    ...(event.mode === 'both' ? [how] : []),
    ...details.filter(({ need }) => need),
  ];
  const words = (value: string | boolean | undefined) =>
    typeof value === 'boolean' ? (value ? shared.yes : shared.no) : value;
  return (
    <>
      <h2>{registrations.details}</h2>
      <dl class="summary form">
        {rows.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd class={words(value) ? undefined : 'soft'}>{words(value) ?? registrations.notGiven}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">
        <a href={here(c, routes.event(event.id))}>{events.open}</a>
        {' · '}
        <a href={here(c, routes.privacy())}>{registrations.rights}</a>
      </p>
    </>
  );
};
