import type { MiddlewareHandler } from 'hono';
import type { Child, FC } from 'hono/jsx';
import { mustManage } from '../../../functions/directory/staff/may';
import type { Page, PageEnv } from '../../env';
import { routes } from '../../routes';
import { ConsolePage, type WayBack } from '../../ui/console';

/** For admins alone: everybody else gets 403, before anything is read. */
export const adminsOnly: MiddlewareHandler<PageEnv> = async (c, next) => {
  mustManage(c.get('account'));
  await next();
};

/** A page about accounts, with the way back. */
export const AccountPage: FC<{
  c: Page;
  title: string;
  back?: WayBack;
  action?: Child;
  children: Child;
}> = ({ c, title, back = { href: routes.consoleAccounts(), label: 'Tài khoản' }, action, children }) => (
  <ConsolePage c={c} title={title} at={routes.consoleAccounts()} action={action} back={back}>
    {children}
  </ConsolePage>
);
