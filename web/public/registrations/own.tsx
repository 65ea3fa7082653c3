import type { FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { here, PublicPage } from '../../ui/layout';
import { type Posted, readForm } from '../../ui/read-form';
import { provenRegistration } from './proof';

export interface Own {
  registration: Registration;
  event: Event;
}

/** The reader's own registration with its event, or nothing where they have not shown that it is theirs. */
const own = async (c: Page): Promise<Own | undefined> => {
  const id = provenRegistration(c);
  if (!id) return undefined;
  const registration = await getRegistration(c.get('world'), id);
  return { registration, event: await getEvent(c.get('world'), registration.eventId) };
};

/** A page about the reader's own registration; without a proof that it is theirs the code is asked for. */
export const ofOwn = (show: (c: Page, own: Own) => Response | Promise<Response>) => async (c: Page) => {
  keepNever(c);
  const found = await own(c);
  return found ? show(c, found) : c.redirect(here(c, routes.review()), 303);
};

const SHOWN = 'registrationId';

/** In every form below: which registration it shows. The proof alone may be another person's by then. */
export const ShownRegistration: FC<{ of: Registration }> = ({ of }) => (
  <input type="hidden" name={SHOWN} value={of.id} />
);

/**
 * What a form about the reader's own registration asks for. People share phones: where the proof was given for
 * another registration since the form was shown, nothing is written.
 */
export const ofShown = (act: (c: Page, own: Own, form: Posted) => Response | Promise<Response>) =>
  ofOwn(async (c, own) => {
    const form = await readForm(c);
    return form.fields[SHOWN] === own.registration.id ? act(c, own, form) : anotherShown(c);
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

export const toReviewed = (c: Page, done?: string) =>
  c.redirect(here(c, routes.reviewed()) + (done ? `?xong=${done}` : ''), 303);

/** What is on file about the person, as they gave it. */
export const Details: FC<{ c: Page; registration: Registration; event: Event }> = ({
  c,
  registration: r,
  event,
}) => {
  const { registrations: t, events, shared } = copy(c.get('language'));
  const rows: [string, string | undefined][] = [
    [t.fullName, r.fullName],
    [t.phone, showPhone(r.phone)],
    [t.place, r.bodyName ?? r.unitName],
    [t.teamName, r.teamName],
    [t.teamRole, r.teamRole && t.teamRoles[r.teamRole]],
    [t.position, r.position],
    [t.gender, r.gender && t.genders[r.gender]],
    [t.yearOfBirth, r.yearOfBirth?.toString()],
    [t.email, r.email],
    ...(event.mode === 'both' ? [[t.how, r.online ? t.online : t.inHall] as [string, string]] : []),
    [t.interpreterShort, r.interpreter ? shared.yes : shared.no],
    [t.accessShort, r.access],
  ];
  return (
    <>
      <h2>{t.details}</h2>
      <dl class="summary form">
        {rows.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd class={value ? undefined : 'soft'}>{value ?? t.notGiven}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">
        <a href={here(c, routes.event(event.id))}>{events.open}</a>
        {' · '}
        <a href={here(c, routes.privacy())}>{t.rights}</a>
      </p>
    </>
  );
};
