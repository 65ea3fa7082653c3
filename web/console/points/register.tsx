import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { POINT_SORTS, POINT_STATES } from '../../../functions/points/point';
import { type PointFilter, pointsWith } from '../../../functions/points/register';
import { pointsFile, readVisiblePoints } from '../../../functions/points/register-file';
import { POINT_SORT_WORD, POINT_STATE_WORD } from '../../../functions/points/words';
import type { Page } from '../../env';
import { PointTable } from '../../parts/points/point';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { Button, freshForm, Select } from '../../ui/form';
import { must, rightsOf } from './access';

const AGES = [5, 30, 90];

/** What the reader asks of the register; values that mean nothing are ignored. */
const filterOf = (c: Page): PointFilter => ({
  state: POINT_STATES.find((state) => state === c.req.query(QUERY.status)),
  sort: POINT_SORTS.find((sort) => sort === c.req.query(QUERY.kind)),
  minDays: AGES.find((age) => String(age) === c.req.query(QUERY.age)),
});

const queryOf = ({ state, sort, minDays }: PointFilter) => ({
  [QUERY.status]: state,
  [QUERY.kind]: sort,
  [QUERY.age]: minDays === undefined ? undefined : String(minDays),
});

/** Every paper and difficulty that the account may see, what waits for the department first. */
export const registerPage = async (c: Page): Promise<Response> => {
  must('see', c);
  const world = c.get('world');
  const now = world.now();
  const filter = filterOf(c);
  const all = await readVisiblePoints(world, c.get('account'));
  const shown = pointsWith(all, filter, now);
  const waiting = pointsWith(all, { state: 'received' }, now).length;
  return c.html(
    <ConsolePage
      c={c}
      title="Tham luận, vướng mắc"
      at={routes.consolePoints()}
      action={
        rightsOf(c).raise && (
          <a class="btn" href={routes.consoleNewPoint()}>
            Ghi tham luận, vướng mắc
          </a>
        )
      }
    >
      <p>
        {showCount(all.length)} tham luận, vướng mắc;{' '}
        <a href={withQuery(routes.consolePoints(), queryOf({ state: 'received' }))}>
          {showCount(waiting)} chờ xử lý
        </a>
        .
      </p>
      <Filters filter={filter} />
      {shown.length === 0 ? (
        <p class="empty">
          {all.length === 0
            ? 'Chưa có tham luận, vướng mắc nào. Người đăng ký gửi từ trang xem lại đăng ký, bằng mã và số điện thoại; cán bộ ghi tại đây những nội dung nhận trên giấy.'
            : 'Không có tham luận, vướng mắc nào khớp. Vui lòng thử ít điều kiện hơn.'}
        </p>
      ) : (
        <>
          <PointTable rows={shown} now={now} withEvent />
          <p>
            <a href={withQuery(routes.consolePointsFile(), queryOf(filter))}>Tải danh sách này (Excel)</a>
          </p>
        </>
      )}
    </ConsolePage>,
  );
};

/** The same list as a file. */
export const registerDownload = async (c: Page): Promise<Response> => {
  must('see', c);
  return sendFile(c, await pointsFile(c.get('world'), c.get('account'), filterOf(c)));
};

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const Filters: FC<{ filter: PointFilter }> = ({ filter }) => {
  const form = freshForm('vi', queryOf(filter));
  return (
    <form class="filters shown" method="get" role="search">
      <Select
        form={form}
        name={QUERY.status}
        label="Tình trạng"
        empty="Tất cả"
        options={optionsOf(POINT_STATE_WORD)}
      />
      <Select
        form={form}
        name={QUERY.kind}
        label="Loại"
        empty="Tất cả"
        options={optionsOf(POINT_SORT_WORD)}
      />
      <Select
        form={form}
        name={QUERY.age}
        label="Đã nhận"
        empty="Lúc nào cũng được"
        options={AGES.map((age) => ({ value: String(age), label: `Từ ${showCount(age)} ngày trước` }))}
      />
      <Button kind="plain">Lọc</Button>
    </form>
  );
};
