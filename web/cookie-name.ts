import type { Page } from './env';

/**
 * The name of a cookie that is sent with every path. `__Host-` binds it to this host and to https: no neighbouring host
 * can set it. Browsers refuse it over plain http, which is what one machine speaks, so there it has a plain name.
 */
export const hostCookie = (c: Page, name: string): { name: string; secure: boolean } =>
  named(c, '__Host-', name);

/** The name of a cookie of some paths alone: bound to https. */
export const pathCookie = (c: Page, name: string): { name: string; secure: boolean } =>
  named(c, '__Secure-', name);

const named = (c: Page, prefix: string, name: string) => {
  const secure = c.get('world').settings.publicOrigin.startsWith('https:');
  return { name: secure ? prefix + name : name, secure };
};
