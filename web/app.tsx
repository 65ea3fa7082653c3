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
import { unsubscribePages } from './notices/unsubscribe';
import { programmePages } from './programme/pages';
import { consoleRegistrations } from './registrations/console';
import { publicRegistrations } from './registrations/public';
import { unitPages } from './units/pages';

/** What everybody may open, noun by noun. Each module mounts its own routes. */
const publicPages: readonly Pages[] = [
  publicEvents,
  publicRegistrations,
  nominationPages,
  publicInfo,
  unsubscribePages,
  publicInvitations,
];

/** The console, which speaks Vietnamese only. */
const consolePages: readonly Pages[] = [
  accountPages,
  consoleEvents,
  consoleNominations,
  consoleRegistrations,
  noticePages,
  programmePages,
  unitPages,
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
  const open = mounted(publicPages);
  app.route('/en', open);
  app.route('/', open);
  app.route('/', mounted(consolePages));
  return app;
};

const mounted = (modules: readonly Pages[]): Hono<PageEnv> => {
  const site = new Hono<PageEnv>();
  for (const mount of modules) mount(site);
  return site;
};
