import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { accountPages } from './accounts/pages';
import { bodyPages } from './bodies/console';
import type { Assets, PageEnv, Pages } from './env';
import { consoleEvents } from './events/console';
import { publicEvents } from './events/public';
import { publicInfo } from './info/public';
import { eventInvitationPages } from './invitations/console-event';
import { invitationPages } from './invitations/console-one';
import { publicInvitations } from './invitations/public';
import { consoleNominations } from './nominations/console';
import { nominationPages } from './nominations/public';
import { noticePages } from './notices/pages';
import { programmePages } from './programme/pages';
import { consoleRegistrations } from './registrations/console';
import { publicRegistrations } from './registrations/public';
import { unitPages } from './units/pages';

/** The pages, noun by noun. Each module mounts its own routes. */
const nouns: readonly Pages[] = [
  consoleEvents,
  publicEvents,
  publicRegistrations,
  nominationPages,
  consoleNominations,
  consoleRegistrations,
  publicInfo,
  accountPages,
  noticePages,
  programmePages,
  unitPages,
  publicInvitations,
  bodyPages,
  eventInvitationPages,
  invitationPages,
];

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
