import { getCookie } from 'hono/cookie';
import { hostCookie } from '../cookie-name';
import type { Page } from '../env';
import { QUERY } from '../query';

/**
 * Lets CloudFront and browsers keep a public page for a few seconds, so that a crowd costs one
 * rendering. A request with a cookie or token gets a page of its own, which is not cached; the size of type is part of
 * CloudFront's key.
 */
export const keepBriefly = (c: Page, seconds: number): void => {
  const own =
    Object.keys(getCookie(c)).some((name) => name !== hostCookie(c, QUERY.textSize).name) ||
    c.req.header('authorization') !== undefined;
  c.header('Cache-Control', own ? 'private, no-store' : `public, max-age=${seconds}`);
  c.header('Vary', 'Cookie', { append: true });
};

/**
 * An empty form: the reader's own browser may keep it, so that Back brings back what was typed in it. A page that
 * is asked for again is always fetched.
 */
export const keepForBack = (c: Page): void => c.header('Cache-Control', 'private, no-cache');

/** Forms and pages that show a person. */
export const keepNever = (c: Page): void => c.header('Cache-Control', 'no-store');
