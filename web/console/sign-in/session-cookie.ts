import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Account } from '../../../functions/directory/accounts/account';
import { closeSession } from '../../../functions/directory/sessions/session';
import { sessionCookie, sessionIn } from '../../../functions/directory/sign-in/authenticate';
import { KNOWN_FOR, markOfBrowser } from '../../../functions/directory/sign-in/known-browser';
import { revokeOwnSessions } from '../../../functions/directory/staff/revoke-sessions';
import { pathCookie } from '../../cookie-name';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';

/** Gives the browser its new session, and ends the one that it had: none lives on where no browser knows it. */
export const giveSession = async (
  c: Page,
  account: Pick<Account, 'id' | 'epoch'>,
  session: string,
): Promise<void> => {
  const world = c.get('world');
  const before = sessionIn(world, c);
  if (before) await closeSession(world, before);
  const { name, secure } = sessionCookie(world);
  setCookie(c, name, session, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
  const known = markCookie(c);
  const maxAge = KNOWN_FOR / 1_000;
  const attributes = { path: routes.signIn(), httpOnly: true, sameSite: 'Lax', maxAge } as const;
  setCookie(c, known.name, markOfBrowser(world, account), { ...attributes, secure: known.secure });
};

/** Sent with the pages of signing in alone: the cookies of all others stay as they are. */
const markCookie = (c: Page) => pathCookie(c, 'may-quen');

/** The mark of a browser that signed in before. */
export const markIn = (c: Page): string | undefined => getCookie(c, markCookie(c).name);

/** Takes the session from the browser, and what it may still hold of the pages that were read. */
export const dropSessionCookie = (c: Page): void => {
  const { name, secure } = sessionCookie(c.get('world'));
  deleteCookie(c, name, { path: '/', secure });
  c.header('Clear-Site-Data', '"cache", "storage"');
};

/** Closes the session, in the browser and in the table. */
export const signOut = async (c: Page): Promise<Response> => {
  keepNever(c);
  const world = c.get('world');
  const session = sessionIn(world, c);
  if (session && c.get('account')) await closeSession(world, session);
  dropSessionCookie(c);
  return c.redirect(withQuery(routes.signIn(), { [QUERY.done]: DONE.signedOut }), 303);
};

/** Closes every session of the account, on all machines. Once or twice is the same. */
export const signOutEverywhere = async (c: Page): Promise<Response> => {
  keepNever(c);
  const account = c.get('account');
  if (account) await revokeOwnSessions(c.get('world'), account);
  dropSessionCookie(c);
  return c.redirect(withQuery(routes.signIn(), { [QUERY.done]: DONE.signedOutEverywhere }), 303);
};
