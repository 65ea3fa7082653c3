import type { FC } from 'hono/jsx';
import { type AccountItem, versionOf } from '../../../functions/directory/accounts/account';
import { getAccount } from '../../../functions/directory/accounts/find';
import { listOpen } from '../../../functions/directory/sessions/list';
import { mayCorrectAddress, updateAccount } from '../../../functions/directory/staff/update';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { History, readStory } from '../history/history';
import { ACCOUNT_FIELDS, readAccount, unitNames, unitOptions } from './account-fields';
import { AccountPage } from './account-page';
import { FIELD_WORDS, toldOf } from './account-words';
import { Facts } from './facts';

const DONE_WORDS: Record<string, string> = {
  [DONE.saved]: 'Đã lưu thông tin tài khoản.',
  [DONE.invited]: 'Đã lập tài khoản.',
  [DONE.suspended]: 'Đã tạm khóa tài khoản. Mọi phiên đăng nhập của người này đã kết thúc.',
  [DONE.resumed]: 'Đã mở lại tài khoản. Người này đăng nhập được từ bây giờ.',
  [DONE.signedOut]: 'Đã đăng xuất tài khoản này khỏi mọi máy.',
};

/** The mail goes at once, and the page says whether the mail service took it. */
const doneWords = (done = '', { email, invitedAt = '', mailedAt = '' }: AccountItem): string | undefined => {
  if (done !== DONE.mailedAgain) return DONE_WORDS[done];
  return mailedAt && mailedAt >= invitedAt
    ? `Đã gửi lại thư mời đến ${email}.`
    : `Chưa gửi được thư mời đến ${email}. Vui lòng thử lại sau ít phút.`;
};

const accountForm = defineForm({
  fields: () => ({ version: { as: 'hidden' }, ...ACCOUNT_FIELDS }),
  fill: (account: AccountItem) => ({
    name: account.name,
    email: account.email,
    role: account.role,
    unitId: account.unitId,
  }),
  page: async (c, form, account) => {
    const world = c.get('world');
    const own = c.get('account')?.id === account.id;
    const done = doneWords(c.req.query(QUERY.done), account);
    return (
      <AccountPage c={c} title={account.name}>
        {done && (
          <div class="notice" role="status">
            <p>{done}</p>
          </div>
        )}
        <Facts account={account} units={await unitNames(world)} open={await listOpen(world, account)} />
        <div class="form">
          <h2>Sửa thông tin</h2>
          <form.Errors />
          {/* The facts above are the newest: sending the form again means that they were seen. */}
          <form.Post
            action={routes.consoleAccount(account.id)}
            hidden={{ version: String(versionOf(account)) }}
          >
            <form.Field name="name" />
            {mayCorrectAddress(account) && (
              <form.Field
                name="email"
                hint="Sửa được đến khi người này đăng nhập lần đầu; thư mời được gửi tới địa chỉ mới."
              />
            )}
            {own ? (
              <p class="soft">Vai trò của mình do quản trị viên khác đổi.</p>
            ) : (
              <>
                <form.Field name="role" />
                <form.Field name="unitId" options={await unitOptions(world, account.unitId)} />
                <p class="hint">Đổi vai trò hoặc địa bàn thì người này phải đăng nhập lại.</p>
              </>
            )}
            <Button>Lưu</Button>
          </form.Post>
          <Acts account={account} own={own} />
        </div>
        <History
          story={await readStory(world, account.id)}
          fields={FIELD_WORDS}
          created="lập tài khoản"
          told={toldOf}
        />
        <Island name="form" />
      </AccountPage>
    );
  },
});

/** What is done to the account as a whole. */
const Acts: FC<{ account: AccountItem; own: boolean }> = ({ account, own }) => (
  <>
    <h2>Đăng xuất khỏi mọi máy</h2>
    <p>
      Dùng khi mất máy hoặc nghi có người khác dùng tài khoản. Tài khoản vẫn hoạt động,{' '}
      {own ? 'ông/bà đăng nhập lại bằng mã, kể cả trên máy này' : 'người này đăng nhập lại bằng mã'}. Mã truy
      cập API của tài khoản, nếu có, cũng hết hiệu lực.
    </p>
    <form method="post" action={routes.consoleAccountSignOut(account.id)}>
      <input type="hidden" name="version" value={String(versionOf(account))} />
      <Button kind="plain">Đăng xuất khỏi mọi máy</Button>
    </form>
    {!own && (
      <>
        <h2>{account.active ? 'Tạm khóa' : 'Mở lại'}</h2>
        <p>
          {account.active ? (
            <a class="btn warn" href={routes.consoleAccountSuspend(account.id)}>
              Tạm khóa tài khoản
            </a>
          ) : (
            <a class="btn plain" href={routes.consoleAccountReopen(account.id)}>
              Mở lại tài khoản
            </a>
          )}
        </p>
      </>
    )}
  </>
);

const idIn = (c: Page) => c.req.param('id')!;

/** One account: what is known of it, and a form that changes it. */
export const accountPage = {
  get: async (c: Page) => accountForm.show(c, await getAccount(c.get('world'), idIn(c))),
  post: (c: Page) => {
    const world = c.get('world');
    const id = idIn(c);
    return accountForm.handle(
      c,
      async ({ fields }) => {
        const before = await getAccount(world, id);
        const own = c.get('account')?.id === id;
        const input = readAccount(fields, {
          ...(fields.email === undefined && { email: before.email }),
          ...(own && { role: before.role, ...(before.unitId && { unitId: before.unitId }) }),
        });
        await updateAccount(world, c.get('account')!, id, { ...input, version: versionIn(fields) });
        return withQuery(routes.consoleAccount(id), { [QUERY.done]: DONE.saved });
      },
      () => getAccount(world, id),
    );
  },
};
