import { findByCode } from '../../../functions/events/registrations/find';
import { parse } from '../../../functions/platform/input/parse';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { phoneField } from '../../parts/registrations/person';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, valueAt } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { asksName, CodeInput, codeField, nameField, orAtField } from './own/code-input';
import { keepsCookies, tryCookies } from './own/kept-nonce';
import { giveProof } from './own/proof';

const codeForm = defineForm({
  fields: (t) => ({
    [QUERY.back]: { as: 'hidden' },
    code: codeField(t),
    phone: phoneField(t),
    fullName: nameField(t),
  }),
  fill: (_, c) => ({ [QUERY.back]: c.req.query(QUERY.back) }),
  page: (c, form) => {
    const t = copy(c.get('language')).registrations;
    keepNever(c);
    if (c.req.method === 'GET') tryCookies(c);
    return (
      <PublicPage c={c} title={t.reviewTitle} form={form} share={{ description: t.reviewLead }}>
        <div class="form">
          <h1>{t.reviewTitle}</h1>
          <form.Errors />
          {c.req.query(QUERY.done) === DONE.ended && (
            <p class="notice" role="status">
              {t.endedHere}
            </p>
          )}
          <p>{valueAt(form, QUERY.back) ? t.reviewLeadOther : t.reviewLead}</p>
          <form.Post action={here(c, routes.review())}>
            <form.Field name="code" />
            <form.Field name="phone" />
            {asksName(form, 'fullName') && <form.Field name="fullName" />}
            <p class="actions">
              <Button>{t.see}</Button>
              <a class="tap" href={here(c, routes.forgotCode())}>
                {t.forgot}
              </a>
            </p>
          </form.Post>
        </div>
        <Island name="form" />
      </PublicPage>
    );
  },
});

/** A page that a reader without a proof asked for: one's own registration, or a form that need not ask again. */
const wayBack = (c: Page, asked: string | undefined): string => {
  const own: readonly string[] = [
    routes.correct(),
    routes.changeWay(),
    routes.withdraw(),
    routes.registered(),
  ];
  const bare = asked?.replace(/^\/en(?=\/)/, '') ?? '';
  const isForm = new RegExp(`^${routes.register('[^/]+')}$`).test(bare);
  return here(c, isForm || own.includes(bare) ? bare : routes.reviewed());
};

/** Seeing one's registration again by code and phone. */
export const reviewPage = {
  get: (c: Page) => codeForm.show(c),
  post: (c: Page) =>
    codeForm.handle(c, async ({ fields: { code = '', phone = '', fullName, ...fields } }) => {
      const { registration } = await orAtField({ code: 'code', phone: 'phone', fullName: 'fullName' }, () =>
        findByCode(c.get('world'), parse(CodeInput, { code, phone, fullName }), { restricted: true }),
      );
      const proof = giveProof(c, registration);
      const path = registration.restricted ? here(c, routes.ownData()) : wayBack(c, fields[QUERY.back]);
      return withQuery(path, {
        [QUERY.proof]: keepsCookies(c) ? undefined : proof,
      });
    }),
};
