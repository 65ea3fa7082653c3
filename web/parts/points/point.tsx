import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import { moment, shortDay } from '../../../functions/platform/time/format-date';
import { type PointState, pointState, type RaisedPoint } from '../../../functions/points/point';
import { pointAge } from '../../../functions/points/register';
import { POINT_SORT_WORD, POINT_STATE_WORD } from '../../../functions/points/words';
import { routes } from '../../routes';
import { SaidView } from '../recommendations/answer';

const TAG: Record<PointState, string> = {
  received: 'tag sun',
  accepted: 'tag sky',
  declined: 'tag grey',
  passed: 'tag',
  answered: 'tag sky',
  closed: 'tag grey',
};

export const PointTag: FC<{ of: RaisedPoint }> = ({ of }) => (
  <span class={TAG[pointState(of)]}>{POINT_STATE_WORD[pointState(of)]}</span>
);

/** What was raised, with what the department or the body answered, as the person and staff read it. */
export const PointView: FC<{ of: RaisedPoint }> = ({ of: { point, recommendation } }) => (
  <>
    <dl class="facts">
      <dt>Loại</dt>
      <dd>{POINT_SORT_WORD[point.sort]}</dd>
      {point.eventTitle && (
        <>
          <dt>Hội nghị</dt>
          <dd>{point.eventTitle}</dd>
        </>
      )}
      <dt>Ngày gửi</dt>
      <dd>{shortDay(localDate(point.createdAt))}</dd>
      {point.decidedAt && (
        <>
          <dt>Ý kiến của ban tổ chức</dt>
          <dd class="prose">
            {[POINT_STATE_WORD[point.outcome!], point.outcomeWords].filter(Boolean).join('. ')} (
            {moment(point.decidedAt)})
          </dd>
        </>
      )}
      {recommendation && (
        <>
          <dt>Đã chuyển</dt>
          <dd>
            {recommendation.bodyName}, hạn trả lời hết ngày {shortDay(recommendation.dueOn)}
          </dd>
        </>
      )}
      {recommendation?.endWords && (
        <>
          <dt>Kết thúc</dt>
          <dd class="prose">{recommendation.endWords}</dd>
        </>
      )}
    </dl>
    <p class="prose">{point.words}</p>
    {recommendation?.answer && <SaidView answer={recommendation.answer} />}
  </>
);

/** Points in lines, each with its state. @param withEvent shows for which event each is */
export const PointTable: FC<{ rows: readonly RaisedPoint[]; now: number; withEvent?: boolean }> = ({
  rows,
  now,
  withEvent,
}) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Tham luận, vướng mắc">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Tên gọi</th>
          <th scope="col">Loại</th>
          {withEvent && <th scope="col">Hội nghị</th>}
          <th scope="col">Ngày nhận</th>
          <th scope="col">Số ngày</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr>
            <th scope="row">
              <a href={routes.consolePoint(one.point.id)}>{one.point.title}</a>
            </th>
            <td data-label="Loại">{POINT_SORT_WORD[one.point.sort]}</td>
            {withEvent && <td data-label="Hội nghị">{one.point.eventTitle ?? ''}</td>}
            <td data-label="Ngày nhận">{shortDay(localDate(one.point.createdAt))}</td>
            <td class="num" data-label="Số ngày">
              {showCount(pointAge(one, now))}
            </td>
            <td data-label="Tình trạng">
              <PointTag of={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
