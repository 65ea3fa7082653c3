import * as z from 'zod';
import { callerAddress } from '../../../functions/directory/sign-in/caller-address';
import { startSignIn } from '../../../functions/directory/sign-in/sign-in';
import { email } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import type { Page } from '../../env';
import { DONE, KEPT, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, readForm, valueAt } from '../../ui/form';
import { PublicPage } from '../../ui/layout';
import { askForCode } from './code';
import { keptIn } from './kept';
import { markIn } from './session-cookie';
import { wayBack } from './way-back';
import { WithPasskey } from './with-passkey';

const AddressInput = z.object({ email });

/** The first page of signing in: an address that gets a code, or a passkey. */
/** What was just done. */
const DONE_WORDS: Record<string, string> = {
  [DONE.signedOut]: 'Đã đăng xuất khỏi máy này.',
  [DONE.signedOutEverywhere]: 'Đã đăng xuất khỏi mọi máy.',
};

export const addressForm = defineForm({
  fields: () => ({
    [QUERY.back]: { as: 'hidden' },
    [KEPT]: { as: 'hidden' },
    email: {
      label: 'Email công vụ',
      hint: 'Hệ thống gửi mã đăng nhập gồm 8 chữ và số tới địa chỉ này.',
      type: 'email',
      inputmode: 'email',
      autocomplete: 'email',
    },
    // Sent by the form of the passkey.
    credential: { as: 'custom' },
  }),
  fill: (kept: string | undefined, c) => ({ [QUERY.back]: c.req.query(QUERY.back), [KEPT]: kept }),
  page: (c, form) => {
    const back = wayBack(valueAt(form, QUERY.back));
    const kept = valueAt(form, KEPT);
    const done = DONE_WORDS[c.req.query(QUERY.done) ?? ''];
    return (
      <PublicPage c={c} title="Đăng nhập" form={form} personal bilingual={false}>
        <div class="form">
          <h1>Đăng nhập</h1>
          {done && (
            <p class="notice" role="status">
              {done}
            </p>
          )}
          <form.Errors />
          {kept && (
            <p class="notice">
              Phiên làm việc đã hết nên việc vừa gửi chưa được ghi. Vui lòng đăng nhập lại: những gì đã ghi
              vẫn còn.
            </p>
          )}
          <p>Dành cho cán bộ Sở Tư pháp và cán bộ phụ trách ở các đơn vị.</p>
          <form.Post
            action={routes.signIn()}
            hidden={{ [QUERY.back]: back, [KEPT]: kept ?? '' }}
            files={kept !== undefined}
          >
            <form.Field name="email" />
            <Button>Gửi mã</Button>
          </form.Post>
          <WithPasskey back={back} kept={kept} otherwise="nhận mã qua email">
            <h2>Đã có khóa trên máy này?</h2>
          </WithPasskey>
        </div>
      </PublicPage>
    );
  },
});

/** Asks for an address and mails a code to it. */
export const signInPage = {
  get: async (c: Page) => {
    keepNever(c);
    if (c.get('account')) return c.redirect(wayBack(c.req.query(QUERY.back)), 303);
    return addressForm.show(c, undefined);
  },
  post: async (c: Page) => {
    keepNever(c);
    const { fields } = await readForm<typeof KEPT>(c);
    const kept = await keptIn(c, fields);
    // The console passed a form on: nothing was typed here yet.
    if (kept && c.req.query(KEPT) !== undefined) {
      c.status(401);
      return addressForm.show(c, kept);
    }
    return addressForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const { email } = parse(AddressInput, fields);
        const challenge = await startSignIn(world, { email, ip: callerAddress(world, c), mark: markIn(c) });
        const back = wayBack(fields[QUERY.back]);
        if (kept) return askForCode(c, { back, challenge, kept });
        return withQuery(routes.signInCode(), { [QUERY.challenge]: challenge, [QUERY.back]: back });
      },
      kept,
    );
  },
};
