import type { FC } from 'hono/jsx';
import type { World } from '../../../functions/platform/world/world';
import { findTask, listPlans } from '../../../functions/programme/plans/list';
import type { Task } from '../../../functions/programme/plans/plan';
import { routes } from '../../routes';
import type { FieldSpec, Option } from '../../ui/form';

/** Which task of a plan something serves: asked in the same way on every form. */
export const TASK_FIELD = {
  as: 'select',
  label: 'Nhiệm vụ của kế hoạch',
  empty: 'Không gắn với nhiệm vụ nào',
  optional: true,
} as const satisfies FieldSpec;

/** The tasks of every plan, those of the latest year first. One call. */
export const taskOptions = async (world: World): Promise<Option[]> =>
  (await listPlans(world)).flatMap(({ year, tasks }) =>
    tasks.map(({ id, row, words }) => ({ value: id, label: `${year}, ${row}: ${words.slice(0, 80)}` })),
  );

interface Tied {
  planId: string;
  year: number;
  task: Task;
}

/** The task that something is tied to; nothing where it is tied to none. */
export const taskOf = async (world: World, taskId: string | undefined): Promise<Tied | undefined> =>
  taskId ? findTask(world, taskId) : undefined;

export const TaskLink: FC<{ of: Tied }> = ({ of: { planId, year, task } }) => (
  <>
    <a href={routes.consoleTask(planId, task.id)}>{task.row}</a>, kế hoạch năm {year}
  </>
);
