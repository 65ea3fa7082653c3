import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { bearerOf } from '../../functions/directory/sign-in/bearer';
import { Problem } from '../../functions/platform/problem/problem';
import type { Page, PageEnv } from '../env';
import { routes } from '../routes';

/** Without a session there is nothing to forge, and the API itself says what is wrong. */
const needsNoCheck = (c: Page): boolean => {
  const { pathname } = new URL(c.req.url);
  return (
    pathname.startsWith(routes.unsubscribe('')) ||
    bearerOf(c) !== undefined ||
    (pathname.startsWith('/api/') && !c.get('account'))
  );
};

/** Old browsers, and some that hide where they come from, name the page instead of the origin. */
const namesOwnPage = (c: Page): boolean => {
  const origin = c.req.header('origin') ?? 'null';
  if (origin !== 'null' || c.req.header('sec-fetch-site')) return false;
  const referer = c.req.header('referer') ?? '';
  const ours = new URL(c.get('world').settings.publicOrigin).origin;
  return URL.canParse(referer) && new URL(referer).origin === ours;
};

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/** Anything but a form that another site's script sends with our cookies, such as JSON: no person sees it sent. */
const isForeignCall = (c: Page): boolean => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || !c.get('account')) return false;
  if (FORM.test(c.req.header('content-type') ?? '')) return false;
  const site = c.req.header('sec-fetch-site');
  if (site) return !['same-origin', 'none'].includes(site);
  const origin = c.req.header('origin');
  return origin !== undefined && origin !== new URL(c.get('world').settings.publicOrigin).origin;
};

/**
 * Forms, and calls with a session, are accepted from this site's pages alone. A browser
 * that does not say where the form comes from gets it back with what was typed and one button, which has a
 * token of ours (`formToken`).
 */
export const ownFormsOnly: MiddlewareHandler<PageEnv> = async (c, next) => {
  if (!bearerOf(c) && isForeignCall(c)) throw new Problem('forbidden', 'wrong-origin');
  if (needsNoCheck(c) || namesOwnPage(c)) return next();
  const check = csrf({
    origin: c.get('world').settings.publicOrigin,
    secFetchSite: ['same-origin', 'none'],
  });
  try {
    return await check(c, next);
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && error.status === 403)) throw error;
    const { hasFormToken } = await import('../ui/form-token');
    if (await hasFormToken(c)) return next();
    throw new Problem('forbidden', 'wrong-origin');
  }
};
