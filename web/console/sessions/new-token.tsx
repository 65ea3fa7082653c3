import { may } from '../../../functions/directory/accounts/may';
import { makeToken, TokenInput } from '../../../functions/directory/sessions/make-token';
import type { ApiToken } from '../../../functions/directory/sessions/token';
import { parse } from '../../../functions/platform/input/parse';
import { newToken } from '../../../functions/platform/keys/ids';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, Checkbox, defineForm, valueAt } from '../../ui/form';
import { Island } from '../../ui/island';

const back = { href: routes.ownSessions(), label: 'Phiên đăng nhập' };

const tokenForm = defineForm({
  fields: () => ({
    nonce: { as: 'hidden' },
    name: { label: 'Tên mã', hint: 'Để sau này nhận ra, ví dụ: chương trình thống kê', maxlength: 60 },
    manages: { as: 'custom' },
  }),
  page: (c, form) => (
    <ConsolePage c={c} title="Lập mã truy cập API" at={routes.ownSessions()} back={back}>
      <div class="form">
        <form.Errors />
        <p>
          Chương trình có mã này làm được những việc mà tài khoản của ông/bà làm được, trong 90 ngày. Mã chỉ
          hiện một lần.
        </p>
        <form.Post action={routes.ownNewToken()} hidden={{ nonce: valueAt(form, 'nonce') || newToken() }}>
          <form.Field name="name" />
          {may(c.get('account')).manageAccounts && (
            <Checkbox form={form} name="manages" label="Cho phép quản lý tài khoản bằng mã này" />
          )}
          <Button>Lập mã</Button>
        </form.Post>
      </div>
    </ConsolePage>
  ),
});

/** Shown this once. */
const made = (c: Page, { secret, token }: { secret: string; token: ApiToken }) =>
  c.html(
    <ConsolePage c={c} title="Đã lập mã truy cập API" at={routes.ownSessions()} back={back}>
      <div class="form">
        <p class="notice" role="status">
          Đã lập mã “{token.name}”, có hiệu lực đến {shortDate(token.expiresAt * 1_000)}. Vui lòng sao chép
          ngay: mã không hiện lại lần nữa.
        </p>
        <label for="ma">Mã truy cập</label>
        <textarea id="ma" rows={2} readonly>
          {secret}
        </textarea>
        <p>
          <button type="button" class="btn plain" data-copy="ma" data-done="Đã sao chép mã" hidden>
            Sao chép mã
          </button>
        </p>
        <p class="hint">Gửi trong mỗi lần gọi: Authorization: Bearer và mã này.</p>
      </div>
      <Island name="copy" />
    </ConsolePage>,
  );

/** Makes a bearer token for one's own account. */
export const newTokenPage = {
  get: (c: Page) => tokenForm.show(c),
  post: (c: Page) =>
    tokenForm.handle(c, async ({ fields }) => {
      const input = parse(TokenInput, {
        name: fields.name ?? '',
        manages: fields.manages === 'on',
        nonce: fields.nonce,
      });
      return made(c, await makeToken(c.get('world'), c.get('account')!, input));
    }),
};
