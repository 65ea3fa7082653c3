import type { FC } from 'hono/jsx';
import * as z from 'zod';
import { phone } from '../../functions/contract/fields';
import { parse } from '../../functions/contract/parse';
import type { Event } from '../../functions/events/event';
import { getEvent } from '../../functions/events/get';
import { dialPhone, showPhone } from '../../functions/phone';
import { Problem } from '../../functions/problem';
import { withdraw } from '../../functions/registrations/cancel';
import { correct } from '../../functions/registrations/correct';
import { findByCode, getRegistration } from '../../functions/registrations/find';
import { ForgotCodeInput, forgotCode } from '../../functions/registrations/forgot-code';
import { Particulars, type Registration } from '../../functions/registrations/registration';
import { copy } from '../copy';
import type { Page, Pages } from '../env';
import { titleIn } from '../events/event-words';
import { routes } from '../routes';
import { keepNever } from '../ui/cache';
import { Button, ErrorSummary, Field, type FormState, freshForm } from '../ui/form';
import { Island } from '../ui/island';
import { here, PublicPage } from '../ui/layout';
import { orShowAgain, readForm } from '../ui/read-form';
import { atFormFields, fieldsOf, PersonFields, readPerson, readPlaces } from './public-fields';
import { giveProof, provenRegistration } from './public-proof';
import { mayChange, NextSteps, OnlineLink, Ticket, TicketNews } from './public-ticket';

interface Own {
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

/** A page about the reader's own registration; whoever has not shown that it is theirs is asked for the code. */
const ofOwn = (show: (c: Page, own: Own) => Response | Promise<Response>) => async (c: Page) => {
  keepNever(c);
  const found = await own(c);
  return found ? show(c, found) : c.redirect(here(c, routes.review()), 303);
};

const contactOf = (event: Event) => ({ name: event.contactName, phone: event.contactPhone });

const registered = ofOwn((c, found) => {
  const { event } = found;
  return c.html(
    <PublicPage
      c={c}
      title={copy(c.get('language')).registrations.reviewed}
      contact={contactOf(event)}
      personal
    >
      <Ticket c={c} {...found} />
      <TicketNews c={c} {...found} />
      <OnlineLink c={c} {...found} />
      <NextSteps c={c} {...found} />
    </PublicPage>,
  );
});

const CodeInput = z.object({
  code: z
    .string()
    .transform((typed) => typed.normalize('NFKC').replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^\d{9}$/, 'code-malformed')),
  phone,
});

const askForCode = (c: Page, form: FormState) => {
  const t = copy(c.get('language')).registrations;
  keepNever(c);
  if (form.errors.length) c.status(422);
  return c.html(
    <PublicPage c={c} title={t.reviewTitle}>
      <div class="form">
        <h1>{t.reviewTitle}</h1>
        <ErrorSummary form={form} />
        <p>{t.reviewLead}</p>
        <form method="post" action={here(c, routes.review())} novalidate>
          <Field
            form={form}
            name="code"
            label={t.codeField}
            hint={t.codeHint}
            inputmode="numeric"
            autocomplete="off"
            class="short"
            maxlength={20}
          />
          <Field
            form={form}
            name="phone"
            label={t.phone}
            type="tel"
            inputmode="tel"
            autocomplete="tel"
            class="short"
            maxlength={40}
          />
          <p class="actions">
            <Button>{t.see}</Button>
            <a class="tap" href={here(c, routes.forgotCode())}>
              {t.forgot}
            </a>
          </p>
        </form>
      </div>
      <Island name="form" />
    </PublicPage>,
  );
};

const review = async (c: Page) => {
  const { fields, typed } = await readForm(c);
  const form: FormState = { language: c.get('language'), values: typed, errors: [] };
  return orShowAgain(
    form,
    async () => {
      const proof = parse(CodeInput, { code: fields.code ?? '', phone: fields.phone ?? '' });
      const { registration } = await findByCode(c.get('world'), proof).catch((error: unknown) => {
        // Code and phone belong together: the message stands with the first of them.
        if (error instanceof Problem && error.code === 'code-unknown')
          throw new Problem('invalid', 'invalid', {}, [{ path: 'code', code: 'code-unknown' }]);
        throw error;
      });
      giveProof(c, registration.id);
      return c.redirect(here(c, routes.reviewed()), 303);
    },
    (again) => askForCode(c, again),
  );
};

const Details: FC<{ c: Page; registration: Registration; event: Event }> = ({
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

const reviewed = ofOwn((c, found) => {
  const { registration, event } = found;
  const t = copy(c.get('language')).registrations;
  const done = c.req.query('xong');
  return c.html(
    <PublicPage c={c} title={t.reviewed} contact={contactOf(event)} personal>
      {done === 'sua' && (
        <p class="notice form" role="status">
          {t.corrected}
        </p>
      )}
      {done === 'huy' && registration.status === 'cancelled' && (
        <p class="notice form" role="status">
          {t.withdrawn}
        </p>
      )}
      <Ticket c={c} {...found} />
      <TicketNews c={c} {...found} />
      <OnlineLink c={c} {...found} />
      {mayChange(registration, event, c.get('world').now()) && (
        <p class="actions">
          <a class="btn plain" href={here(c, routes.correct())}>
            {t.correct}
          </a>
          <a class="btn plain" href={here(c, routes.withdraw())}>
            {t.withdraw}
          </a>
        </p>
      )}
      <NextSteps c={c} {...found} withdrawing={false} />
      <Details c={c} {...found} />
    </PublicPage>,
  );
});

const toReviewed = (c: Page, done?: string) =>
  c.redirect(here(c, routes.reviewed()) + (done ? `?xong=${done}` : ''), 303);

const showCorrection = async (c: Page, { registration, event }: Own, typed?: FormState) => {
  const t = copy(c.get('language')).registrations;
  const places = await readPlaces(c.get('world'));
  if (!mayChange(registration, event, c.get('world').now())) return toReviewed(c);
  const form = typed ?? freshForm(c.get('language'), fieldsOf(registration, places.units));
  if (typed) c.status(422);
  return c.html(
    <PublicPage c={c} title={t.correctTitle} contact={contactOf(event)} personal>
      <a class="back tap" href={here(c, routes.reviewed())}>
        ‹ {t.reviewed}
      </a>
      <div class="form">
        <h1>{t.correctTitle}</h1>
        <ErrorSummary form={form} />
        <form method="post" action={here(c, routes.correct())} novalidate>
          <PersonFields form={form} places={places} />
          <Button>{t.saveChanges}</Button>
        </form>
      </div>
      <Island name="form" />
    </PublicPage>,
  );
};

const saveCorrection = ofOwn(async (c, found) => {
  const world = c.get('world');
  const { registration } = found;
  if (!mayChange(registration, found.event, world.now())) return toReviewed(c);
  const { fields, typed } = await readForm(c);
  return orShowAgain(
    { language: c.get('language'), values: typed, errors: [] },
    async () => {
      const particulars = readPerson(Particulars, fields, await readPlaces(world));
      const { id, code, phone: number } = registration;
      await atFormFields(() => correct(world, { id, code, phone: number }, particulars));
      return toReviewed(c, 'sua');
    },
    (again) => showCorrection(c, found, again),
  );
});

const askWithdrawal = ofOwn((c, { registration, event }) => {
  const language = c.get('language');
  const t = copy(language).registrations;
  if (!mayChange(registration, event, c.get('world').now())) return toReviewed(c);
  const { title, lang } = titleIn(event, language);
  return c.html(
    <PublicPage c={c} title={t.withdrawTitle} contact={contactOf(event)} personal>
      <div class="form">
        <h1>{t.withdrawTitle}</h1>
        <p>
          <b lang={lang}>{title}</b>
          <br />
          {registration.fullName}
        </p>
        <p>{registration.status === 'confirmed' ? t.withdrawLead : t.withdrawQueue}</p>
        <form method="post" action={here(c, routes.withdraw())}>
          <p class="actions">
            <Button kind="warn">{t.withdrawYes}</Button>
            <a class="btn plain" href={here(c, routes.reviewed())}>
              {t.withdrawNo}
            </a>
          </p>
        </form>
      </div>
    </PublicPage>,
  );
});

const doWithdraw = ofOwn(async (c, { registration, event }) => {
  const world = c.get('world');
  if (!mayChange(registration, event, world.now())) return toReviewed(c);
  const { id, code, phone: number } = registration;
  await withdraw(world, { id, code, phone: number });
  return toReviewed(c, 'huy');
});

const askForgotten = (c: Page, form: FormState) => {
  const t = copy(c.get('language')).registrations;
  keepNever(c);
  if (form.errors.length) c.status(422);
  return c.html(
    <PublicPage c={c} title={t.forgotTitle}>
      <a class="back tap" href={here(c, routes.review())}>
        ‹ {t.reviewTitle}
      </a>
      <div class="form">
        <h1>{t.forgotTitle}</h1>
        <ErrorSummary form={form} />
        <p>{t.forgotLead}</p>
        <form method="post" action={here(c, routes.forgotCode())} novalidate>
          <Field form={form} name="fullName" label={t.fullName} autocomplete="name" maxlength={120} />
          <Field
            form={form}
            name="phone"
            label={t.phone}
            type="tel"
            inputmode="tel"
            autocomplete="tel"
            class="short"
            maxlength={40}
          />
          <Button>{t.forgotSend}</Button>
        </form>
      </div>
      <Island name="form" />
    </PublicPage>,
  );
};

/** The same words whether or not anybody is registered: nobody learns who comes. */
const forgottenAnswer = (c: Page) => {
  const t = copy(c.get('language')).registrations;
  const { help } = c.get('world').settings;
  keepNever(c);
  return c.html(
    <PublicPage c={c} title={t.forgotDoneTitle}>
      <div class="form">
        <h1>{t.forgotDoneTitle}</h1>
        <p>{t.forgotDone}</p>
        <p>
          {t.forgotCall}{' '}
          <a class="nowrap" href={`tel:${dialPhone(help.phone)}`}>
            {showPhone(help.phone)}
          </a>
        </p>
        <p>
          <a class="btn plain" href={here(c, routes.review())}>
            {t.reviewTitle}
          </a>
        </p>
      </div>
    </PublicPage>,
  );
};

const findForgotten = async (c: Page) => {
  const { fields, typed } = await readForm(c);
  return orShowAgain(
    { language: c.get('language'), values: typed, errors: [] },
    async () => {
      const input = parse(ForgotCodeInput, { fullName: fields.fullName ?? '', phone: fields.phone ?? '' });
      await forgotCode(c.get('world'), input);
      return c.redirect(`${here(c, routes.forgotCode())}?xong=1`, 303);
    },
    (again) => askForgotten(c, again),
  );
};

export const reviewPages: Pages = (app) => {
  app.get(routes.registered(), registered);
  app.get(routes.review(), (c) => askForCode(c, freshForm(c.get('language'))));
  app.post(routes.review(), review);
  app.get(routes.reviewed(), reviewed);
  app.get(
    routes.correct(),
    ofOwn((c, found) => showCorrection(c, found)),
  );
  app.post(routes.correct(), saveCorrection);
  app.get(routes.withdraw(), askWithdrawal);
  app.post(routes.withdraw(), doWithdraw);
  app.get(routes.forgotCode(), (c) =>
    c.req.query('xong') ? forgottenAnswer(c) : askForgotten(c, freshForm(c.get('language'))),
  );
  app.post(routes.forgotCode(), findForgotten);
};
