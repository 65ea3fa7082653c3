import * as z from 'zod';
import { calendarFile } from '../../../functions/events/event/calendar-file';
import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { findByCode } from '../../../functions/events/registrations/find';
import { calendarOf } from '../../../functions/events/registrations/online-link';
import { phone } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { copy } from '../../copy/copy';
import type { Page, Pages } from '../../env';
import { titleIn } from '../../parts/events/event-words';
import { PhoneField } from '../../parts/registrations/person-fields';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { sendFile } from '../../ui/download';
import { Button, ErrorSummary, Field, type FormState, freshForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { orShowAgain, readForm } from '../../ui/read-form';
import { contactOf, Details, ofOwn, ofShown, ShownRegistration, toReviewed } from './own';
import { giveProof } from './proof';
import { mayChange, NextSteps, OnlineLink, Ticket, TicketNews } from './ticket';

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
          <PhoneField form={form} />
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

const ownCalendar = ofOwn(async (c, { registration, event }) =>
  sendFile(
    c,
    await calendarFile(event, c.get('world').links.event(event.id), calendarOf(registration, event)),
  ),
);

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
          <ShownRegistration of={registration} />
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

const doWithdraw = ofShown(async (c, { registration, event }) => {
  const world = c.get('world');
  if (!mayChange(registration, event, world.now())) return toReviewed(c);
  const { id, code, phone: number } = registration;
  await withdraw(world, { id, code, phone: number });
  return toReviewed(c, 'huy');
});

/** Seeing one's registration again by code and phone, and saying that one cannot come. */
export const reviewPages: Pages = (app) => {
  app.get(routes.registered(), registered);
  app.get(routes.review(), (c) => askForCode(c, freshForm(c.get('language'))));
  app.post(routes.review(), review);
  app.get(routes.reviewed(), reviewed);
  app.get(routes.ownCalendar(), ownCalendar);
  app.get(routes.withdraw(), askWithdrawal);
  app.post(routes.withdraw(), doWithdraw);
};
