import type { FC } from 'hono/jsx';
import { type Figures, plannedOf, type UnitFigures } from '../../../functions/dashboard/figures';
import type { Dashboard } from '../../../functions/dashboard/read';
import { showCount } from '../../../functions/platform/text/count';
import { ProgressBars } from '../../parts/programme/progress';
import { routes } from '../../routes';
import { FigureCells, FigureHeads } from './figure-rows';

const hasAny = (figures: Figures): boolean => plannedOf(figures) > 0;

/** Longer words of a task are cut on the page for the director. */
const brief = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, words.lastIndexOf(' ', most))}…`;

interface TaskTableProps {
  plan: Dashboard['plan'];
  tasks: Dashboard['tasks'];
  /** How many letters of a task's words are shown. */
  most: number;
  /** Without the progress of the indicators: the sheet for the director has no room for it. */
  brief?: boolean;
}

/** The tasks in the plan's order. */
export const TaskTable: FC<TaskTableProps> = ({ plan, tasks, most, brief: isBrief }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Tiến độ theo nhiệm vụ">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Nhiệm vụ</th>
          <FigureHeads />
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ task, figures, indicators }) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleTask(plan.id, task.id)}>{task.row}</a>{' '}
              <span class="small">{brief(task.words, most)}</span>
              {indicators && !isBrief && <ProgressBars indicators={indicators} />}
            </th>
            <FigureCells figures={figures} />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The same for the page for the director: the tasks without events are named by their rows alone. */
export const BriefTasks: FC<{ dashboard: Dashboard }> = ({ dashboard: { plan, tasks } }) => {
  const without = tasks.filter(({ figures }) => !hasAny(figures));
  return (
    <>
      {without.length < tasks.length && (
        <TaskTable plan={plan} tasks={tasks.filter(({ figures }) => hasAny(figures))} most={70} brief />
      )}
      {without.length > 0 && (
        <p>Nhiệm vụ chưa có lớp, hội nghị nào: {without.map(({ task }) => task.row).join(', ')}.</p>
      )}
    </>
  );
};

/** The units that have events, then the names of those that have none. */
export const UnitTable: FC<{ units: readonly UnitFigures[]; elsewhere: Figures }> = ({
  units,
  elsewhere,
}) => {
  const without = units.filter(({ figures }) => !hasAny(figures));
  const withEvents = units.filter(({ figures }) => hasAny(figures));
  return (
    <>
      {(withEvents.length > 0 || hasAny(elsewhere)) && (
        <div class="scroll" tabindex={0} role="region" aria-label="Tiến độ theo địa bàn">
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">Địa bàn</th>
                <FigureHeads />
              </tr>
            </thead>
            <tbody>
              {withEvents.map(({ name, figures }) => (
                <tr>
                  <th scope="row">{name}</th>
                  <FigureCells figures={figures} />
                </tr>
              ))}
              {hasAny(elsewhere) && (
                <tr>
                  <th scope="row">Cấp tỉnh, trực tuyến hoặc nơi khác</th>
                  <FigureCells figures={elsewhere} />
                </tr>
              )}
            </tbody>
          </table>
        </div>
      )}
      {without.length > 0 && (
        <p>
          {showCount(without.length)} địa bàn chưa có lớp, hội nghị nào:{' '}
          {without.map(({ name }) => name).join(', ')}.
        </p>
      )}
    </>
  );
};
