import type { FC } from 'hono/jsx';
import { allUnits } from '../../../functions/directory/units/list';
import type { Unit } from '../../../functions/directory/units/unit';
import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import { pilotCommunes } from '../../../functions/reviews/create';
import {
  inReviews,
  REVIEW_STATES,
  readReviews,
  type ReviewState as State,
} from '../../../functions/reviews/register';
import { reviewsFile } from '../../../functions/reviews/register-file';
import type { Review } from '../../../functions/reviews/review';
import { placeOf, REVIEW_WORD } from '../../../functions/reviews/words';
import { visitScope } from '../../../functions/visits/may';
import type { Page } from '../../env';
import { States } from '../../parts/inquiries/states';
import { ReviewState, reviewLateWords } from '../../parts/reviews/review';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { sendFile } from '../../ui/download';

const FILTER_WORD = { late: 'Quá hạn', ...REVIEW_WORD };

const stateIn = (c: Page): State | undefined => REVIEW_STATES.find((s) => s === c.req.query(QUERY.status));

/** Every review in the account's area, late ones first, with the pilot communes that were not asked yet. */
export const reviewsPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const now = world.now();
  const scope = await visitScope(world, c.get('account'));
  const [all, units] = await Promise.all([readReviews(world, scope), allUnits(world)]);
  const state = stateIn(c);
  const shown = inReviews(all, state, now);
  const asked = new Set(all.filter(({ status }) => status !== 'withdrawn').map(({ about }) => about.unitId));
  const pilot = pilotCommunes(world, units).filter(({ id }) => scope.sees({ about: { unitId: id } }));
  const missing = pilot.filter(({ id }) => !asked.has(id)).length;
  return c.html(
    <ConsolePage
      c={c}
      title="Rà soát, kiện toàn tổ hòa giải"
      at={routes.consoleReviews()}
      action={
        scope.write && (
          <a class="btn" href={routes.consoleNewReview()}>
            Đề nghị rà soát
          </a>
        )
      }
    >
      <p>
        {pilot.length === 0
          ? 'Năm nay chưa có đơn vị cấp xã nào được chọn chỉ đạo điểm. Năm chỉ đạo điểm ghi tại từng đơn vị của mục Địa bàn.'
          : `Năm nay có ${showCount(pilot.length)} đơn vị cấp xã chỉ đạo điểm, ${showCount(missing)} đơn vị chưa được đề nghị rà soát.`}
      </p>
      {all.length > 0 && (
        <States
          list={routes.consoleReviews()}
          words={FILTER_WORD}
          shown={state}
          count={(s) => inReviews(all, s, now).length}
        />
      )}
      {shown.length === 0 ? (
        <p class="empty">
          {all.length === 0
            ? 'Chưa có đề nghị rà soát nào. Đơn vị điểm nhận danh sách tổ hòa giải chưa đạt yêu cầu, trả lời sẽ làm gì và xong vào ngày nào; việc rà soát kết thúc bằng quyết định.'
            : 'Không có đề nghị nào ở tình trạng này.'}
        </p>
      ) : (
        <>
          <ReviewsTable shown={shown} units={units} now={now} />
          <p>
            <a href={withQuery(routes.consoleReviewFile(), { [QUERY.status]: state })}>
              Tải danh sách này (Excel)
            </a>
          </p>
        </>
      )}
    </ConsolePage>,
  );
};

/** The same list as a file. */
export const reviewsDownload = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const all = await readReviews(world, await visitScope(world, c.get('account')));
  return sendFile(c, await reviewsFile(world, inReviews(all, stateIn(c), world.now())));
};

interface ReviewsTableProps {
  shown: readonly Review[];
  units: readonly Unit[];
  now: number;
}

const ReviewsTable: FC<ReviewsTableProps> = ({ shown, units, now }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Các đề nghị rà soát">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Xã, phường, thị trấn</th>
          <th scope="col">Tổ chưa đạt</th>
          <th scope="col">Hạn trả lời</th>
          <th scope="col">Xong chậm nhất ngày</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((review) => {
          const { id, about, dueOn, answer } = review;
          const late = reviewLateWords(review, now);
          return (
            <tr>
              <th scope="row">
                <a href={routes.consoleReview(id)}>{placeOf(units, review)}</a>
              </th>
              <td data-label="Tổ chưa đạt">
                {showCount(about.lacking.length)}/{showCount(about.teams)}
              </td>
              <td data-label="Hạn trả lời">{shortDay(dueOn)}</td>
              <td data-label="Xong chậm nhất ngày">{answer ? shortDay(answer.said.by) : '–'}</td>
              <td data-label="Tình trạng">
                <ReviewState review={review} />
                {late && <strong> {late}</strong>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
