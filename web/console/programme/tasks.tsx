import type { FC } from 'hono/jsx';
import type { EventInList } from '../../../functions/events/event/event';
import { showCount } from '../../../functions/platform/text/count';
import { shortDate, shortDay } from '../../../functions/platform/time/format-date';
import type { Plan } from '../../../functions/programme/plans/plan';
import { dueNow } from '../../../functions/programme/progress/due';
import type { TaskProgress } from '../../../functions/programme/progress/progress';
import { coordinatingOf } from '../../parts/programme/plan-content';
import { DueTag, Goals, ProgressBars } from '../../parts/programme/progress';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';

interface TasksProps {
  plan: Plan;
  events: readonly EventInList[];
  /** In the plan's order; absent for officers, since results count the whole province. */
  progress: readonly TaskProgress[] | undefined;
  now: number;
  edits: boolean;
}

/** The tasks of a plan, each with what it reached and the events that serve it. */
export const Tasks: FC<TasksProps> = ({ plan, events, progress, now, edits }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Các nhiệm vụ">
    <table class="tasks stacked">
      <thead>
        <tr>
          <th scope="col">Mục</th>
          <th scope="col">Nhiệm vụ</th>
          <th scope="col">Lớp, hội nghị</th>
        </tr>
      </thead>
      <tbody>
        {plan.tasks.map((task, i) => (
          <tr id={task.id}>
            <th scope="row" class="nowrap">
              <a href={routes.consoleTask(plan.id, task.id)}>{task.row}</a>
            </th>
            <td>
              <p>{task.words}</p>
              <Names label="Chủ trì" names={task.lead.map((b) => b.name)} />
              <Names label="Phối hợp" names={coordinatingOf(task)} />
              {task.time && (
                <p class="small">
                  <strong>Thời gian:</strong> {task.time}
                </p>
              )}
              <DueTag due={progress?.[i] && dueNow(plan, progress[i], now)} />
              <Reached task={task} progress={progress?.[i]} />
              {edits && !plan.withdrawn && (
                <p class="small">
                  <a
                    href={withQuery(routes.consoleNewEvent(), { [QUERY.task]: task.id })}
                    aria-label={`Tạo lớp, hội nghị cho nhiệm vụ ${task.row}`}
                  >
                    Tạo lớp, hội nghị
                  </a>
                  {' · '}
                  <a href={routes.consoleTaskEdit(plan.id, task.id)} aria-label={`Sửa nhiệm vụ ${task.row}`}>
                    Sửa
                  </a>
                </p>
              )}
            </td>
            <td>
              <Serving events={events.filter((e) => e.taskId === task.id)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Reached: FC<{ task: Plan['tasks'][number]; progress: TaskProgress | undefined }> = ({
  task,
  progress,
}) =>
  progress ? (
    <>
      {progress.finished && (
        <p>
          <span class="tag">Đã hoàn thành</span> {shortDay(progress.finished.on)}
        </p>
      )}
      <ProgressBars indicators={progress.indicators} />
    </>
  ) : (
    <Goals indicators={task.indicators} />
  );

/** Many names would bury the task: their number leads to them. */
const MANY = 4;

const Names: FC<{ label: string; names: readonly string[] }> = ({ label, names }) => {
  if (names.length === 0) return null;
  if (names.length <= MANY)
    return (
      <p class="small">
        <strong>{label}:</strong> {names.join('; ')}
      </p>
    );
  return (
    <details class="small">
      <summary>
        <strong>{label}:</strong> {showCount(names.length)} đơn vị
      </summary>
      {names.join('; ')}
    </details>
  );
};

const Serving: FC<{ events: readonly EventInList[] }> = ({ events }) =>
  events.length === 0 ? (
    <span class="soft">Chưa có lớp, hội nghị</span>
  ) : (
    <ul class="plain-list">
      {events.map((event) => (
        <EventLink event={event} />
      ))}
    </ul>
  );

/** How events are marked that are not simply published. */
const MARKS = {
  draft: { word: 'Bản nháp', tag: 'tag grey' },
  postponed: { word: 'Đã hoãn', tag: 'tag sun' },
  cancelled: { word: 'Đã hủy', tag: 'tag stop' },
};

const EventLink: FC<{ event: EventInList }> = ({ event }) => {
  const mark = event.status !== 'published' && MARKS[event.status];
  return (
    <li>
      <a href={routes.consoleEvent(event.id)}>{event.title}</a>{' '}
      <span class="soft nowrap">{shortDate(event.startsAt)}</span>
      {mark && (
        <>
          {' '}
          <span class={mark.tag}>{mark.word}</span>
        </>
      )}
    </li>
  );
};
