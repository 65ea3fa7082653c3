import { Problem } from '../../../functions/platform/problem/problem';
import type { BudgetLine } from '../../../functions/programme/budget/line';
import { linesOfEvent } from '../../../functions/programme/budget/list';
import { mayBudget } from '../../../functions/programme/budget/may';
import { sourceOf } from '../../../functions/programme/budget/words';
import { listPlans } from '../../../functions/programme/plans/list';
import type { Handler } from '../../env';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { Island } from '../../ui/island';
import { EventFrame } from '../events/parts/frame';
import { readForStaff } from '../events/parts/read';
import { LINE_DONE } from './done-words';
import { LinesTable } from './lines-table';
import { TotalsTable, Whole } from './totals-table';

/** What is planned and spent for one event. A line is added under the task that the event serves. */
export const eventBudgetPage: Handler = async (c) => {
  const world = c.get('world');
  const { see, edit } = mayBudget(c.get('account'));
  if (!see) throw new Problem('forbidden', 'forbidden');
  const { event } = await readForStaff(c, c.req.param('id')!);
  const lines = await linesOfEvent(world, event.id);
  const plans = await listPlans(world);
  const plan = event.taskId && plans.find(({ tasks }) => tasks.some(({ id }) => id === event.taskId));
  const taskOf = ({ planId, taskId }: BudgetLine): string => {
    const of = plans.find(({ id }) => id === planId);
    const row = of?.tasks.find(({ id }) => id === taskId)?.row;
    return of && row ? `${row} (năm ${of.year})` : '';
  };
  const back = { [QUERY.event]: event.id };
  return c.html(
    <EventFrame
      c={c}
      event={event}
      at={routes.consoleEventBudget(event.id)}
      title="Kinh phí"
      action={
        edit &&
        plan && (
          <a class="btn" href={withQuery(routes.consoleNewBudgetLine(plan.id), back)}>
            Ghi khoản kinh phí
          </a>
        )
      }
    >
      <Done c={c} words={LINE_DONE} />
      {edit && !plan && (
        <p>
          Lớp, hội nghị này chưa gắn với nhiệm vụ nào của kế hoạch nên chưa ghi được kinh phí.{' '}
          <a href={routes.consoleEditEvent(event.id)}>Chọn nhiệm vụ</a>
        </p>
      )}
      {lines.length === 0 ? (
        <p>Chưa ghi khoản kinh phí nào cho lớp, hội nghị này.</p>
      ) : (
        <>
          <Whole lines={lines} />
          <LinesTable
            lines={lines}
            label="Kinh phí của lớp, hội nghị"
            belongsTo={{ head: 'Nhiệm vụ', of: taskOf }}
            edit={
              edit ? ({ planId, id }) => withQuery(routes.consoleBudgetLine(planId, id), back) : undefined
            }
          />
          <h3>Theo nguồn</h3>
          <TotalsTable lines={lines} head="Nguồn" groupOf={sourceOf} />
        </>
      )}
      <Island name="print" />
    </EventFrame>,
  );
};
