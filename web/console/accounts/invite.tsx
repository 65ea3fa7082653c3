import type { FC } from 'hono/jsx';
import { ownerOfEmail } from '../../../functions/directory/accounts/find';
import { inviteAccount } from '../../../functions/directory/staff/invite';
import { email } from '../../../functions/platform/input/fields';
import { newToken } from '../../../functions/platform/keys/ids';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, errorAt, type FormState, valueAt } from '../../ui/form';
import { Island } from '../../ui/island';
import { ACCOUNT_FIELDS, readAccount, unitOptions } from './account-fields';
import { AccountPage } from './account-page';
import { stateWords } from './account-words';

const inviteForm = defineForm({
  fields: () => ({ nonce: { as: 'hidden' }, ...ACCOUNT_FIELDS }),
  page: async (c, form) => (
    <AccountPage c={c} title="Mời đồng nghiệp">
      <div class="form">
        <form.Errors />
        {errorAt(form, 'email')?.code === 'account-twice' && <Existing c={c} form={form} />}
        <p>
          Hệ thống gửi thư hướng dẫn cách đăng nhập. Không có mật khẩu: người được mời đăng nhập bằng mã gửi
          tới hộp thư của mình.
        </p>
        <form.Post
          action={routes.consoleNewAccount()}
          hidden={{ nonce: valueAt(form, 'nonce') || newToken() }}
        >
          <form.Field name="name" />
          <form.Field name="email" />
          <form.Field name="role" />
          <form.Field name="unitId" options={await unitOptions(c.get('world'))} />
          <Button>Gửi thư mời</Button>
        </form.Post>
      </div>
      <Island name="form" />
    </AccountPage>
  ),
});

/** The account that has the address already. */
const Existing: FC<{ c: Page; form: FormState }> = async ({ c, form }) => {
  const { data } = email.safeParse(valueAt(form, 'email') ?? '');
  const owner = data && (await ownerOfEmail(c.get('world'), data));
  return owner ? (
    <p class="notice">
      Địa chỉ này là của <a href={routes.consoleAccount(owner.id)}>{owner.name}</a> (
      {stateWords(owner).toLowerCase()}).{' '}
      {owner.active ? 'Không cần mời lại.' : 'Nếu người này trở lại, vui lòng mở lại tài khoản đó.'}
    </p>
  ) : null;
};

/** Makes an account for a colleague. */
export const invitePage = {
  get: (c: Page) => inviteForm.show(c),
  post: (c: Page) =>
    inviteForm.handle(c, async ({ fields }) => {
      const { nonce } = fields;
      const account = await inviteAccount(c.get('world'), c.get('account')!, readAccount(fields), { nonce });
      return withQuery(routes.consoleAccount(account.id), { [QUERY.done]: DONE.invited });
    }),
};
