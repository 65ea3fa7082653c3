import type { FC } from 'hono/jsx';
import { getEvents } from '../../../functions/events/event/get';
import { Problem } from '../../../functions/platform/problem/problem';
import type { BudgetLine } from '../../../functions/programme/budget/line';
import { linesOfPlan } from '../../../functions/programme/budget/list';
import { mayBudget } from '../../../functions/programme/budget/may';
import { ITEM_WORDS, sourceOf } from '../../../functions/programme/budget/words';
import { getPlan } from '../../../functions/programme/plans/list';
import type { Plan } from '../../../functions/programme/plans/plan';
import type { Handler } from '../../env';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { Island } from '../../ui/island';
import { PlanTabs } from '../programme/plan-tabs';
import { LINE_DONE } from './done-words';
import { LinesTable } from './lines-table';
import { TotalsTable, Whole } from './totals-table';

/** The titles of the events that lines pay for. One call for a hundred. */
type Titles = ReadonlyMap<string, { title: string }>;

const titleIn =
  (titles: Titles) =>
  ({ eventId }: BudgetLine): string =>
    eventId ? (titles.get(eventId)?.title ?? 'Lớp, hội nghị đã bỏ') : '';

interface ByTaskProps {
  plan: Plan;
  lines: readonly BudgetLine[];
  titles: Titles;
  edit: boolean;
}

/** One table for each task that has lines, in the order of the plan. */
const ByTask: FC<ByTaskProps> = ({ plan, lines, titles, edit }) => (
  <>
    {plan.tasks.map((task) => {
      const own = lines.filter(({ taskId }) => taskId === task.id);
      if (own.length === 0) return null;
      return (
        <>
          <h3>Nhiệm vụ {task.row}</h3>
          <p class="small">{task.words}</p>
          <LinesTable
            lines={own}
            label={`Kinh phí của nhiệm vụ ${task.row}`}
            belongsTo={{ head: 'Lớp, hội nghị', of: titleIn(titles) }}
            edit={edit ? ({ id }) => routes.consoleBudgetLine(plan.id, id) : undefined}
          />
        </>
      );
    })}
  </>
);

/** The budget of a plan: task by task, then by source and by what is paid for. */
export const planBudgetPage: Handler = async (c) => {
  const world = c.get('world');
  const { see, edit } = mayBudget(c.get('account'));
  if (!see) throw new Problem('forbidden', 'forbidden');
  const plan = await getPlan(world, c.req.param('id')!);
  const lines = await linesOfPlan(world, plan.id);
  const titles = await getEvents(
    world,
    lines.flatMap(({ eventId }) => (eventId ? [eventId] : [])),
  );
  return c.html(
    <ConsolePage
      c={c}
      title={`Kế hoạch năm ${plan.year}`}
      tab={`Kinh phí: Kế hoạch năm ${plan.year}`}
      at={routes.consoleProgramme()}
      back={{ href: routes.consoleProgramme(), label: 'Các kế hoạch' }}
    >
      <PlanTabs c={c} planId={plan.id} at={routes.consoleBudget(plan.id)} />
      <div class="bar">
        <h2>Kinh phí</h2>
        {edit && (
          <a class="btn" href={routes.consoleNewBudgetLine(plan.id)}>
            Ghi khoản kinh phí
          </a>
        )}
      </div>
      <Done c={c} words={LINE_DONE} />
      {lines.length === 0 ? (
        <p>Chưa ghi khoản kinh phí nào cho kế hoạch này.</p>
      ) : (
        <>
          <Whole lines={lines} />
          <ByTask plan={plan} lines={lines} titles={titles} edit={edit} />
          <h3>Theo nguồn</h3>
          <TotalsTable lines={lines} head="Nguồn" groupOf={sourceOf} />
          <h3>Theo nội dung chi</h3>
          <TotalsTable lines={lines} head="Nội dung chi" groupOf={({ item }) => ITEM_WORDS[item]} />
        </>
      )}
      <Island name="print" />
    </ConsolePage>,
  );
};
