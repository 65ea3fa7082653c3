import type { Child } from 'hono/jsx';
import { type AccountItem, versionOf } from '../../../functions/directory/accounts/account';
import { getAccount } from '../../../functions/directory/accounts/find';
import { StateReason } from '../../../functions/directory/staff/input';
import { reactivateAccount, suspendAccount } from '../../../functions/directory/staff/state';
import { parse } from '../../../functions/platform/input/parse';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { AccountPage } from './account-page';

interface State {
  title: string;
  path: (id: string) => string;
  button: string;
  warn?: true;
  words: Child;
  act: typeof suspendAccount;
  done: string;
}

/** A page that asks why, and then suspends an account or opens it again. */
const statePage = ({ title, path, button, warn, words, act, done }: State) => {
  const form = defineForm({
    fields: () => ({
      version: { as: 'hidden' },
      reason: {
        label: 'Lý do',
        hint: 'Ghi vào lịch sử xử lý của tài khoản, chỉ quản trị viên xem được.',
        maxlength: 300,
      },
    }),
    page: (c, form, account: AccountItem) => (
      <AccountPage
        c={c}
        title={`${title}: ${account.name}`}
        back={{ href: routes.consoleAccount(account.id), label: account.name }}
      >
        <div class="form">
          <form.Errors />
          {words}
          <form.Post action={path(account.id)} hidden={{ version: String(versionOf(account)) }}>
            <form.Field name="reason" />
            <p class="actions">
              <Button kind={warn && 'warn'}>{button}</Button>
              <a class="btn plain" href={routes.consoleAccount(account.id)}>
                Quay lại
              </a>
            </p>
          </form.Post>
        </div>
        <Island name="form" />
      </AccountPage>
    ),
  });
  const read = (c: Page) => getAccount(c.get('world'), c.req.param('id')!);
  return {
    get: async (c: Page) => form.show(c, await read(c)),
    post: (c: Page) =>
      form.handle(
        c,
        async ({ fields }) => {
          const { reason } = parse(StateReason, { reason: fields.reason ?? '' });
          const told = { version: versionIn(fields), reason };
          const { id } = await act(c.get('world'), c.get('account')!, c.req.param('id')!, told);
          return withQuery(routes.consoleAccount(id), { [QUERY.done]: done });
        },
        () => read(c),
      ),
  };
};

export const suspendPage = statePage({
  title: 'Tạm khóa',
  path: routes.consoleAccountSuspend,
  button: 'Tạm khóa',
  warn: true,
  words: (
    <>
      <p>Người này ra khỏi hệ thống trên mọi máy ngay khi bấm nút, và không đăng nhập được nữa.</p>
      <p>
        Không có việc gì phải bàn giao: lớp, giấy mời, chỉ tiêu, danh sách cần gọi là việc chung, người tổ
        chức nào cũng làm tiếp được. Những việc người này đã làm vẫn ghi tên người này.
      </p>
    </>
  ),
  act: suspendAccount,
  done: DONE.suspended,
});

export const reopenPage = statePage({
  title: 'Mở lại',
  path: routes.consoleAccountReopen,
  button: 'Mở lại',
  words: <p>Người này đăng nhập lại được bằng mã gửi qua email, với vai trò như trước.</p>,
  act: reactivateAccount,
  done: DONE.resumed,
});
