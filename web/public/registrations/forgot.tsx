import { ForgotCodeInput, forgotCode } from '../../../functions/events/registrations/change/forgot-code';
import { parse } from '../../../functions/platform/input/parse';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { Page, Pages } from '../../env';
import { PhoneField } from '../../parts/registrations/person-fields';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, ErrorSummary, Field, type FormState, freshForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { orShowAgain, readForm } from '../../ui/read-form';

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
          <PhoneField form={form} />
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

/** "Quên mã": asked for by name and phone, told through the address or the phone on file. */
export const forgotPages: Pages = (app) => {
  app.get(routes.forgotCode(), (c) =>
    c.req.query('xong') ? forgottenAnswer(c) : askForgotten(c, freshForm(c.get('language'))),
  );
  app.post(routes.forgotCode(), findForgotten);
};
