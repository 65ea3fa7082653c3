import { showCount } from '../../../functions/platform/text/count';
import { listPlans } from '../../../functions/programme/plans/list';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { PlanNumber, PlanStateTag } from './plan-number';

/** All plans, the latest first. */
export const plansPage = async (c: Page): Promise<Response> => {
  const plans = await listPlans(c.get('world'));
  return c.html(
    <ConsolePage c={c} title="Nhiệm vụ theo kế hoạch" at={routes.consoleProgramme()}>
      {plans.length === 0 ? (
        <p>Chưa có kế hoạch nào.</p>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="Các kế hoạch">
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">Năm</th>
                <th scope="col">Kế hoạch</th>
                <th scope="col">Tình trạng, số, ngày ban hành</th>
                <th scope="col">Nhiệm vụ</th>
              </tr>
            </thead>
            <tbody>
              {plans.map((plan) => (
                <tr>
                  <th scope="row" class="num">
                    <a href={routes.consolePlan(plan.id)}>{plan.year}</a>
                  </th>
                  <td>{plan.title}</td>
                  <td>
                    <PlanStateTag plan={plan} /> <PlanNumber plan={plan} />
                  </td>
                  <td class="num" data-label="Nhiệm vụ">
                    {showCount(plan.tasks.length)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ConsolePage>,
  );
};
