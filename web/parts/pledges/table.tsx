import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import type { Pledge } from '../../../functions/programme/pledges/pledge';
import {
  isOverdue,
  type PledgeState,
  receivedOf,
  stateOf,
} from '../../../functions/programme/pledges/received';
import { totalsOf } from '../../../functions/programme/pledges/totals';
import {
  PLEDGE_KIND_WORDS,
  PLEDGE_STATE_WORDS,
  showAmount,
} from '../../../functions/programme/pledges/words';
import { routes } from '../../routes';

const TAG: Record<PledgeState, string> = {
  promised: 'tag sky',
  partly: 'tag sun',
  received: 'tag',
  withdrawn: 'tag grey',
};

export const PledgeTag: FC<{ pledge: Pledge; today: string }> = ({ pledge, today }) => {
  const state = stateOf(pledge);
  return (
    <>
      <span class={TAG[state]}>{PLEDGE_STATE_WORDS[state]}</span>
      {isOverdue(pledge, today) && (
        <>
          {' '}
          <span class="tag stop">Quá hạn</span>
        </>
      )}
    </>
  );
};

interface TableProps {
  pledges: readonly Pledge[];
  today: string;
  /** What the table is about, for readers who do not see it. */
  label: string;
  /** The table of one partner needs no column with its name. */
  ofOne?: boolean;
}

export const PledgeTable: FC<TableProps> = ({ pledges, today, label, ofOne }) => (
  <div class="scroll" tabindex={0} role="region" aria-label={label}>
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Nội dung</th>
          {!ofOne && <th scope="col">Cơ quan, đơn vị</th>}
          <th scope="col">Loại</th>
          <th scope="col">Cam kết</th>
          <th scope="col">Đã nhận</th>
          <th scope="col">Hạn nhận</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {pledges.map((pledge) => (
          <tr>
            <th scope="row">
              <a href={routes.consolePledge(pledge.id)}>{pledge.words}</a>
            </th>
            {!ofOne && <td data-label="Cơ quan, đơn vị">{pledge.bodyName}</td>}
            <td data-label="Loại">{PLEDGE_KIND_WORDS[pledge.kind]}</td>
            <td class="num" data-label="Cam kết">
              {showAmount(pledge.amount, pledge)}
            </td>
            <td class="num" data-label="Đã nhận">
              {showAmount(receivedOf(pledge), pledge)}
            </td>
            <td data-label="Hạn nhận">{shortDay(pledge.dueOn)}</td>
            <td data-label="Tình trạng">
              <PledgeTag pledge={pledge} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** What was promised and received in all, by kind and unit of measure. */
export const PledgeTotals: FC<{ pledges: readonly Pledge[] }> = ({ pledges }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Tổng hợp theo loại">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Loại</th>
          <th scope="col">Số cam kết</th>
          <th scope="col">Cam kết</th>
          <th scope="col">Đã nhận</th>
          <th scope="col">Còn chờ nhận</th>
        </tr>
      </thead>
      <tbody>
        {totalsOf(pledges).map((total) => (
          <tr>
            <th scope="row">{PLEDGE_KIND_WORDS[total.kind]}</th>
            <td class="num" data-label="Số cam kết">
              {showCount(total.pledges)}
            </td>
            <td class="num" data-label="Cam kết">
              {showAmount(total.promised, total)}
            </td>
            <td class="num" data-label="Đã nhận">
              {showAmount(total.received, total)}
            </td>
            <td class="num" data-label="Còn chờ nhận">
              {showAmount(total.expected, total)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
