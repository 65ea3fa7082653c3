import type { FC } from 'hono/jsx';
import { officialBefore } from '../../../functions/documents/official';
import { MOST_QUOTAS } from '../../../functions/events/nominations/of-area';
import type { NominationView } from '../../../functions/events/nominations/read';
import { isReserve } from '../../../functions/events/registrations/nominees';
import { showCount } from '../../../functions/platform/text/count';
import { iso } from '../../../functions/platform/time/dates';
import { routes } from '../../routes';
import { STATUS, whenWords } from '../events/parts/words';

/** How far the unit is, in a word with a colour. */
const StateTag: FC<{ view: NominationView; now: number }> = ({ view, now }) => {
  const { event, nomination, left } = view;
  if (event.status !== 'published')
    return <span class={STATUS[event.status].tag}>{STATUS[event.status].word}</span>;
  if (nomination.deadline <= iso(now)) return <span class="tag grey">Hết hạn cử</span>;
  return left > 0 ? <span class="tag sun">Còn thiếu {showCount(left)}</span> : <span class="tag">Đã đủ</span>;
};

/** What there is to do with the quota now. */
const actionWords = ({ may, left, used }: NominationView): string =>
  may.name && left > 0 ? 'Cử người' : may.replace && used > 0 ? 'Thay, sửa người' : 'Xem danh sách';

const Row: FC<{ view: NominationView; own: string; now: number }> = ({ view, own, now }) => {
  const { nomination: n, event, quota, used } = view;
  const reserve = view.people.filter(isReserve).length;
  return (
    <tr>
      <th scope="row">
        <a href={routes.consoleQuota(n.id)}>{event.title}</a>
        <br />
        <span class="soft small">{whenWords(event)}</span>
      </th>
      <td>{n.unitId === own ? 'Đơn vị của tôi' : n.name}</td>
      <td class="num nowrap" data-label="Đã cử">
        {showCount(used)}/{showCount(quota)}
      </td>
      <td class="num" data-label="Dự bị">
        {showCount(reserve)}
      </td>
      <td>
        <StateTag view={view} now={now} />
      </td>
      <td data-label="Hạn">{event.undated ? 'Theo lịch mới' : officialBefore(n.deadline)}</td>
      <td>
        <a class="btn plain" href={routes.consoleQuota(n.id)}>
          {actionWords(view)}
          <span class="hidden-label">
            : {event.title}, {n.name}
          </span>
        </a>
      </td>
    </tr>
  );
};

interface OwnQuotasProps {
  quotas: readonly NominationView[];
  /** The officer's unit. */
  own: string;
  now: number;
}

/** The quotas of the officer's unit and of those below it, the next deadline first. */
export const OwnQuotas: FC<OwnQuotasProps> = ({ quotas, own, now }) => (
  <section aria-labelledby="chi-tieu">
    <h2 id="chi-tieu">Chỉ tiêu cử người</h2>
    {quotas.length === 0 ? (
      <p class="empty">
        Hiện chưa có lớp, hội nghị nào đề nghị địa bàn này cử người. Khi được giao chỉ tiêu, việc hiện tại đây
        và đầu mối của đơn vị được báo.
      </p>
    ) : (
      <div class="scroll" tabindex={0} role="region" aria-label="Bảng chỉ tiêu">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Lớp, hội nghị</th>
              <th scope="col">Nơi cử</th>
              <th scope="col" class="num">
                Đã cử
              </th>
              <th scope="col" class="num">
                Dự bị
              </th>
              <th scope="col">Tình trạng</th>
              <th scope="col">Hạn cử người</th>
              <th scope="col">
                <span class="hidden-label">Làm</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {quotas.map((view) => (
              <Row view={view} own={own} now={now} />
            ))}
          </tbody>
        </table>
      </div>
    )}
    {quotas.length >= MOST_QUOTAS && (
      <p class="soft">
        Còn chỉ tiêu khác: vui lòng xem tại mục <a href={routes.consoleEvents()}>Lớp, hội nghị</a>, thẻ Cử
        người của từng lớp.
      </p>
    )}
  </section>
);
