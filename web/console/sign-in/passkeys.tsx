import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FC } from 'hono/jsx';
import * as z from 'zod';
import type { Account } from '../../../functions/directory/accounts/account';
import { may } from '../../../functions/directory/accounts/may';
import { hasPasskey, isPasskeyOverdue } from '../../../functions/directory/accounts/second-factor';
import { recoveryCodeMadeAt } from '../../../functions/directory/recovery/recovery-code';
import { signedInLately } from '../../../functions/directory/sessions/again';
import {
  askForPasskey,
  enrolPasskey,
  removePasskey,
} from '../../../functions/directory/sign-in/enrol-passkey';
import { line } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { BY, DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm, type FilledForm, readForm } from '../../ui/form';
import { PasskeyForm } from './passkey-form';
import { credentialOf } from './read-credential';
import { RecoveryCode, showRecoveryCode } from './recovery-code';

const DONE_WORDS: Record<string, string> = {
  [DONE.passkeyAdded]: 'Đã thêm khóa. Lần sau, chọn “Đăng nhập bằng khóa” rồi mở khóa máy là vào.',
  [DONE.recovered]:
    'Đã đăng nhập bằng khôi phục. Vui lòng gỡ khóa của máy đã mất, thêm khóa mới và lập mã khôi phục mới.',
  [DONE.passkeyRemoved]: 'Đã gỡ khóa. Khóa đó không còn dùng để đăng nhập được.',
};

const enrolForm = defineForm({
  fields: () => ({
    name: { label: 'Tên khóa', hint: 'Để sau này nhận ra, ví dụ: máy ở cơ quan', maxlength: 60 },
    // Filled by the script.
    credential: { as: 'custom' },
  }),
  fill: () => ({ name: 'Máy của tôi' }),
  page: async (c, form) => {
    const account = c.get('account')!;
    const done = DONE_WORDS[c.req.query(QUERY.done) ?? ''];
    return (
      <ConsolePage c={c} title="Khóa truy cập" at={routes.consolePasskeys()}>
        <div class="form">
          {done && (
            <p class="notice" role="status">
              {done}
            </p>
          )}
          <form.Errors />
          <p>
            Khóa nằm trong máy hoặc điện thoại của ông/bà và mở bằng vân tay, khuôn mặt hay mã mở máy. Có khóa
            thì đăng nhập bằng khóa: mã gửi qua email không đủ để vào tài khoản nữa. Trên máy chưa có khóa,
            vui lòng dùng khóa trong điện thoại hoặc mã khôi phục.
          </p>
          {isPasskeyOverdue(c.get('world'), account) && (
            <p class="notice">
              Quản trị viên và người tổ chức cần có khóa truy cập. Vui lòng thêm khóa rồi làm tiếp việc khác.
            </p>
          )}
          <OwnPasskeys passkeys={account.passkeys ?? []} />
          <h2>Thêm khóa trên máy này</h2>
          {signedInLately(c.get('world')) ? <Enrol c={c} form={form} /> : <SignInAgain />}
          {hasPasskey(account) && <RecoveryCode madeAt={await recoveryCodeMadeAt(c.get('world'), account)} />}
          {may(account).decideRecoveries && (
            <>
              <h2>Đồng nghiệp mất khóa</h2>
              <p>
                <a href={routes.consoleRecoveries()}>Khôi phục đăng nhập</a>: xem và xác nhận yêu cầu của đồng
                nghiệp.
              </p>
            </>
          )}
          <h2>Đăng xuất khỏi mọi máy</h2>
          <p>
            Dùng khi mất máy, hoặc quên đăng xuất ở máy khác. Máy này cũng đăng xuất; mã truy cập API của tài
            khoản, nếu có, cũng hết hiệu lực.
          </p>
          <form method="post" action={routes.signOutEverywhere()}>
            <Button kind="plain">Đăng xuất khỏi mọi máy</Button>
          </form>
        </div>
      </ConsolePage>
    );
  },
});

const Enrol: FC<{ c: Page; form: FilledForm<'name' | 'credential'> }> = ({ c, form }) => (
  <>
    <noscript>
      <p>Trình duyệt đang tắt JavaScript nên chưa thêm được khóa.</p>
    </noscript>
    <PasskeyForm
      act="create"
      action={routes.consolePasskeys()}
      ask={routes.consolePasskeyAsk()}
      button="Thêm khóa"
      failed="Máy này chưa tạo được khóa. Vui lòng thử lại, hoặc dùng máy khác."
    >
      <input type="hidden" name={BY} value={c.get('account')?.id} />
      <form.Field name="name" />
    </PasskeyForm>
  </>
);

const SignInAgain: FC = () => (
  <p>
    <a class="btn plain" href={withQuery(routes.signInAgain(), { [QUERY.back]: routes.consolePasskeys() })}>
      Đăng nhập lại để thêm khóa
    </a>
  </p>
);

const OwnPasskeys: FC<{ passkeys: NonNullable<Account['passkeys']> }> = ({ passkeys }) =>
  passkeys.length === 0 ? (
    <p class="empty">Chưa có khóa nào. Hiện ông/bà đăng nhập bằng mã gửi qua email.</p>
  ) : (
    <ul class="plain-list">
      {passkeys.map((key) => (
        <li>
          <form method="post" action={routes.consolePasskeyRemove()} class="actions">
            <input type="hidden" name="id" value={key.id} />
            <span>
              <b>{key.name}</b> <span class="soft">thêm ngày {shortDate(key.createdAt)}</span>
            </span>
            <button type="submit" class="linklike">
              Bỏ<span class="hidden-label"> khóa {key.name}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );

const Enrolment = z.object({ name: line(60), credential: credentialOf<RegistrationResponseJSON>() });
const Removal = z.object({ id: z.string().max(1_500) });

const donePath = (done: string) => withQuery(routes.consolePasskeys(), { [QUERY.done]: done });

/** The passkeys of the account that is signed in. */
export const passkeysPage = {
  get: (c: Page) => enrolForm.show(c),
  challenge: async (c: Page) => c.json(await askForPasskey(c.get('world'), c.get('account')!)),
  post: (c: Page) =>
    enrolForm.handle(c, async ({ fields }) => {
      const { name, credential } = parse(Enrolment, fields);
      const [world, account] = [c.get('world'), c.get('account')!];
      const passkey = await enrolPasskey(world, account, { response: credential, name });
      // What was just added is not in the account as this request read it.
      c.set('account', { ...account, passkeys: [...(account.passkeys ?? []), passkey] });
      if (!(await recoveryCodeMadeAt(world, account)))
        return showRecoveryCode(c, DONE_WORDS[DONE.passkeyAdded]);
      return donePath(DONE.passkeyAdded);
    }),
  remove: async (c: Page) => {
    const { id } = parse(Removal, (await readForm(c)).fields);
    await removePasskey(c.get('world'), c.get('account')!, id);
    return c.redirect(donePath(DONE.passkeyRemoved), 303);
  },
};
