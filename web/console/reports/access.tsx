import type { Child, FC } from 'hono/jsx';
import { must } from '../../../functions/platform/problem/must';
import { mayReports, mustBeIn, reportScope } from '../../../functions/reports/may';
import type { Report } from '../../../functions/reports/report';
import { getReport } from '../../../functions/reports/submit';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

/** @throws Problem `forbidden` */
export const mustReports = (c: Page, right: 'see' | 'write'): void =>
  must(mayReports(c.get('account')), right);

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** The report of the path. @throws Problem `forbidden` outside of what the account may */
export const readReport = async (c: Page, right: 'sees' | 'gives' = 'sees'): Promise<Report> => {
  const world = c.get('world');
  return mustBeIn(await reportScope(world, c.get('account')), right, await getReport(world, idOf(c)));
};

/** A page below the reports, with the way back. */
export const BelowReports: FC<{ c: Page; title: string; back?: Report; children: Child }> = ({
  c,
  title,
  back,
  children,
}) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleReports()}
    back={
      back
        ? { href: routes.consoleReport(back.id), label: back.bodyName }
        : { href: routes.consoleReports(), label: 'Báo cáo' }
    }
  >
    {children}
  </ConsolePage>
);
