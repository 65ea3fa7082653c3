import { deleteCookie, setCookie } from 'hono/cookie';
import type { Page } from '../../env';
import { QUERY } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';

const A_YEAR = 365 * 86_400;

/** A path of this site, or the front page: a forged link must not lead elsewhere. */
const ownPath = (asked: string | undefined, origin: string): string => {
  if (!asked?.startsWith('/')) return routes.home();
  try {
    const url = new URL(asked, origin);
    // `/..//elsewhere` is a path of this site that a browser would read as another host.
    const own = url.origin === new URL(origin).origin && !/^\/[/\\]/.test(url.pathname);
    return own ? url.pathname + url.search : routes.home();
  } catch {
    return routes.home();
  }
};

/** A− and A+: the size is kept in a cookie, since it must work without a script. */
export const textSize = (c: Page) => {
  const { publicOrigin } = c.get('world').settings;
  const size = c.req.query(QUERY.textSize);
  keepNever(c);
  if (size === '1' || size === '2')
    setCookie(c, QUERY.textSize, size, {
      path: '/',
      maxAge: A_YEAR,
      sameSite: 'Lax',
      httpOnly: true,
      secure: publicOrigin.startsWith('https:'),
    });
  else deleteCookie(c, QUERY.textSize, { path: '/' });
  return c.redirect(ownPath(c.req.query(QUERY.back), publicOrigin), 303);
};
