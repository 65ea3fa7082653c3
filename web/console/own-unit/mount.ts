import type { Pages } from '../../env';
import { mountDesk } from '../../parts/nominations/pages/mount';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { behindAccount, QUOTA_ID, quotaPaths } from './behind-account';
import { ownUnitPage } from './own-unit';

/** Console: an officer's own unit, its quotas, and the people that it names. */
export const consoleOwnUnit: Pages = (app) => {
  // Other accounts have another first page.
  app.get(routes.console(), staffOnly, async (c, next) =>
    c.get('account')?.role === 'officer' ? ownUnitPage(c) : next(),
  );
  app.use(`${routes.consoleQuota(QUOTA_ID)}/*`, staffOnly);
  app.use(routes.consoleQuota(QUOTA_ID), staffOnly);
  mountDesk(app, quotaPaths(QUOTA_ID), behindAccount);
};
