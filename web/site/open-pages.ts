import { Hono } from 'hono';
import type { PageEnv, Pages } from '../env';
import { publicEvents } from '../public/events/mount';
import { publicInfo } from '../public/info/mount';
import { publicInvitations } from '../public/invitations/mount';
import { nominationPages } from '../public/nominations/mount';
import { unsubscribePages } from '../public/notices/mount';
import { publicPrivacy } from '../public/privacy/mount';
import { publicRegistrations } from '../public/registrations/mount';
import { mounted } from './mounted';

/** The pages that are open to all, noun by noun. Each module mounts its own routes. */
const publicPages: readonly Pages[] = [
  publicEvents,
  publicRegistrations,
  publicPrivacy,
  nominationPages,
  publicInfo,
  unsubscribePages,
  publicInvitations,
];

/** Vietnamese at `/`, the same pages in English below `/en`. */
export const openPages = (): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();
  const open = mounted(publicPages);
  app.route('/en', open);
  app.route('/', open);
  return app;
};
