import * as z from 'zod';
import { callerAddress } from '../../../functions/directory/sign-in/caller-address';
import { finishSignIn } from '../../../functions/directory/sign-in/sign-in';
import { readSignInCode } from '../../../functions/directory/sign-in/sign-in-code';
import { parse } from '../../../functions/platform/input/parse';
import type { Page } from '../../env';
import { KEPT, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, valueAt } from '../../ui/form';
import { PublicPage } from '../../ui/layout';
import { afterSignIn } from './kept';
import { afterRecovery, askForMore } from './recovery';
import { giveSession, markIn } from './session-cookie';
import { wayBack } from './way-back';

const CodeInput = z.object({
  code: z.string('required').transform(readSignInCode).pipe(z.string('sign-in-code-malformed')),
});

const codeForm = defineForm({
  fields: () => ({
    [QUERY.back]: { as: 'hidden' },
    [QUERY.challenge]: { as: 'hidden' },
    [KEPT]: { as: 'hidden' },
    code: {
      label: 'Mã đăng nhập',
      hint: '8 chữ và số, ví dụ 7K3M-Q2XP. Có thể nhập chữ thường, không cần dấu gạch.',
      autocomplete: 'one-time-code',
      class: 'short',
      maxlength: 20,
    },
  }),
  fill: (_, c) => ({
    [QUERY.back]: c.req.query(QUERY.back),
    [QUERY.challenge]: c.req.query(QUERY.challenge),
  }),
  // A code is never shown again: each is typed once more.
  again: ({ typed }) => ({ ...typed, code: undefined }),
  page: (c, form) => {
    const back = wayBack(valueAt(form, QUERY.back));
    const kept = valueAt(form, KEPT);
    return (
      <PublicPage c={c} title="Nhập mã đăng nhập" form={form} personal bilingual={false}>
        <div class="form">
          <h1>Nhập mã đăng nhập</h1>
          <form.Errors />
          <p>
            Nếu địa chỉ vừa nhập có tài khoản, mã gồm 8 chữ và số đã được gửi tới hộp thư đó. Mã dùng được một
            lần, trong 10 phút.
          </p>
          <form.Post action={routes.signInCode()} hidden={{ [QUERY.back]: back }} files={Boolean(kept)}>
            <form.Field name="code" />
            <Button>Đăng nhập</Button>
          </form.Post>
          <p>
            Chưa nhận được thư? Vui lòng xem cả mục thư rác, hoặc{' '}
            {kept ? (
              'bấm nút dưới đây.'
            ) : (
              <a href={withQuery(routes.signIn(), { [QUERY.back]: back })}>nhận mã khác</a>
            )}
            {!kept && '.'}
          </p>
          {kept && (
            <form
              method="post"
              action={withQuery(routes.signIn(), { [KEPT]: true, [QUERY.back]: back })}
              enctype="multipart/form-data"
            >
              <input type="hidden" name={KEPT} value={kept} />
              <Button kind="plain">Nhận mã khác</Button>
            </form>
          )}
        </div>
      </PublicPage>
    );
  },
});

/** The page for the code, at once: a form that is kept is too long for an address. */
export const askForCode = (
  c: Page,
  { back, challenge, kept }: { back: string; challenge: string; kept: string },
) => {
  const typed = { [QUERY.back]: back, [QUERY.challenge]: challenge, [KEPT]: kept };
  return codeForm.showAgain(c, { fields: {}, typed, files: [] });
};

/** Takes the code from the mail. */
export const codePage = {
  get: async (c: Page) => {
    keepNever(c);
    return c.req.query(QUERY.challenge) ? codeForm.show(c) : c.redirect(routes.signIn(), 303);
  },
  post: (c: Page) => {
    keepNever(c);
    return codeForm.handle(c, async ({ fields }) => {
      const world = c.get('world');
      const { code } = parse(CodeInput, fields);
      const challenge = fields[QUERY.challenge] ?? '';
      const from = { ip: callerAddress(world, c), agent: c.req.header('user-agent'), mark: markIn(c) };
      const { account, session, half, recovered } = await finishSignIn(world, { challenge, code, ...from });
      if (session === undefined) return askForMore(c, half, fields);
      await giveSession(c, account, session);
      return recovered ? afterRecovery(c, fields) : afterSignIn(c, fields);
    });
  },
};
