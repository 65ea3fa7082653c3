import type { Hono } from 'hono';
import { consoleAccounts } from '../console/accounts/mount';
import { consoleAppeals } from '../console/appeals/mount';
import { consoleAttendance } from '../console/attendance/mount';
import { consoleBodies } from '../console/bodies/mount';
import { consoleBroadcasts } from '../console/broadcasts/mount';
import { consoleBudget } from '../console/budget/mount';
import { consoleConfirmations } from '../console/confirmations/mount';
import { consoleConsultations } from '../console/consultations/mount';
import { consoleDashboard } from '../console/dashboard/mount';
import { consoleDocuments } from '../console/documents/mount';
import { consoleEvents } from '../console/events/mount';
import { consoleExperts } from '../console/experts/mount';
import { consoleHandouts } from '../console/handouts/mount';
import { consoleHome } from '../console/home/mount';
import { consoleInvitations } from '../console/invitations/mount';
import { consoleLetters } from '../console/letters/mount';
import { consoleLibrary } from '../console/library/mount';
import { consoleMinutes } from '../console/minutes/mount';
import { consoleNominations } from '../console/nominations/mount';
import { consoleNotices } from '../console/notices/mount';
import { consoleOffice } from '../console/office/mount';
import { consoleOverview } from '../console/overview/mount';
import { consoleOwnUnit } from '../console/own-unit/mount';
import { consolePledges } from '../console/pledges/mount';
import { consolePoints } from '../console/points/mount';
import { consolePrivacy } from '../console/privacy/mount';
import { consoleProgramme } from '../console/programme/mount';
import { consoleRecommendations } from '../console/recommendations/mount';
import { consoleRegister } from '../console/register/mount';
import { consoleRegistrations } from '../console/registrations/mount';
import { consoleReports } from '../console/reports/mount';
import { consoleRetention } from '../console/retention/mount';
import { consoleReviews } from '../console/reviews/mount';
import { consoleSessions } from '../console/sessions/mount';
import { consoleSignIn } from '../console/sign-in/mount';
import { consoleSupport } from '../console/support/mount';
import { consoleTasks } from '../console/tasks/mount';
import { consoleUnits } from '../console/units/mount';
import { consoleVisits } from '../console/visits/mount';
import type { PageEnv, Pages } from '../env';
import { mounted } from './mounted';

/** The console, which speaks Vietnamese only. */
const modules: readonly Pages[] = [
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
  consoleTasks,
  consoleConsultations,
  consoleBudget,
  consoleDashboard,
  consoleLibrary,
  consoleUnits,
  consoleAccounts,
  consoleDocuments,
  consoleOffice,
  consoleRetention,
  consoleBodies,
  consoleRegister,
  consoleRecommendations,
  consolePledges,
  consoleAppeals,
  consoleHandouts,
  consoleExperts,
  consoleReports,
  consoleSupport,
  consolePoints,
  consoleMinutes,
  consoleVisits,
  consoleConfirmations,
  consoleReviews,
  consoleInvitations,
  consoleLetters,
];

export const consolePages = (): Hono<PageEnv> => mounted(modules);
