import type { Hono } from 'hono';
import { DAY, iso } from '../../functions/platform/time/dates';
import type { Page, PageEnv } from '../env';
import { routes } from '../routes';

/** What search engines may show: the calendar of events, the library, what is said about the site. All else is personal. */
const INDEXED = new RegExp(
  `^(/en)?(/|${routes.event('[^/]+')}|${routes.library()}|${routes.material('mat_[^/]+')}|${routes.legalLinks()}|${routes.privacy()}|${routes.accessibility()})?$|^/api/docs$`,
);

/** @example mayBeIndexed('/lop/evt_1') // true */
export const mayBeIndexed = (pathname: string): boolean => INDEXED.test(pathname);

/** Robots are asked by header, since files and answers of the API have no head of their own. */
export const NO_INDEX = 'noindex, nofollow';

/**
 * Robots have no business in the console. Personal links are not listed here: what is listed is never fetched, so the robot
 * would not hear that it must not show the address either.
 */
const robots = (): string =>
  ['User-agent: *', `Disallow: ${routes.console()}`, 'Allow: /api/docs', 'Disallow: /api/', ''].join('\n');

/** How to report a weakness (RFC 9116). */
const securityContact = (c: Page): string => {
  const { settings, now } = c.get('world');
  const { email, phone } = settings.help;
  return [
    `Contact: mailto:${email}`,
    `Contact: tel:+84${phone.slice(1)}`,
    `Expires: ${iso(now() + 180 * DAY)}`,
    'Preferred-Languages: vi, en',
    `Canonical: ${settings.publicOrigin}/.well-known/security.txt`,
    '',
  ].join('\n');
};

/** The files that programs look for at fixed addresses. */
export const forMachines = (app: Hono<PageEnv>): void => {
  app.get('/robots.txt', (c) => c.text(robots()));
  app.get('/.well-known/security.txt', (c) => c.text(securityContact(c)));
};
