import { ForgotCodeInput, forgotCode } from '../../../functions/events/registrations/change/forgot-code';
import { parse } from '../../../functions/platform/input/parse';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { phoneField } from '../../parts/registrations/person';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';

const forgotForm = defineForm({
  fields: (t) => ({
    fullName: { label: t.person.fullName, autocomplete: 'name', maxlength: 120 },
    phone: phoneField(t),
  }),
  page: (c, form) => {
    const t = copy(c.get('language')).registrations;
    keepNever(c);
    return (
      <PublicPage c={c} title={t.forgotTitle} form={form} share={{ description: t.forgotLead }}>
        <a class="back tap" href={here(c, routes.review())}>
          ‹ {t.reviewTitle}
        </a>
        <div class="form">
          <h1>{t.forgotTitle}</h1>
          <form.Errors />
          <p>{t.forgotLead}</p>
          <form.Post action={here(c, routes.forgotCode())}>
            <form.Fields />
            <Button>{t.forgotSend}</Button>
          </form.Post>
        </div>
        <Island name="form" />
      </PublicPage>
    );
  },
});

/** The same words whether or not the person is registered: the answer must not tell who comes. */
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

/** "Quên mã": asked for by name and phone, told through the address or the phone on file. */
export const forgotPage = {
  get: (c: Page) => (c.req.query(QUERY.done) ? forgottenAnswer(c) : forgotForm.show(c)),
  post: (c: Page) =>
    forgotForm.handle(c, async ({ fields: { fullName = '', phone = '' } }) => {
      await forgotCode(c.get('world'), parse(ForgotCodeInput, { fullName, phone }));
      return withQuery(here(c, routes.forgotCode()), { [QUERY.done]: DONE.codeAsked });
    }),
};
