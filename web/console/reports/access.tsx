import type { Child, FC } from 'hono/jsx';
import { must } from '../../../functions/platform/problem/must';
import { mayReports } from '../../../functions/reports/may';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

/** @throws Problem `forbidden` */
export const mustReports = (c: Page, right: 'see' | 'write'): void =>
  must(mayReports(c.get('account')), right);

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
