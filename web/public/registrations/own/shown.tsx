import type { FC } from 'hono/jsx';
import { findByCode } from '../../../../functions/events/registrations/find';
import type { Registration } from '../../../../functions/events/registrations/registration';
import { parse } from '../../../../functions/platform/input/parse';
import { invalid, Problem } from '../../../../functions/platform/problem/problem';
import { copy } from '../../../copy/copy';
import type { Handler, Page } from '../../../env';
import { phoneField } from '../../../parts/registrations/person';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { Button, CarriedFields, defineForm, type Fields, readForm, versionIn } from '../../../ui/form';
import { Island } from '../../../ui/island';
import { here, PublicPage } from '../../../ui/layout';
import { asksName, CodeInput, codeField, nameField, orAtField } from './code-input';
import { keepsCookies } from './kept-nonce';
import { type Own, type OwnAnswer, ownOf } from './own';
import { giveProof } from './proof';

const SHOWN = 'registrationId';
/** Their own names, since a correction has a field `phone` of its own. */
const CODE = 'ownCode';
const PHONE = 'ownPhone';
const NAME = 'ownName';

/** In every form about a registration: which one it shows, in which version. */
export const ShownRegistration: FC<{ of: Own }> = ({ of: { registration, carried } }) => (
  <>
    <input type="hidden" name={SHOWN} value={registration.id} />
    {carried && <input type="hidden" name={QUERY.proof} value={carried} />}
  </>
);

/** @throws Problem stale where the registration changed since the form was shown */
export const mustBeAsShown = (registration: Registration, fields: Fields<'version'>): void => {
  if (registration.version !== versionIn(fields)) throw new Problem('stale', 'registration-changed-since');
};

const provingForm = defineForm({
  fields: (t) => ({ [CODE]: codeField(t), [PHONE]: phoneField(t), [NAME]: nameField(t) }),
  page: async (c, form, proven: boolean) => {
    const t = copy(c.get('language')).registrations;
    c.status(409);
    return (
      <PublicPage c={c} title={t.anotherShownTitle} form={form} personal>
        <div class="form">
          <h1>{t.anotherShownTitle}</h1>
          <form.Errors />
          <p>{proven ? t.anotherShown : t.proofOver}</p>
          <form.Post action={new URL(c.req.url).pathname}>
            <CarriedFields posted={await readForm(c)} but={[CODE, PHONE, NAME, QUERY.proof]} />
            <form.Field name={CODE} />
            <form.Field name={PHONE} />
            {asksName(form, NAME) && <form.Field name={NAME} />}
            <p class="actions">
              <Button>{t.goOn}</Button>
              <a class="btn plain" href={here(c, routes.review())}>
                {t.reviewTitle}
              </a>
            </p>
          </form.Post>
        </div>
        <Island name="form" />
      </PublicPage>
    );
  },
});

/**
 * Answers a form about the registration that it shows. Where the proof was given for another one since, or is
 * over, nothing is written: the page asks for the code and keeps what was typed.
 */
export const ofShown =
  (answer: OwnAnswer): Handler =>
  async (c) => {
    c.header('Cache-Control', 'no-store');
    const { fields } = await readForm<typeof SHOWN | typeof QUERY.proof>(c);
    const own = await ownOf(c, fields[QUERY.proof]);
    const shown = fields[SHOWN];
    if (own && shown === own.registration.id) return answer(c, own);
    if (!own && !shown) return c.redirect(here(c, routes.review()), 303);
    const proven = own !== undefined;
    return provingForm.handle(
      c,
      async ({ fields }) =>
        shown && fields[CODE] !== undefined
          ? answer(c, await provenNow(c, shown, fields))
          : provingForm.show(c, proven),
      proven,
    );
  };

/** @throws Problem naming the code where it is not the one of the registration that the form shows */
const provenNow = async (
  c: Page,
  shown: string,
  fields: Fields<typeof CODE | typeof PHONE | typeof NAME>,
): Promise<Own> => {
  const at = { code: CODE, phone: PHONE, fullName: NAME };
  const proof = await orAtField(at, () =>
    parse(CodeInput, { code: fields[CODE] ?? '', phone: fields[PHONE] ?? '', fullName: fields[NAME] }),
  );
  const { registration, event } = await orAtField(at, () =>
    findByCode(c.get('world'), proof, { restricted: true }),
  );
  if (registration.id !== shown) throw invalid(CODE, 'code-of-another');
  const carried = giveProof(c, registration);
  return { registration, event, carried: keepsCookies(c) ? undefined : carried };
};
