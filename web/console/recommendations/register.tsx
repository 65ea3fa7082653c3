import type { FC } from 'hono/jsx';
import { listBodies } from '../../../functions/directory/bodies/list';
import { showCount } from '../../../functions/platform/text/count';
import { shortDay } from '../../../functions/platform/time/format-date';
import { mayRecommendations } from '../../../functions/recommendations/may';
import { type Recommendation, SORTS } from '../../../functions/recommendations/recommendation';
import {
  ageOf,
  inRegister,
  REGISTER_STATES,
  type RegisterFilter,
  readRegister,
} from '../../../functions/recommendations/register';
import { registerFile } from '../../../functions/recommendations/register-file';
import { STATE_WORD } from '../../../functions/recommendations/words';
import type { Page } from '../../env';
import { lateWords, STATE_TAG } from '../../parts/inquiries/state';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { Button, freshForm, Select } from '../../ui/form';
import { mustRecommendations } from './access';

const FILTER_WORD = { late: 'Quá hạn', ...STATE_WORD };
const KIND_WORD = { recommendation: 'Kiến nghị', difficulty: 'Khó khăn, vướng mắc' };
const AGES = [30, 90, 180];

/** What the reader asks of the register; values that mean nothing are ignored. */
const filterOf = (c: Page): RegisterFilter => ({
  state: REGISTER_STATES.find((state) => state === c.req.query(QUERY.status)),
  sort: SORTS.find((sort) => sort === c.req.query(QUERY.kind)),
  bodyId: c.req.query(QUERY.body) || undefined,
  minDays: AGES.find((age) => String(age) === c.req.query(QUERY.age)),
});

const queryOf = ({ state, sort, bodyId, minDays }: RegisterFilter) => ({
  [QUERY.status]: state,
  [QUERY.kind]: sort,
  [QUERY.body]: bodyId,
  [QUERY.age]: minDays === undefined ? undefined : String(minDays),
});

/** Every recommendation and difficulty, late ones first. */
export const registerPage = async (c: Page): Promise<Response> => {
  mustRecommendations(c, 'see');
  const world = c.get('world');
  const now = world.now();
  const [all, bodies] = await Promise.all([readRegister(world), listBodies(world)]);
  const filter = filterOf(c);
  const shown = inRegister(all, filter, now);
  const late = inRegister(all, { state: 'late' }, now).length;
  const asked = new Set(all.map(({ bodyId }) => bodyId));
  return c.html(
    <ConsolePage
      c={c}
      title="Kiến nghị, vướng mắc"
      at={routes.consoleRecommendations()}
      action={
        mayRecommendations(c.get('account')).write && (
          <a class="btn" href={routes.consoleNewRecommendation()}>
            Chuyển kiến nghị, vướng mắc
          </a>
        )
      }
    >
      <p>
        {showCount(all.length)} kiến nghị, vướng mắc;{' '}
        <a href={withQuery(routes.consoleRecommendations(), queryOf({ state: 'late' }))}>
          {showCount(late)} quá hạn trả lời
        </a>
        .
      </p>
      <Filters
        filter={filter}
        bodies={bodies.filter(({ id }) => asked.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {shown.length === 0 ? (
        <p class="empty">
          {all.length === 0
            ? 'Chưa có kiến nghị, vướng mắc nào. Kiến nghị của hội nghị và vướng mắc của cơ sở được ghi tại đây, chuyển tới cơ quan có thẩm quyền và theo dõi đến khi kết thúc.'
            : 'Không có kiến nghị, vướng mắc nào khớp. Vui lòng thử ít điều kiện hơn.'}
        </p>
      ) : (
        <>
          <RegisterTable shown={shown} now={now} />
          <p>
            <a href={withQuery(routes.consoleRecommendationFile(), queryOf(filter))}>
              Tải danh sách này (Excel)
            </a>
          </p>
        </>
      )}
    </ConsolePage>,
  );
};

/** The same list as a file. */
export const registerDownload = async (c: Page): Promise<Response> => {
  mustRecommendations(c, 'see');
  return sendFile(c, await registerFile(c.get('world'), filterOf(c)));
};

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const Filters: FC<{ filter: RegisterFilter; bodies: readonly { value: string; label: string }[] }> = ({
  filter,
  bodies,
}) => {
  const form = freshForm('vi', queryOf(filter));
  return (
    <form class="filters shown" method="get" role="search">
      <Select
        form={form}
        name={QUERY.status}
        label="Tình trạng"
        empty="Tất cả"
        options={optionsOf(FILTER_WORD)}
      />
      <Select form={form} name={QUERY.kind} label="Loại" empty="Tất cả" options={optionsOf(KIND_WORD)} />
      <Select form={form} name={QUERY.body} label="Cơ quan trả lời" empty="Tất cả" options={bodies} />
      <Select
        form={form}
        name={QUERY.age}
        label="Đã chuyển"
        empty="Tất cả"
        options={AGES.map((age) => ({ value: String(age), label: `Từ ${showCount(age)} ngày trước` }))}
      />
      <Button kind="plain">Lọc</Button>
    </form>
  );
};

const RegisterTable: FC<{ shown: readonly Recommendation[]; now: number }> = ({ shown, now }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Kiến nghị, vướng mắc">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Nội dung</th>
          <th scope="col">Cơ quan trả lời</th>
          <th scope="col">Hạn trả lời</th>
          <th scope="col">Số ngày</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((r) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleRecommendation(r.id)}>{r.title}</a>
            </th>
            <td data-label="Cơ quan trả lời">{r.bodyName}</td>
            <td data-label="Hạn trả lời">
              {shortDay(r.dueOn)}
              {lateWords(r, now) && <strong> ({lateWords(r, now)})</strong>}
            </td>
            <td class="num" data-label="Số ngày">
              {showCount(ageOf(r, now))}
            </td>
            <td data-label="Tình trạng">
              <span class={STATE_TAG[r.status]}>{STATE_WORD[r.status]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
