import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { newToken } from '../../../../functions/platform/keys/ids';
import { DAY } from '../../../../functions/platform/time/dates';
import { pathCookie } from '../../../cookie-name';
import type { Page } from '../../../env';
import { routes } from '../../../routes';
import { inLanguage } from '../../../ui/paths';

/**
 * The nonce of the registration form stays with the browser for three days, so that a form which is opened again
 * (Back, reload, a restored tab) is the same form: if the answer to the first sending was lost, the second one is
 * answered by the registration that the first one made. The cookie is sent to this form alone. It ends when the
 * ticket is shown: after that the next person at the same machine has a form of their own.
 */
const NAME = 'mau';
const LASTS = 3 * DAY;

const inBothLanguages = (path: string) => [inLanguage('vi', path), inLanguage('en', path)];

const keep = (c: Page, path: string, value: string) => {
  const { name, secure } = pathCookie(c, NAME);
  for (const each of inBothLanguages(path))
    setCookie(c, name, value, {
      path: each,
      httpOnly: true,
      sameSite: 'Lax',
      secure,
      maxAge: LASTS / 1_000,
    });
};

/** The nonce that this browser has for the form of this event. */
const keptNonce = (c: Page): string | undefined => {
  const kept = getCookie(c, pathCookie(c, NAME).name);
  return kept && /^[0-9a-z]{20,40}$/.test(kept) ? kept : undefined;
};

/** The nonce for the form that is shown now: the one that the browser has, or a new one that it keeps. */
export const formNonce = (c: Page, eventId: string): string => {
  const kept = keptNonce(c);
  if (kept) return kept;
  const fresh = newToken();
  keep(c, routes.register(eventId), fresh);
  return fresh;
};

/** The ticket was shown: the form's next sending is another one. */
export const endNonce = (c: Page, eventId: string): void => {
  const { name, secure } = pathCookie(c, NAME);
  for (const path of inBothLanguages(routes.register(eventId))) deleteCookie(c, name, { path, secure });
};

/** Lets `keepsCookies` know about the browser when the form of review comes back. */
export const tryCookies = (c: Page): void => keep(c, routes.review(), '1');

/** Whether this browser sends back the cookie that came with the form. */
export const keepsCookies = (c: Page): boolean => getCookie(c, pathCookie(c, NAME).name) !== undefined;
