import { deleteCookie, setCookie } from 'hono/cookie';
import { hostCookie } from '../../cookie-name';
import type { Page } from '../../env';
import { QUERY } from '../../query';
import type { Display } from './read';

/** The form of a page: the buttons for size and language at the top of the page send it, half filled in as it is. */
export const FORM_ID = 'bieu-mau';

const A_YEAR = 365 * 86_400;

/** The size is kept in a cookie, since it must work without a script. */
export const keepTextSize = (c: Page, size: string | undefined): void => {
  const { name, secure } = hostCookie(c, QUERY.textSize);
  if (size === '1' || size === '2') {
    setCookie(c, name, size, {
      path: '/',
      maxAge: A_YEAR,
      sameSite: 'Lax',
      httpOnly: true,
      secure,
    });
    c.set('size', size === '1' ? 1 : 2);
  } else {
    deleteCookie(c, name, { path: '/', secure });
    c.set('size', 0);
  }
};

/** Shows this page as it was asked for. */
export const display = (c: Page, { size, language }: Display): void => {
  if (size !== undefined) keepTextSize(c, size);
  if (language === 'vi' || language === 'en') c.set('language', language);
};
