import type { FC } from 'hono/jsx';
import { mayDashboard } from '../../../functions/dashboard/may';
import { mayBudget } from '../../../functions/programme/budget/may';
import { mayProgramme } from '../../../functions/programme/plans/may';
import type { Page } from '../../env';
import { routes } from '../../routes';

/** The tabs of a plan; its budget only for accounts that may see it. @param at the URL of the page */
export const PlanTabs: FC<{ c: Page; planId: string; at: string }> = ({ c, planId, at }) => {
  const account = c.get('account');
  const all = [
    ['Nhiệm vụ', routes.consolePlan(planId), true],
    ['Tiến độ', routes.consoleTimeline(planId), true],
    ['Góp ý', routes.consoleConsultations(planId), mayProgramme(account).seeComments],
    ['Tổng quan', routes.consoleDashboard(planId), mayDashboard(account).see],
    ['Kinh phí', routes.consoleBudget(planId), mayBudget(account).see],
  ] as const;
  const tabs = all.filter(([, , seen]) => seen);
  return (
    <nav aria-label="Các mục của kế hoạch">
      <ul class="tabs">
        {tabs.map(([name, href]) => (
          <li>
            <a href={href} aria-current={href === at ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
