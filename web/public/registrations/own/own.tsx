import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { consentOf } from '../../../../functions/events/registrations/consent';
import { getRegistration } from '../../../../functions/events/registrations/find';
import type { Registration } from '../../../../functions/events/registrations/registration';
import { showPhone } from '../../../../functions/platform/text/phone';
import { moment } from '../../../../functions/platform/time/format-date';
import { copy } from '../../../copy/copy';
import type { Handler, Page } from '../../../env';
import { type Detail, personDetails } from '../../../parts/registrations/person';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { keepNever } from '../../../ui/cache';
import { here } from '../../../ui/layout';
import { viOn } from '../../../vietnamese';
import { provenRegistration } from './proof';

export interface Own {
  registration: Registration;
  event: Event;
  /** The proof that the page carries, for a browser without cookies. */
  carried?: string | undefined;
}

/** The reader's own registration with its event, once the reader has shown that it is theirs. */
export const ownOf = async (c: Page, inForm?: string): Promise<Own | undefined> => {
  const proven = provenRegistration(c, inForm);
  if (!proven) return undefined;
  const registration = await getRegistration(c.get('world'), proven.id);
  return {
    registration,
    event: await getEvent(c.get('world'), registration.eventId),
    carried: proven.carried,
  };
};

/** Answers about the reader's own registration. */
export type OwnAnswer = (c: Page, own: Own) => Response | Promise<Response>;

/**
 * Answers a page about the reader's own registration. A reader without a proof is asked for the code, and so is
 * one whose proof is for another registration than the link names: people share phones.
 */
export const ofOwn =
  (answer: OwnAnswer): Handler =>
  async (c) => {
    keepNever(c);
    const own = await ownOf(c);
    const named = c.req.query(QUERY.registration);
    if (own && (!named || named === own.registration.id)) return answer(c, own);
    const back = named && new URL(c.req.url).pathname;
    return c.redirect(withQuery(here(c, routes.review()), { [QUERY.back]: back || undefined }), 303);
  };

/** The address of a page about this registration: a link on a page leads to the one that the page shows. */
export const ownPath = (c: Page, { registration, carried }: Own, path: string): string =>
  withQuery(here(c, path), carried ? { [QUERY.proof]: carried } : { [QUERY.registration]: registration.id });

export const contactOf = (event: Event) => ({ name: event.contactName, phone: event.contactPhone });

/** The address of the reader's own registration, saying what was just done. */
export const reviewedPath = (c: Page, { carried }: Pick<Own, 'carried'>, done?: string): string =>
  withQuery(here(c, routes.reviewed()), { [QUERY.done]: done, [QUERY.proof]: carried });

/** @property own in the person's words, or the name of a person or place */
type Line = Pick<Detail, 'label' | 'value' | 'own'>;

/** What is on file about the person, as they gave it. @param given leaves out what they did not say */
export const Details: FC<{ c: Page; given?: boolean } & Own> = ({ c, given, ...own }) => {
  const { registration: r, event } = own;
  const language = c.get('language');
  const t = copy(language);
  const { registrations, events, shared, person } = t;
  const { basis, version, shownAt } = consentOf(r);
  const details = Object.values(personDetails(r, t));
  const how = { label: person.how, value: r.online ? person.online : person.inHall };
  const rows: Line[] = [
    { label: person.fullName, value: r.fullName, own: true },
    { label: person.phone, value: showPhone(r.phone) },
    { label: person.place, value: r.bodyName ?? r.unitName, own: true },
    ...details.filter(({ need }) => !need),
    ...(event.mode === 'both' ? [how] : []),
    ...details.filter(({ need }) => need),
    { label: registrations.consentLabel, value: registrations.consents[basis] },
    ...(shownAt
      ? [{ label: registrations.consentShown, value: `${moment(shownAt, language)} (${version})` }]
      : []),
  ];
  const words = (value: string | boolean | undefined) =>
    typeof value === 'boolean' ? (value ? shared.yes : shared.no) : value;
  return (
    <>
      <h2>{registrations.details}</h2>
      <dl class="summary form">
        {rows
          .filter(({ value }) => !given || value)
          .map(({ label, value, own }) => (
            <div>
              <dt>{label}</dt>
              <dd class={words(value) ? undefined : 'soft'} lang={own && value ? viOn(language) : undefined}>
                {words(value) ?? registrations.notGiven}
              </dd>
            </div>
          ))}
      </dl>
      <p class="soft small">
        <a href={here(c, routes.event(event.id))}>{events.open}</a>
        {' · '}
        <a href={ownPath(c, own, routes.ownData())}>{t.privacy.own}</a>
        {' · '}
        <a href={ownPath(c, own, routes.ownSupport())}>{registrations.support}</a>
        {' · '}
        <a href={ownPath(c, own, routes.ownPoints())}>{registrations.points}</a>
        {' · '}
        <a href={ownPath(c, own, routes.ownClasses())}>{registrations.ownClasses}</a>
        {' · '}
        <a href={here(c, routes.privacy())}>{registrations.rights}</a>
      </p>
    </>
  );
};
