import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { FC } from 'hono/jsx';
import * as z from 'zod';
import { callerAddress, sessionCookie } from '../../../functions/directory/sign-in/authenticate';
import { askPasskey, signInByPasskey } from '../../../functions/directory/sign-in/passkey-sign-in';
import { closeSession } from '../../../functions/directory/sign-in/session';
import { finishSignIn, startSignIn } from '../../../functions/directory/sign-in/sign-in';
import { email } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { Button, ErrorSummary, Field, type FormState, freshForm } from '../../ui/form';
import { PublicPage } from '../../ui/layout';
import { type Fields, orShowAgain, readForm } from '../../ui/read-form';
import { PasskeyForm } from './passkey-form';
import { passkeyPages } from './passkeys';
import { credentialOf } from './read-credential';

/** The page that was asked for before signing in; never one of another site. */
const wayBack = (asked: string | undefined): string =>
  asked && /^\/quan-tri(\/\w[\w.-]*)*$/.test(asked) ? asked : routes.console();

const AskForm = z.object({ email });
const CodeForm = z.object({
  code: z
    .string('required')
    .transform((typed) => typed.replace(/\D/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'sign-in-code-malformed')),
});

const AskPage: FC<Omit<SigningIn, 'challenge'>> = ({ c, form, back }) => (
  <PublicPage c={c} title="Đăng nhập" personal bilingual={false}>
    <div class="form">
      <h1>Đăng nhập</h1>
      <ErrorSummary form={form} />
      <p>Dành cho cán bộ Sở Tư pháp và cán bộ phụ trách ở các đơn vị.</p>
      <form method="post" action={routes.signIn()} novalidate>
        <input type="hidden" name="ve" value={back} />
        <Field
          form={form}
          name="email"
          type="email"
          inputmode="email"
          autocomplete="email"
          label="Email công vụ"
          hint="Hệ thống gửi mã đăng nhập gồm 6 chữ số tới địa chỉ này."
        />
        <Button>Gửi mã</Button>
      </form>
      <PasskeyForm
        act="get"
        action={routes.signInPasskey()}
        ask={routes.signInPasskeyAsk()}
        button="Đăng nhập bằng khóa"
        failed="Chưa dùng được khóa trên máy này. Xin thử lại, hoặc nhận mã qua email."
      >
        <input type="hidden" name="ve" value={back} />
        <h2>Đã có khóa trên máy này?</h2>
      </PasskeyForm>
    </div>
  </PublicPage>
);

const CodePage: FC<SigningIn> = ({ c, form, back, challenge }) => (
  <PublicPage c={c} title="Nhập mã đăng nhập" personal bilingual={false}>
    <div class="form">
      <h1>Nhập mã đăng nhập</h1>
      <ErrorSummary form={form} />
      <p>
        Nếu địa chỉ vừa nhập có tài khoản, mã gồm 6 chữ số đã được gửi tới hộp thư đó. Mã dùng được một lần,
        trong 10 phút.
      </p>
      <form method="post" action={routes.signInCode()} novalidate>
        <input type="hidden" name="ve" value={back} />
        <input type="hidden" name="lan" value={challenge} />
        <Field
          form={form}
          name="code"
          label="Mã đăng nhập"
          inputmode="numeric"
          autocomplete="one-time-code"
          class="short"
          maxlength={12}
        />
        <Button>Đăng nhập</Button>
      </form>
      <p>
        Chưa nhận được thư? Xin xem cả mục thư rác, hoặc{' '}
        <a href={`${routes.signIn()}?ve=${encodeURIComponent(back)}`}>nhận mã khác</a>.
      </p>
    </div>
  </PublicPage>
);

const PasskeyAnswer = z.object({ credential: credentialOf<AuthenticationResponseJSON>() });

const giveSession = (c: Page, session: string) => {
  const { name, secure } = sessionCookie(c.get('world'));
  setCookie(c, name, session, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
};

const noStore = (c: Page) => c.header('Cache-Control', 'no-store');

/** What a form of signing in bears: the way back, and on the second page the challenge that the code answers. */
interface SigningIn {
  c: Page;
  form: FormState;
  back: string;
  challenge: string;
}

/** Goes where the form leads, or shows its page again. No code is shown again: each is typed anew. */
const answered = async (
  c: Page,
  Again: FC<SigningIn>,
  act: (said: { fields: Fields; back: string }) => Promise<string>,
): Promise<Response> => {
  noStore(c);
  const { fields, typed } = await readForm(c);
  const back = wayBack(fields.ve);
  return orShowAgain(
    freshForm('vi', { ...typed, code: undefined }),
    async () => c.redirect(await act({ fields, back }), 303),
    (form) => c.html(<Again c={c} form={form} back={back} challenge={fields.lan ?? ''} />, 422),
  );
};

/** Signing in by a passkey or a one-time code, and out. Vietnamese only, like the console behind it. */
export const accountPages: Pages = (app) => {
  app.get(routes.signIn(), (c) => {
    noStore(c);
    const back = wayBack(c.req.query('ve'));
    if (c.get('account')) return c.redirect(back, 303);
    return c.html(<AskPage c={c} form={freshForm('vi')} back={back} />);
  });

  app.post(routes.signIn(), (c) =>
    answered(c, AskPage, async ({ fields, back }) => {
      const world = c.get('world');
      const { email } = parse(AskForm, fields);
      const challenge = await startSignIn(world, { email, ip: callerAddress(world, c) });
      return `${routes.signInCode()}?${new URLSearchParams({ lan: challenge, ve: back })}`;
    }),
  );

  app.post(routes.signInPasskeyAsk(), async (c) => {
    noStore(c);
    const world = c.get('world');
    return c.json(await askPasskey(world, { ip: callerAddress(world, c) }));
  });

  app.post(routes.signInPasskey(), (c) =>
    answered(c, AskPage, async ({ fields, back }) => {
      const world = c.get('world');
      const { credential: response } = parse(PasskeyAnswer, fields);
      const { session } = await signInByPasskey(world, { response, ip: callerAddress(world, c) });
      giveSession(c, session);
      return back;
    }),
  );

  app.get(routes.signInCode(), (c) => {
    noStore(c);
    const back = wayBack(c.req.query('ve'));
    const challenge = c.req.query('lan');
    if (!challenge) return c.redirect(routes.signIn(), 303);
    return c.html(<CodePage c={c} form={freshForm('vi')} back={back} challenge={challenge} />);
  });

  app.post(routes.signInCode(), (c) =>
    answered(c, CodePage, async ({ fields, back }) => {
      const world = c.get('world');
      const { code } = parse(CodeForm, fields);
      const challenge = fields.lan ?? '';
      const { session } = await finishSignIn(world, { challenge, code, ip: callerAddress(world, c) });
      giveSession(c, session);
      return back;
    }),
  );

  app.post(routes.signOut(), async (c) => {
    noStore(c);
    const world = c.get('world');
    const { name, secure } = sessionCookie(world);
    const session = getCookie(c, name);
    if (session && c.get('account')) await closeSession(world, session);
    deleteCookie(c, name, { path: '/', secure });
    return c.redirect(routes.signIn(), 303);
  });

  passkeyPages(app);
};
