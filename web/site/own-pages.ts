import type { Hono } from 'hono';
import type { PageEnv, Pages } from '../env';
import { routes } from '../routes';
import { lazyApp } from './lazy-app';
import { inBothLanguages } from './mounted';

interface Part {
  /** Each of these paths, and all below it. */
  below: readonly string[];
  load(): Promise<readonly Pages[]>;
}

const PARTS: readonly Part[] = [
  {
    below: [routes.register(':id'), routes.review(), routes.ticket(':token')],
    load: async () => {
      const [{ publicRegistrations }, { publicPrivacy }, { ownSupport }, { ownPoints }, { ownClasses }] =
        await Promise.all([
          import('../public/registrations/mount'),
          import('../public/privacy/mount'),
          import('../public/support/mount'),
          import('../public/points/mount'),
          import('../public/participation/mount'),
        ]);
      return [publicRegistrations, publicPrivacy, ownSupport, ownPoints, ownClasses];
    },
  },
  {
    below: [routes.library(), routes.legalLinks()],
    load: async () => [(await import('../public/library/mount')).publicLibrary],
  },
  {
    below: [routes.nomination(':token')],
    load: async () => [(await import('../public/nominations/mount')).nominationPages],
  },
  {
    below: [routes.invitation(':token')],
    load: async () => [(await import('../public/invitations/mount')).publicInvitations],
  },
  {
    below: [routes.recommendation(':token')],
    load: async () => [(await import('../public/recommendations/mount')).publicRecommendations],
  },
  {
    below: [routes.report(':token')],
    load: async () => [(await import('../public/reports/mount')).publicReports],
  },
  {
    below: [routes.support(':token')],
    load: async () => [(await import('../public/support/mount')).publicSupport],
  },
  {
    below: [routes.visit(':token'), routes.finding(':token')],
    load: async () => [(await import('../public/visits/mount')).publicVisits],
  },
  {
    below: [routes.consultation(':token')],
    load: async () => [(await import('../public/programme/mount')).publicProgramme],
  },
  {
    below: [routes.confirmation(':token')],
    load: async () => [(await import('../public/confirmations/mount')).publicConfirmations],
  },
  {
    below: [routes.teamReview(':token')],
    load: async () => [(await import('../public/reviews/mount')).publicReviews],
  },
  {
    below: [routes.appeal(':token')],
    load: async () => [(await import('../public/appeals/mount')).publicAppeals],
  },
  {
    below: [routes.unsubscribe(':token')],
    load: async () => [(await import('../public/notices/mount')).unsubscribePages],
  },
];

/**
 * The open pages that follow the first one, or that a person's own link opens. The page of an event does not wait for
 * their code, which is most of it.
 */
export const ownPages = (app: Hono<PageEnv>): void => {
  for (const { below, load } of PARTS) {
    const part = lazyApp(async () => inBothLanguages(await load()));
    for (const path of below.flatMap((path) => [path, `/en${path}`])) {
      app.all(path, part);
      app.all(`${path}/*`, part);
    }
  }
};
