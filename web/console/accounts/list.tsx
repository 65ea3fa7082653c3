import type { FC } from 'hono/jsx';
import type { AccountItem } from '../../../functions/directory/accounts/account';
import { ROLE_WORDS } from '../../../functions/directory/accounts/words';
import { accountsWith, listAccounts } from '../../../functions/directory/staff/list';
import { showCount } from '../../../functions/platform/text/count';
import { cleanLine } from '../../../functions/platform/text/text';
import { clockTime, shortDate } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { QUERY } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, Field, freshForm } from '../../ui/form';
import { unitNames } from './account-fields';
import { stateWords } from './account-words';

/** All accounts of the staff, with a search. */
export const accountsPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const search = cleanLine((c.req.query(QUERY.search) ?? '').slice(0, 200)) || undefined;
  const [all, units] = await Promise.all([listAccounts(world), unitNames(world)]);
  const found = accountsWith(all, search, ({ role, unitId }) => [
    ROLE_WORDS[role],
    unitId && units.get(unitId),
  ]);
  return c.html(
    <ConsolePage
      c={c}
      title="Tài khoản"
      at={routes.consoleAccounts()}
      action={
        <a class="btn" href={routes.consoleNewAccount()}>
          Mời đồng nghiệp
        </a>
      }
    >
      <form class="filters shown" method="get" role="search">
        <Field
          form={freshForm('vi', { [QUERY.search]: search })}
          name={QUERY.search}
          label="Tìm theo tên, email, vai trò, địa bàn"
          type="search"
        />
        <Button kind="plain">Tìm</Button>
      </form>
      <p role="status">
        {found.length === all.length
          ? `Có ${showCount(all.length)} tài khoản.`
          : `Có ${showCount(found.length)} trong ${showCount(all.length)} tài khoản.`}
      </p>
      {found.length === 0 ? (
        <div class="empty">
          Không có tài khoản nào khớp. Vui lòng thử ít từ hơn, hoặc{' '}
          <a href={routes.consoleAccounts()}>xem tất cả</a>.
        </div>
      ) : (
        <AccountTable accounts={found} units={units} />
      )}
    </ConsolePage>,
  );
};

interface TableProps {
  accounts: readonly AccountItem[];
  units: ReadonlyMap<string, string>;
}

const AccountTable: FC<TableProps> = ({ accounts, units }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Tài khoản">
    <table class="stacked">
      <caption class="hidden-label">Tài khoản của cán bộ</caption>
      <thead>
        <tr>
          <th scope="col">Họ và tên</th>
          <th scope="col">Email</th>
          <th scope="col">Vai trò</th>
          <th scope="col">Tình trạng</th>
          <th scope="col">Đăng nhập gần nhất</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleAccount(account.id)}>{account.name}</a>
            </th>
            <td data-label="Email">{account.email}</td>
            <td data-label="Vai trò">
              {ROLE_WORDS[account.role]}
              {account.unitId && <span class="soft"> ({units.get(account.unitId)})</span>}
            </td>
            <td data-label="Tình trạng">{stateWords(account)}</td>
            <td data-label="Đăng nhập gần nhất">
              <LastSignIn account={account} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** When its person was seen last; unknown where that was before it was noted. */
export const LastSignIn: FC<{ account: AccountItem }> = ({ account: { signedInAt, invitedAt } }) => (
  <span class={signedInAt ? undefined : 'soft'}>
    {signedInAt
      ? `${shortDate(signedInAt)}, ${clockTime(signedInAt)}`
      : invitedAt
        ? 'Chưa đăng nhập'
        : 'Chưa rõ'}
  </span>
);
