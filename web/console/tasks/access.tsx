import type { Child, FC } from 'hono/jsx';
import { must } from '../../../functions/platform/problem/must';
import { getPlan } from '../../../functions/programme/plans/list';
import { mayProgramme } from '../../../functions/programme/plans/may';
import type { Plan, Task } from '../../../functions/programme/plans/plan';
import { taskIn } from '../../../functions/programme/plans/update';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';

export interface TaskOfPlan {
  plan: Plan;
  task: Task;
}

/** The ids in the path. */
export const idsOf = (c: Page): { planId: string; taskId: string } => ({
  planId: c.req.param('id') ?? '',
  taskId: c.req.param('taskId') ?? '',
});

/** The task of the path. */
export const readTask = async (c: Page): Promise<TaskOfPlan> => {
  const { planId, taskId } = idsOf(c);
  const plan = await getPlan(c.get('world'), planId);
  return { plan, task: taskIn(plan, taskId) };
};

/** @throws Problem `forbidden` */
export const mustEdit = (c: Page): void => must(mayProgramme(c.get('account')), 'edit');

/** A page below a task, with the way back. */
export const BelowTask: FC<{ c: Page; at: TaskOfPlan; title: string; children: Child }> = ({
  c,
  at: { plan, task },
  title,
  children,
}) => (
  <ConsolePage
    c={c}
    title={title}
    at={routes.consoleProgramme()}
    back={{ href: routes.consoleTask(plan.id, task.id), label: `Nhiệm vụ ${task.row}` }}
  >
    {children}
  </ConsolePage>
);
