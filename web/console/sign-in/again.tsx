import type { MiddlewareHandler } from 'hono';
import { hasPasskey } from '../../../functions/directory/accounts/second-factor';
import { signedInLately } from '../../../functions/directory/sessions/again';
import type { Page, PageEnv } from '../../env';
import { KEPT, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, readForm, valueAt } from '../../ui/form';
import { PublicPage } from '../../ui/layout';
import { keptIn } from './kept';
import { wayBack } from './way-back';
import { WithPasskey } from './with-passkey';

/**
 * Lets on who has signed in within ten minutes; asks others to do it again, and leads back. A form goes along, as it
 * does where a session has ended.
 */
export const lately: MiddlewareHandler<PageEnv> = async (c, next) => {
  if (signedInLately(c.get('world'))) return next();
  const { pathname, search } = new URL(c.req.url);
  const back = pathname + search;
  return c.req.method === 'GET'
    ? c.redirect(withQuery(routes.signInAgain(), { [QUERY.back]: back }))
    : c.redirect(withQuery(routes.signInAgain(), { [KEPT]: true, [QUERY.back]: back }), 307);
};

/** `lately`, for what a form does: its page alone may be looked at. */
export const latelyToPost: MiddlewareHandler<PageEnv> = (c, next) =>
  c.req.method === 'POST' ? lately(c, next) : next();

const againForm = defineForm({
  fields: () => ({ [QUERY.back]: { as: 'hidden' }, [KEPT]: { as: 'hidden' }, email: { as: 'hidden' } }),
  fill: (kept: string | undefined, c) => ({ [QUERY.back]: c.req.query(QUERY.back), [KEPT]: kept }),
  page: (c, form, kept) => {
    const back = wayBack(valueAt(form, QUERY.back));
    const account = c.get('account');
    return (
      <PublicPage c={c} title="Đăng nhập lại" form={form} personal bilingual={false}>
        <div class="form">
          <h1>Đăng nhập lại</h1>
          <p>
            Việc này thay đổi những gì mở được tài khoản, nên cần biết chắc người đang dùng máy là{' '}
            {account?.name}. Đăng nhập lại xong, trang quay lại việc đang làm.
          </p>
          <WithPasskey back={back} kept={kept} otherwise="nhận mã qua email" />
          <form.Post
            action={routes.signIn()}
            hidden={{ [QUERY.back]: back, [KEPT]: kept ?? '', email: account?.email ?? '' }}
            files={kept !== undefined}
          >
            <h2>Hoặc nhận mã qua email</h2>
            <p>
              {account && hasPasskey(account)
                ? `Mã được gửi tới ${account.email}. Sau đó cần nhập thêm mã khôi phục.`
                : `Mã gồm 8 chữ và số được gửi tới ${account?.email}.`}
            </p>
            <Button>Gửi mã</Button>
          </form.Post>
          <p>
            <a href={routes.console()}>Quay lại</a>
          </p>
        </div>
      </PublicPage>
    );
  },
});

/** Signs in the person who is signed in already, by the pages of signing in: that begins a new session. */
export const signInAgainPage = {
  get: (c: Page) => {
    keepNever(c);
    return againForm.show(c, undefined);
  },
  post: async (c: Page) => {
    keepNever(c);
    const { fields } = await readForm<typeof KEPT>(c);
    c.status(401);
    return againForm.show(c, await keptIn(c, fields));
  },
};
