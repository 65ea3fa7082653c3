import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import * as z from 'zod';
import {
  askForPasskey,
  enrolPasskey,
  removePasskey,
} from '../../../functions/directory/sign-in/enrol-passkey';
import { line } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { ErrorSummary, Field, type FormState, freshForm } from '../../ui/form';
import { orShowAgain, readForm } from '../../ui/read-form';
import { PasskeyForm } from './passkey-form';
import { credentialOf } from './read-credential';

const DONE: Record<string, string> = {
  them: 'Đã thêm khóa. Lần sau, chọn “Đăng nhập bằng khóa” rồi mở khóa máy là vào.',
  bo: 'Đã bỏ khóa. Khóa đó không mở được gì nữa.',
};

const show = (c: Page, form: FormState) => {
  const passkeys = c.get('account')?.passkeys ?? [];
  const done = DONE[c.req.query('xong') ?? ''];
  return c.html(
    <ConsolePage c={c} title="Khóa đăng nhập" at={routes.consolePasskeys()}>
      <div class="form">
        {done && (
          <p class="notice" role="status">
            {done}
          </p>
        )}
        <ErrorSummary form={form} />
        <p>
          Khóa nằm trong máy hoặc điện thoại của ông/bà và mở bằng vân tay, khuôn mặt hay mã mở máy. Có khóa
          thì không phải chờ mã gửi qua email. Mất máy thì vẫn đăng nhập được bằng mã, rồi bỏ khóa cũ ở đây.
        </p>
        {passkeys.length === 0 ? (
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
        )}
        <h2>Thêm khóa trên máy này</h2>
        <noscript>
          <p>Trình duyệt đang tắt JavaScript nên chưa thêm được khóa.</p>
        </noscript>
        <PasskeyForm
          act="create"
          action={routes.consolePasskeys()}
          ask={routes.consolePasskeyAsk()}
          button="Thêm khóa"
          failed="Máy này chưa tạo được khóa. Xin thử lại, hoặc dùng máy khác."
        >
          <Field
            form={form}
            name="name"
            label="Tên khóa"
            hint="Để sau này nhận ra, ví dụ: máy ở cơ quan"
            maxlength={60}
          />
        </PasskeyForm>
      </div>
    </ConsolePage>,
  );
};

const Enrolment = z.object({ name: line(60), credential: credentialOf<RegistrationResponseJSON>() });
const Removal = z.object({ id: z.string().max(1_500) });

/** The passkeys of whoever is signed in. */
export const passkeyPages: Pages = (app) => {
  app.get(routes.consolePasskeys(), staffOnly, (c) => show(c, freshForm('vi', { name: 'Máy của tôi' })));

  app.post(routes.consolePasskeyAsk(), staffOnly, async (c) =>
    c.json(await askForPasskey(c.get('world'), c.get('account')!)),
  );

  app.post(routes.consolePasskeys(), staffOnly, async (c) => {
    const { fields, typed } = await readForm(c);
    return orShowAgain(
      freshForm('vi', typed),
      async () => {
        const { name, credential } = parse(Enrolment, fields);
        await enrolPasskey(c.get('world'), c.get('account')!, { response: credential, name });
        return c.redirect(`${routes.consolePasskeys()}?xong=them`, 303);
      },
      (form) => {
        c.status(422);
        return show(c, form);
      },
    );
  });

  app.post(routes.consolePasskeyRemove(), staffOnly, async (c) => {
    const { id } = parse(Removal, (await readForm(c)).fields);
    await removePasskey(c.get('world'), c.get('account')!, id);
    return c.redirect(`${routes.consolePasskeys()}?xong=bo`, 303);
  });
};
