import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sessionCookie } from '../../../functions/directory/sign-in/authenticate';
import { closeSession } from '../../../functions/directory/sign-in/session';
import { revokeOwnSessions } from '../../../functions/directory/staff/revoke-sessions';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';

export const giveSession = (c: Page, session: string): void => {
  const { name, secure } = sessionCookie(c.get('world'));
  setCookie(c, name, session, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
};

/** Closes the session, in the browser and in the table. */
export const signOut = async (c: Page): Promise<Response> => {
  keepNever(c);
  const world = c.get('world');
  const { name, secure } = sessionCookie(world);
  const session = getCookie(c, name);
  if (session && c.get('account')) await closeSession(world, session);
  deleteCookie(c, name, { path: '/', secure });
  return c.redirect(withQuery(routes.signIn(), { [QUERY.done]: DONE.signedOut }), 303);
};

/** Closes every session of the account, on all machines. Once or twice is the same. */
export const signOutEverywhere = async (c: Page): Promise<Response> => {
  keepNever(c);
  const world = c.get('world');
  const account = c.get('account');
  if (account) await revokeOwnSessions(world, account);
  const { name, secure } = sessionCookie(world);
  deleteCookie(c, name, { path: '/', secure });
  return c.redirect(withQuery(routes.signIn(), { [QUERY.done]: DONE.signedOutEverywhere }), 303);
};
