import type { FC } from 'hono/jsx';
import type { PlanContent, Task } from '../../../functions/programme/plans/plan';
import { Goals } from './progress';

/** Who coordinates a task: bodies by their names, then groups in the plan's words. */
export const coordinatingOf = ({ coordinating, coordinatingWords }: Task): string[] => [
  ...coordinating.map(({ name }) => name),
  ...(coordinatingWords ? [coordinatingWords] : []),
];

/** What a text of a plan says: legal bases and tasks. */
export const PlanContentView: FC<{ content: PlanContent }> = ({ content: { bases, tasks } }) => (
  <>
    <Bases bases={bases} />
    <div class="scroll" tabindex={0} role="region" aria-label="Các nhiệm vụ">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Mục</th>
            <th scope="col">Nhiệm vụ</th>
            <th scope="col">Chủ trì</th>
            <th scope="col">Phối hợp</th>
            <th scope="col">Thời gian</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr>
              <th scope="row" class="nowrap">
                {task.row}
              </th>
              <td>
                {task.words}
                <Goals indicators={task.indicators} />
              </td>
              <td data-label="Chủ trì">{task.lead.map(({ name }) => name).join('; ')}</td>
              <td data-label="Phối hợp">{coordinatingOf(task).join('; ')}</td>
              <td data-label="Thời gian">{task.time}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);

/** The legal bases of a plan, where it names some. */
export const Bases: FC<{ bases: readonly string[] }> = ({ bases }) =>
  bases.length === 0 ? null : (
    <>
      <h2>Căn cứ</h2>
      <ul>
        {bases.map((basis) => (
          <li>{basis}</li>
        ))}
      </ul>
    </>
  );
