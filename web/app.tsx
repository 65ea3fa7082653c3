import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { accountPages } from './accounts/pages';
import type { Assets, PageEnv, Pages } from './env';
import { publicEvents } from './events/public';
import { publicInfo } from './info/public';
import { programmePages } from './programme/pages';
import { publicRegistrations } from './registrations/public';
import { unitPages } from './units/pages';

/** The pages, noun by noun. Each module mounts its own routes. */
const nouns: readonly Pages[] = [publicEvents, publicRegistrations, publicInfo, accountPages, programmePages, unitPages];

/** Vietnamese at `/`, the same pages in English below `/en`. */
export const pages = (assets: Assets): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();
  app.use(async (c, next) => {
    const path = new URL(c.req.url).pathname;
    c.set('language', path === '/en' || path.startsWith('/en/') ? 'en' : 'vi');
    const size = Number(getCookie(c, 'co'));
    c.set('size', size === 1 || size === 2 ? size : 0);
    c.set('assets', assets);
    await next();
  });
  const site = new Hono<PageEnv>();
  for (const mount of nouns) mount(site);
  app.route('/en', site);
  app.route('/', site);
  return app;
};
