import { Hono } from 'hono';
import { consoleAccounts } from '../console/accounts/mount';
import { consoleAttendance } from '../console/attendance/mount';
import { consoleBodies } from '../console/bodies/mount';
import { consoleBroadcasts } from '../console/broadcasts/mount';
import { consoleEvents } from '../console/events/mount';
import { consoleHome } from '../console/home/mount';
import { consoleInvitations } from '../console/invitations/mount';
import { consoleLetters } from '../console/letters/mount';
import { consoleNominations } from '../console/nominations/mount';
import { consoleNotices } from '../console/notices/mount';
import { consoleOverview } from '../console/overview/mount';
import { consoleOwnUnit } from '../console/own-unit/mount';
import { consolePrivacy } from '../console/privacy/mount';
import { consoleProgramme } from '../console/programme/mount';
import { consoleRegistrations } from '../console/registrations/mount';
import { consoleRetention } from '../console/retention/mount';
import { consoleSessions } from '../console/sessions/mount';
import { consoleSignIn } from '../console/sign-in/mount';
import { consoleUnits } from '../console/units/mount';
import type { PageEnv, Pages } from '../env';
import { publicEvents } from '../public/events/mount';
import { publicInfo } from '../public/info/mount';
import { publicInvitations } from '../public/invitations/mount';
import { nominationPages } from '../public/nominations/mount';
import { unsubscribePages } from '../public/notices/mount';
import { publicPrivacy } from '../public/privacy/mount';
import { publicRegistrations } from '../public/registrations/mount';

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

/** The console, which speaks Vietnamese only. */
const consolePages: readonly Pages[] = [
  consoleSignIn,
  consoleSessions,
  consoleOwnUnit,
  consoleHome,
  consoleEvents,
  consoleOverview,
  consoleNominations,
  consoleRegistrations,
  consolePrivacy,
  consoleAttendance,
  consoleNotices,
  consoleBroadcasts,
  consoleProgramme,
  consoleUnits,
  consoleAccounts,
  consoleRetention,
  consoleBodies,
  consoleInvitations,
  consoleLetters,
];

const mounted = (modules: readonly Pages[]): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();
  for (const mount of modules) mount(app);
  return app;
};

/** Vietnamese at `/`, the same pages in English below `/en`. */
export const pages = (): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();
  const open = mounted(publicPages);
  app.route('/en', open);
  app.route('/', open);
  app.route('/', mounted(consolePages));
  return app;
};
