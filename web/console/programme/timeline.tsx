import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import {
  getTimeline,
  type TimelineMonth,
  type TimelineRow,
} from '../../../functions/programme/timeline/timeline';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { PlanTabs } from './plan-tabs';

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** The year of a plan: tasks by months. */
export const timelinePage = async (c: Page): Promise<Response> => {
  const { plan, rows } = await getTimeline(c.get('world'), c.req.param('id')!);
  return c.html(
    <ConsolePage
      c={c}
      title={`Tiến độ kế hoạch năm ${plan.year}`}
      at={routes.consoleProgramme()}
      back={{ href: routes.consoleProgramme(), label: 'Các kế hoạch' }}
    >
      <PlanTabs c={c} planId={plan.id} at={routes.consoleTimeline(plan.id)} />
      <p>
        Ô tô màu là tháng mà kế hoạch định cho nhiệm vụ. Số trong ô là số lớp, hội nghị đã tổ chức; số sau dấu
        cộng là số sắp tổ chức. Lớp, hội nghị đã hoãn hoặc đã hủy không được tính.
      </p>
      <div class="scroll" tabindex={0} role="region" aria-label="Tiến độ theo tháng">
        <table class="timeline stacked">
          <thead>
            <tr>
              <th scope="col">Nhiệm vụ</th>
              <th scope="col">Thời gian</th>
              {MONTHS.map((month) => (
                <th scope="col">
                  <abbr title={`Tháng ${month}`}>T{month}</abbr>
                </th>
              ))}
              <th scope="col">Năm sau</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row row={row} planId={plan.id} />
            ))}
          </tbody>
        </table>
      </div>
    </ConsolePage>,
  );
};

const Row: FC<{ row: TimelineRow; planId: string }> = ({ row: { task, months, later }, planId }) => (
  <tr>
    <th scope="row">
      <a href={`${routes.consolePlan(planId)}#${task.id}`}>{task.row}</a>{' '}
      <span class="small">{task.words}</span>
    </th>
    <td data-label="Thời gian">{task.time}</td>
    {months.map((month) => (
      <td class={month.planned ? 'num planned' : 'num'} data-label={`Tháng ${month.month}`}>
        {inMonth(month)}
      </td>
    ))}
    <td class="num" data-label="Năm sau">
      {later > 0 ? showCount(later) : ''}
    </td>
  </tr>
);

/** `2`, `2 + 1`, `+ 1`; nothing where the month has no event. */
const inMonth = ({ held, coming }: TimelineMonth): string =>
  [held > 0 && showCount(held), coming > 0 && `+ ${showCount(coming)}`].filter(Boolean).join(' ');
