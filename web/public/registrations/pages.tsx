import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import { RegisterInput, register } from '../../../functions/events/registrations/register/register';
import { newToken } from '../../../functions/platform/keys/ids';
import { Problem, STATUS } from '../../../functions/platform/problem/problem';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import type { Room } from '../../../functions/seats/ledger/room';
import { copy } from '../../copy/copy';
import type { Page, Pages } from '../../env';
import { eventState, takesNames } from '../../parts/events/event-state';
import { titleIn } from '../../parts/events/event-words';
import {
  atFormFields,
  PersonFields,
  type Places,
  readPerson,
  readPlaces,
} from '../../parts/registrations/person-fields';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, Checkbox, ErrorSummary, type FormState, freshForm, messageOf, Radios } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { orShowAgain, readForm } from '../../ui/read-form';
import { publicEvent } from '../events/pages';
import { sharedSeats } from '../events/view';
import { correctPages } from './correct';
import { forgotPages } from './forgot';
import { giveProof } from './proof';
import { reviewPages } from './review';

const stateOf = (c: Page, event: Event, room: Room) =>
  eventState(
    event,
    c.get('world').now(),
    sharedSeats(event, room).reduce((sum, p) => sum + p.free, 0),
  );

const EventPage: FC<{ c: Page; event: Event; title: string; children?: Child }> = ({
  c,
  event,
  title,
  children,
}) => {
  const about = titleIn(event, c.get('language'));
  return (
    <PublicPage
      c={c}
      title={`${title}: ${about.title}`}
      contact={{ name: event.contactName, phone: event.contactPhone }}
      personal
    >
      <a class="back tap" href={here(c, routes.event(event.id))} lang={about.lang}>
        ‹ {about.title}
      </a>
      {children}
    </PublicPage>
  );
};

/** Why nobody can register now, on a page that says whom to call. */
const shut = (c: Page, event: Event, code: string, status: 200 | 403 | 409) => {
  const { registrations: t, events } = copy(c.get('language'));
  keepNever(c);
  c.status(status);
  return c.html(
    <EventPage c={c} event={event} title={t.shut}>
      <h1>{t.shut}</h1>
      <p>{messageOf(c.get('language'), { code, detail: { contact: event.contactName } })}</p>
      <p>
        <a class="tap" href={`tel:${dialPhone(event.contactPhone)}`}>
          {events.call} <span class="nowrap">{showPhone(event.contactPhone)}</span>
        </a>
      </p>
      <p>
        <a class="btn plain" href={here(c, routes.event(event.id))}>
          {events.open}
        </a>
      </p>
    </EventPage>,
  );
};

const SHUT_CODE = {
  cancelled: 'event-cancelled',
  postponed: 'event-postponed',
  past: 'registration-closed',
  underway: 'registration-closed',
  closed: 'registration-closed',
  'not-yet': 'registration-not-open',
  nomination: 'by-nomination-only',
  invitation: 'by-invitation-only',
} as const;
const SHUT_CODES: readonly string[] = Object.values(SHUT_CODE);

interface FormPageProps {
  c: Page;
  event: Event;
  room: Room;
  places: Places;
  form: FormState;
}

const RegisterForm: FC<FormPageProps> = ({ c, event, room, places, form }) => {
  const language = c.get('language');
  const { registrations: t } = copy(language);
  const { department } = c.get('world').settings;
  const full = stateOf(c, event, room) === 'full';
  const title = full ? t.waitTitle : t.title;
  return (
    <EventPage c={c} event={event} title={title}>
      <div class="form">
        <h1>{title}</h1>
        <ErrorSummary form={form} />
        {full && <p class="notice">{t.waitNote(event.seats.waiting)}</p>}
        {event.approval && <p class="notice">{t.approvalNote}</p>}
        <form method="post" action={here(c, routes.register(event.id))} novalidate>
          <input type="hidden" name="nonce" value={String(form.values.nonce)} />
          <PersonFields form={form} places={places} />
          {event.mode === 'both' && (
            <Radios
              form={form}
              name="online"
              label={t.how}
              options={[
                { value: 'no', label: t.inHall },
                { value: 'yes', label: t.online },
              ]}
            />
          )}
          <Checkbox
            form={form}
            name="consent"
            label={
              <>
                {t.consent(department.name)} <a href={here(c, routes.privacy())}>{t.rights}</a>
              </>
            }
          />
          <Button>{full ? t.submitWait : t.submit}</Button>
        </form>
      </div>
      <Island name="form" />
    </EventPage>
  );
};

const showForm = async (c: Page, typed?: FormState) => {
  const world = c.get('world');
  const { event, room } = await publicEvent(world, c.req.param('id')!);
  const state = stateOf(c, event, room);
  keepNever(c);
  if (!takesNames(state))
    return shut(c, event, SHUT_CODE[state as keyof typeof SHUT_CODE], typed ? 409 : 200);
  const form = typed ?? freshForm(c.get('language'), { nonce: newToken(), online: 'no' });
  if (typed) c.status(422);
  return c.html(
    <RegisterForm c={c} event={event} room={room} places={await readPlaces(world)} form={form} />,
  );
};

/** Somebody is registered under this name and phone: their code is not shown to whoever knows these. */
const alreadyRegistered = async (c: Page) => {
  const { event } = await publicEvent(c.get('world'), c.req.param('id')!);
  const { registrations: t, events } = copy(c.get('language'));
  keepNever(c);
  c.status(409);
  return c.html(
    <EventPage c={c} event={event} title={t.alreadyTitle}>
      <div class="form">
        <h1>{t.alreadyTitle}</h1>
        <p>{t.already}</p>
        <p class="actions">
          <a class="btn" href={here(c, routes.review())}>
            {t.reviewTitle}
          </a>
          <a class="btn plain" href={here(c, routes.forgotCode())}>
            {t.forgot}
          </a>
        </p>
        <p>
          <a class="tap" href={`tel:${dialPhone(event.contactPhone)}`}>
            {events.call} <span class="nowrap">{showPhone(event.contactPhone)}</span>
          </a>
        </p>
      </div>
    </EventPage>,
  );
};

/** Families share phones, and people type with and without accents: only the person knows which it is. */
const askWhetherAnother = async (c: Page, typed: FormState) => {
  const { event } = await publicEvent(c.get('world'), c.req.param('id')!);
  const t = copy(c.get('language')).registrations;
  keepNever(c);
  c.status(409);
  return c.html(
    <EventPage c={c} event={event} title={t.otherTitle}>
      <div class="form">
        <h1>{t.otherTitle}</h1>
        <p>{t.other(String(typed.values.fullName ?? ''))}</p>
        <form method="post" action={here(c, routes.register(event.id))}>
          {Object.entries(typed.values).flatMap(([name, value]) =>
            [value].flat().map((v) => v !== undefined && <input type="hidden" name={name} value={v} />),
          )}
          <input type="hidden" name="another" value="yes" />
          <p class="actions">
            <Button>{t.anotherPerson}</Button>
            <a class="btn plain" href={here(c, routes.review())}>
              {t.samePerson}
            </a>
          </p>
        </form>
      </div>
    </EventPage>,
  );
};

const send = async (c: Page) => {
  const world = c.get('world');
  const eventId = c.req.param('id')!;
  const { fields, typed } = await readForm(c);
  const form: FormState = {
    language: c.get('language'),
    values: { ...typed, nonce: typed.nonce ?? newToken() },
    errors: [],
  };
  try {
    return await orShowAgain(
      form,
      async () => {
        const input = readPerson(RegisterInput, fields, await readPlaces(world), {
          consent: fields.consent === 'on',
          ...(fields.online && { online: fields.online === 'yes' }),
          another: fields.another === 'yes',
          ...(fields.nonce && { nonce: fields.nonce }),
        });
        const { registration } = await atFormFields(() => passing(() => register(world, eventId, input)));
        giveProof(c, registration.id);
        return c.redirect(here(c, routes.registered()), 303);
      },
      (again) => showForm(c, again),
    );
  } catch (error) {
    if (!(error instanceof Answered)) throw error;
    const { problem } = error;
    if (problem.code === 'already-registered') return alreadyRegistered(c);
    if (problem.code === 'other-person') return askWhetherAnother(c, form);
    const { event } = await publicEvent(world, eventId);
    return shut(c, event, problem.code, STATUS[problem.kind] as 403 | 409);
  }
};

/** A refusal that has a page of its own, instead of the form with a message above it. */
class Answered extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}
const passing = async <T,>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (
      error instanceof Problem &&
      [...SHUT_CODES, 'already-registered', 'other-person'].includes(error.code)
    )
      throw new Answered(error);
    throw error;
  }
};

export const publicRegistrations: Pages = (app) => {
  app.get(routes.register(':id'), (c) => showForm(c));
  app.post(routes.register(':id'), send);
  reviewPages(app);
  correctPages(app);
  forgotPages(app);
};
