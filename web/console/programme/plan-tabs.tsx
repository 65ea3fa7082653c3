import type { FC } from 'hono/jsx';
import { mayBudget } from '../../../functions/programme/budget/may';
import type { Page } from '../../env';
import { routes } from '../../routes';

/** The tabs of a plan; its budget only for accounts that may see it. @param at the URL of the page */
export const PlanTabs: FC<{ c: Page; planId: string; at: string }> = ({ c, planId, at }) => {
  const tabs = [
    ['Nhiệm vụ', routes.consolePlan(planId)],
    ['Tiến độ', routes.consoleTimeline(planId)],
    ...(mayBudget(c.get('account')).see ? ([['Kinh phí', routes.consoleBudget(planId)]] as const) : []),
  ] as const;
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
