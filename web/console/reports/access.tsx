import type { Child, FC } from 'hono/jsx';
import { Problem } from '../../../functions/platform/problem/problem';
import { mayReports } from '../../../functions/reports/may';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

/** @throws Problem `forbidden` */
export const must = (c: Page, right: 'see' | 'write'): void => {
  if (!mayReports(c.get('account'))[right]) throw new Problem('forbidden', 'forbidden');
};

/** A page below the reports, with the way back. */
export const BelowReports: FC<{ c: Page; title: string; children: Child }> = ({ c, title, children }) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleReports()}
    back={{ href: routes.consoleReports(), label: 'Báo cáo' }}
  >
    {children}
  </ConsolePage>
);
