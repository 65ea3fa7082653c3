import type { Child, FC } from 'hono/jsx';
import { type AccountItem, versionOf } from '../../../functions/directory/accounts/account';
import { ROLE_WORDS } from '../../../functions/directory/accounts/words';
import type { OpenTo } from '../../../functions/directory/sessions/list';
import { showCount } from '../../../functions/platform/text/count';
import { moment, shortDate } from '../../../functions/platform/time/format-date';
import { routes } from '../../routes';
import { Button } from '../../ui/form';
import { Summary } from '../../ui/summary';
import { stateWords } from './account-words';
import { LastSignIn } from './list';

/** What is known of an account. */
export const Facts: FC<{
  account: AccountItem;
  units: ReadonlyMap<string, string>;
  open: OpenTo;
}> = ({ account, units, open: { sessions, tokens } }) => {
  const rows: [string, Child][] = [
    ['Tình trạng', stateWords(account)],
    ['Lý do', account.suspendedFor],
    ['Email', account.email],
    ['Vai trò', ROLE_WORDS[account.role]],
    ['Địa bàn', account.unitId && units.get(account.unitId)],
    ['Đăng nhập gần nhất', <LastSignIn account={account} />],
    ['Đang mở', `${showCount(sessions.length)} phiên đăng nhập, ${showCount(tokens.length)} mã truy cập API`],
    ['Thư mời', account.invitedAt && <Invitation account={account} />],
    ['Lập ngày', shortDate(account.createdAt)],
  ];
  return <Summary rows={rows} />;
};

/** Whether the invitation went, and a way to send it again until its person has signed in. */
const Invitation: FC<{ account: AccountItem }> = ({ account }) => (
  <>
    {account.mailedAt ? `Đã gửi ${moment(account.mailedAt)}` : 'Chưa gửi được'}
    {account.active && !account.signedInAt && (
      <form method="post" action={routes.consoleAccountMail(account.id)}>
        <input type="hidden" name="version" value={String(versionOf(account))} />
        <Button kind="plain">Gửi lại thư mời</Button>
      </form>
    )}
  </>
);
