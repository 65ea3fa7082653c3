import type { Page } from '../../env';
import { QUERY } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { keepTextSize } from '../../ui/form/display';

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
  keepNever(c);
  keepTextSize(c, c.req.query(QUERY.textSize));
  return c.redirect(ownPath(c.req.query(QUERY.back), publicOrigin), 303);
};
