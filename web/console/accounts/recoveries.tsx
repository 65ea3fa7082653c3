import type { MiddlewareHandler } from 'hono';
import type { FC } from 'hono/jsx';
import * as z from 'zod';
import type { AccountItem } from '../../../functions/directory/accounts/account';
import { ROLE_WORDS } from '../../../functions/directory/accounts/words';
import {
  listRecoveries,
  mustDecideRecoveries,
  refuseRecovery,
  releaseRecovery,
} from '../../../functions/directory/recovery/decide';
import { idOf } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import { moment } from '../../../functions/platform/time/format-date';
import type { Handler, Page, PageEnv } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { readForm } from '../../ui/form';

/** For admins and organizers: everybody else gets 403, before anything is read. */
export const decidersOnly: MiddlewareHandler<PageEnv> = async (c, next) => {
  mustDecideRecoveries(c.get('account'));
  await next();
};

const DONE_WORDS: Record<string, string> = {
  [DONE.released]: 'Đã cho phép. Trong 24 giờ tới, người đó đăng nhập được một lần bằng mã qua email.',
  [DONE.refused]: 'Đã từ chối yêu cầu. Người đó chưa vào được tài khoản.',
};

/** Who has lost every passkey, and asks to be let in by a mailed code. */
export const recoveriesPage = async (c: Page): Promise<Response> => {
  const asked = await listRecoveries(c.get('world'), c.get('account')!);
  const done = DONE_WORDS[c.req.query(QUERY.done) ?? ''];
  return c.html(
    <ConsolePage
      c={c}
      title="Khôi phục đăng nhập"
      at={routes.consolePasskeys()}
      back={{ href: routes.consolePasskeys(), label: 'Khóa truy cập' }}
    >
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      <p>
        Đồng nghiệp mất máy có khóa truy cập và không còn mã khôi phục. Vui lòng chỉ cho phép khi đã gặp hoặc
        gọi cho người đó theo số đã biết từ trước, không theo số trong thư hay tin nhắn.
      </p>
      {asked.length === 0 ? (
        <p class="empty">Không có yêu cầu nào đang chờ.</p>
      ) : (
        <ul class="plain-list">
          {asked.map((account) => (
            <Asked account={account} own={account.id === c.get('account')?.id} />
          ))}
        </ul>
      )}
    </ConsolePage>,
  );
};

const Asked: FC<{ account: AccountItem; own: boolean }> = ({ account, own }) => (
  <li>
    <p>
      <b>{account.name}</b>, {ROLE_WORDS[account.role].toLowerCase()}, {account.email}
      <br />
      <span class="soft">Yêu cầu lúc {moment(account.recovery!.askedAt)}</span>
    </p>
    {own ? (
      <p class="soft">Yêu cầu của chính mình do người khác xác nhận.</p>
    ) : (
      <form method="post" class="actions">
        <input type="hidden" name="recoveryId" value={account.recovery!.id} />
        <button type="submit" class="btn" formaction={routes.consoleRecoveryRelease(account.id)}>
          Đã liên hệ, cho phép<span class="hidden-label"> {account.name}</span>
        </button>
        <button type="submit" class="btn plain" formaction={routes.consoleRecoveryRefuse(account.id)}>
          Từ chối<span class="hidden-label"> {account.name}</span>
        </button>
      </form>
    )}
  </li>
);

const Deciding = z.object({ recoveryId: idOf('rcv') });

const decision =
  (act: typeof releaseRecovery, done: string): Handler =>
  async (c) => {
    const { recoveryId } = parse(Deciding, (await readForm(c)).fields);
    const asked = { accountId: c.req.param('id')!, recoveryId };
    await act(c.get('world'), c.get('account')!, asked);
    return c.redirect(withQuery(routes.consoleRecoveries(), { [QUERY.done]: done }), 303);
  };

export const release = decision(releaseRecovery, DONE.released);
export const refuse = decision(refuseRecovery, DONE.refused);
