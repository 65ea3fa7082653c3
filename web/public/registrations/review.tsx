import * as z from 'zod';
import { findByCode } from '../../../functions/events/registrations/find';
import { phone } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { invalid, Problem } from '../../../functions/platform/problem/problem';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { phoneField } from '../../parts/registrations/person';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { reviewedPath } from './own';
import { giveProof } from './proof';

const CodeInput = z.object({
  code: z
    .string()
    .transform((typed) => typed.normalize('NFKC').replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^\d{9}$/, 'code-malformed')),
  phone,
});

const codeForm = defineForm({
  fields: (t) => ({
    code: {
      label: t.registrations.codeField,
      hint: t.registrations.codeHint,
      inputmode: 'numeric',
      autocomplete: 'off',
      class: 'short',
      maxlength: 20,
    },
    phone: phoneField(t),
  }),
  page: (c, form) => {
    const t = copy(c.get('language')).registrations;
    keepNever(c);
    return (
      <PublicPage c={c} title={t.reviewTitle}>
        <div class="form">
          <h1>{t.reviewTitle}</h1>
          <form.Errors />
          <p>{t.reviewLead}</p>
          <form.Post action={here(c, routes.review())}>
            <form.Fields />
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

/** Code and phone belong together: the message stands with the first of them. */
const atCode = (error: unknown): never => {
  if (error instanceof Problem && error.code === 'code-unknown') throw invalid('code', 'code-unknown');
  throw error;
};

/** Seeing one's registration again by code and phone. */
export const reviewPage = {
  get: (c: Page) => codeForm.show(c),
  post: (c: Page) =>
    codeForm.handle(c, async ({ fields: { code = '', phone = '' } }) => {
      const proof = parse(CodeInput, { code, phone });
      const { registration } = await findByCode(c.get('world'), proof).catch(atCode);
      giveProof(c, registration.id);
      return reviewedPath(c);
    }),
};
