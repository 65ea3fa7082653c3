import type { Child, FC } from 'hono/jsx';
import { Problem } from '../../../functions/platform/problem/problem';
import { mayProgramme } from '../../../functions/programme/plans/may';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage, type WayBack } from '../../ui/console';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const must = (c: Page, what: 'seeComments' | 'edit'): void => {
  if (!mayProgramme(c.get('account'))[what]) throw new Problem('forbidden', 'forbidden');
};

interface BelowPlanProps {
  c: Page;
  title: string;
  back: WayBack;
  action?: Child;
  children: Child;
}

/** A page about a consultation, with the way back. */
export const BelowPlan: FC<BelowPlanProps> = (page) => (
  <ConsolePage {...page} at={routes.consoleProgramme()} />
);

/** The way back to everything that was said to the draft of a plan. */
export const toConsultations = (planId: string, year: number): WayBack => ({
  href: routes.consoleConsultations(planId),
  label: `Góp ý dự thảo kế hoạch năm ${year}`,
});
