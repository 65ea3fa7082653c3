import * as z from 'zod';
import { askRecovery } from '../../../functions/directory/recovery/ask';
import { readRecoveryCode } from '../../../functions/directory/recovery/recovery-code';
import { signInByRecoveryCode } from '../../../functions/directory/recovery/use-code';
import { callerAddress } from '../../../functions/directory/sign-in/caller-address';
import { parse } from '../../../functions/platform/input/parse';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import type { Page } from '../../env';
import { DONE, KEPT, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Button, defineForm, type Fields, valueAt } from '../../ui/form';
import { PublicPage } from '../../ui/layout';
import { afterSignIn } from './kept';
import { giveSession } from './session-cookie';
import { wayBack } from './way-back';
import { WithPasskey } from './with-passkey';

const RecoveryInput = z.object({
  half: z.string('recovery-over'),
  code: z.string('required').transform(readRecoveryCode).pipe(z.string('recovery-code-malformed')),
});

const recoveryForm = defineForm({
  fields: () => ({
    [QUERY.back]: { as: 'hidden' },
    [KEPT]: { as: 'hidden' },
    half: { as: 'hidden' },
    code: {
      label: 'Mã khôi phục',
      hint: '16 chữ và số trên tờ giấy in khi thêm khóa, ví dụ 7K3M-Q2XP-9D4R-T6WN.',
      autocomplete: 'off',
      maxlength: 40,
    },
  }),
  // A code is never shown again: each is typed once more.
  again: ({ typed }) => ({ ...typed, code: undefined }),
  page: (c, form) => {
    const [back, kept] = [wayBack(valueAt(form, QUERY.back)), valueAt(form, KEPT) ?? ''];
    const half = valueAt(form, 'half') ?? '';
    return (
      <PublicPage c={c} title="Cần khóa truy cập" form={form} personal bilingual={false}>
        <div class="form">
          <h1>Cần khóa truy cập</h1>
          <form.Errors />
          <p>
            Mã qua email đúng. Tài khoản này có khóa truy cập, nên cần thêm khóa đó, hoặc mã khôi phục, mới
            vào được.
          </p>
          <WithPasskey back={back} kept={kept} otherwise="dùng mã khôi phục" />
          <h2>Mất máy có khóa?</h2>
          <form.Post
            action={routes.signInRecovery()}
            hidden={{ [QUERY.back]: back, half }}
            files={kept !== ''}
          >
            <form.Field name="code" />
            <Button>Đăng nhập bằng mã khôi phục</Button>
          </form.Post>
          <h2>Không còn mã khôi phục?</h2>
          <p>
            Một quản trị viên hoặc người tổ chức khác cho phép thì ông/bà vào được bằng mã qua email. Vui lòng
            gửi yêu cầu, rồi gặp hoặc gọi cho người đó.
          </p>
          <form method="post" action={routes.signInAskRecovery()}>
            <input type="hidden" name="half" value={half} />
            <Button kind="plain">Xin khôi phục đăng nhập</Button>
          </form>
        </div>
      </PublicPage>
    );
  },
});

/** The page for who has typed the right mailed code for an account with a passkey. */
export const askForMore = (c: Page, half: string, fields: Fields) => {
  const { [QUERY.back]: back, [KEPT]: kept } = fields;
  return recoveryForm.showAgain(
    c,
    { fields: {}, typed: { [QUERY.back]: back, [KEPT]: kept, half }, files: [] },
    undefined,
  );
};

/** Where a person goes who was let in without a passkey: the lost one must go, and another come. */
export const afterRecovery = (c: Page, fields: Fields) =>
  fields[KEPT]
    ? afterSignIn(c, fields)
    : withQuery(routes.consolePasskeys(), { [QUERY.done]: DONE.recovered });

/** Takes the printed recovery code. */
export const recoveryPage = {
  get: (c: Page) => c.redirect(routes.signIn(), 303),
  post: (c: Page) => {
    keepNever(c);
    return recoveryForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const { half, code } = parse(RecoveryInput, fields);
        const from = { ip: callerAddress(world, c), agent: c.req.header('user-agent') };
        const { account, session } = await signInByRecoveryCode(world, { half, code, ...from });
        await giveSession(c, account, session);
        return afterRecovery(c, fields);
      },
      undefined,
    );
  },
  ask: (c: Page) => {
    keepNever(c);
    return recoveryForm.handle(
      c,
      async ({ fields }) => {
        await askRecovery(c.get('world'), fields.half ?? '');
        return asked(c);
      },
      undefined,
    );
  },
};

const asked = (c: Page) => {
  const { help } = c.get('world').settings;
  return c.html(
    <PublicPage c={c} title="Đã gửi yêu cầu khôi phục" personal bilingual={false}>
      <div class="form">
        <h1>Đã gửi yêu cầu khôi phục</h1>
        <p>
          Vui lòng gặp hoặc gọi cho một quản trị viên hoặc người tổ chức khác để người đó xác nhận trong “Khóa
          truy cập”, mục “Khôi phục đăng nhập”. Nếu không liên hệ được, vui lòng gọi {help.name}:{' '}
          <a href={`tel:${dialPhone(help.phone)}`}>{showPhone(help.phone)}</a>.
        </p>
        <p>
          Khi được chấp thuận, hệ thống gửi thư cho ông/bà. Sau đó vui lòng mở trang đăng nhập và nhận mã mới.
          Yêu cầu có hiệu lực trong 3 ngày.
        </p>
        <p>
          <a href={routes.signIn()}>Quay lại trang đăng nhập</a>
        </p>
      </div>
    </PublicPage>,
  );
};
