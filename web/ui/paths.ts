import type { Page } from '../env';

/** The path of a page in another language: English lives below `/en`. */
export const inLanguage = (language: 'vi' | 'en', path: string) =>
  language === 'en' ? `/en${path === '/' ? '' : path}` || '/en' : path;

/** The path of this request, as it is in Vietnamese. */
export const barePath = (c: Page): string => {
  const path = new URL(c.req.url).pathname;
  return path === '/en' ? '/' : path.replace(/^\/en\//, '/');
};
