import { parse } from '../../../functions/platform/input/parse';
import { Problem } from '../../../functions/platform/problem/problem';
import { showCount } from '../../../functions/platform/text/count';
import { clonePlan } from '../../../functions/programme/plans/clone';
import { getPlan } from '../../../functions/programme/plans/list';
import { mayProgramme } from '../../../functions/programme/plans/may';
import { CloneInput } from '../../../functions/programme/plans/plan';
import { eventsOfPlan } from '../../../functions/programme/timeline/timeline';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { PlanNumber } from './plan-number';
import { PlanTabs } from './plan-tabs';
import { Tasks } from './tasks';

const cloneForm = defineForm({
  fields: () => ({
    year: {
      label: 'Năm',
      inputmode: 'numeric',
      class: 'year',
      hint: 'Các nhiệm vụ được sao chép sang; số và ngày ban hành để trống.',
    },
  }),
  page: async (c, form) => {
    const world = c.get('world');
    const plan = await getPlan(world, c.req.param('id')!);
    const events = await eventsOfPlan(world, plan);
    return (
      <ConsolePage
        c={c}
        title={`Kế hoạch năm ${plan.year}`}
        at={routes.consoleProgramme()}
        back={{ href: routes.consoleProgramme(), label: 'Các kế hoạch' }}
      >
        {c.req.query(QUERY.done) === DONE.created && (
          <div class="notice" role="status">
            <p>
              Đã lập kế hoạch năm {plan.year} với {showCount(plan.tasks.length)} nhiệm vụ. Số và ngày ban hành
              còn để trống.
            </p>
          </div>
        )}
        <form.Errors />
        <PlanTabs c={c} planId={plan.id} at={routes.consolePlan(plan.id)} />
        <p>
          {plan.title}. <PlanNumber plan={plan} />
        </p>
        <Tasks tasks={plan.tasks} events={events} />
        {mayProgramme(c.get('account')).clone && (
          <div class="form">
            <h2>Lập kế hoạch cho năm khác từ kế hoạch này</h2>
            <form.Post action={routes.consolePlanClone(plan.id)}>
              <form.Fields />
              <Button>Lập kế hoạch năm đó</Button>
            </form.Post>
          </div>
        )}
      </ConsolePage>
    );
  },
});

/** A plan with its tasks, and a form that makes the plan of another year from it. */
export const planPage = {
  get: (c: Page) => cloneForm.show(c),
  post: (c: Page) => {
    if (!mayProgramme(c.get('account')).clone) throw new Problem('forbidden', 'forbidden');
    return cloneForm.handle(c, async ({ fields }) => {
      const { year } = parse(CloneInput, fields);
      const plan = await clonePlan(c.get('world'), c.req.param('id')!, year);
      return withQuery(routes.consolePlan(plan.id), { [QUERY.done]: DONE.created });
    });
  },
};
