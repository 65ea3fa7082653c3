import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { moment, shortDate } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import { listForgettings } from '../../../functions/privacy/forget';
import type { Forgetting } from '../../../functions/privacy/forgetting';
import { openRequests } from '../../../functions/privacy/requests';
import type { Handler } from '../../env';
import { DONE, QUERY } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { mustForget } from './access';
import { RefusedRequests, readRefused } from './refused';
import { type Source, sourceOf } from './source';
import { REASON, STATE } from './words';

interface Waiting extends Source {
  id: string;
  askedAt: string;
  dueAt: string;
}

const waitingFor = async (world: World): Promise<Waiting[]> =>
  Promise.all(
    (await openRequests(world)).map(async (request) => ({
      ...(await sourceOf(world, request)),
      id: request.id,
      askedAt: request.askedAt,
      dueAt: request.dueAt,
    })),
  );

/** Requests of people that wait for an answer, and what was erased lately. */
export const forgettingsPage: Handler = async (c) => {
  mustForget(c);
  const world = c.get('world');
  const [waiting, refused, forgettings] = await Promise.all([
    waitingFor(world),
    readRefused(world),
    listForgettings(world),
  ]);
  return c.html(
    <ConsolePage c={c} title="Xóa dữ liệu cá nhân" at={routes.console()}>
      {c.req.query(QUERY.done) === DONE.declined && (
        <p class="notice" role="status">
          Đã từ chối yêu cầu. Người yêu cầu được báo lý do qua thư, hoặc có trong danh sách cần gọi.
        </p>
      )}
      <p class="actions">
        <a class="btn plain" href={routes.consoleNewForgetRequest()}>
          Ghi yêu cầu mới
        </a>
      </p>
      <Requests waiting={waiting} />
      <RefusedRequests refused={refused} />
      <Done forgettings={forgettings} />
    </ConsolePage>,
  );
};

const Requests: FC<{ waiting: readonly Waiting[] }> = ({ waiting }) => (
  <section aria-labelledby="yeu-cau">
    <h2 id="yeu-cau">Yêu cầu chưa thực hiện</h2>
    {waiting.length === 0 ? (
      <p class="empty">Không có yêu cầu nào.</p>
    ) : (
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Hạn</th>
            <th scope="col">Người yêu cầu</th>
            <th scope="col">Gửi từ</th>
            <th scope="col">
              <span class="hidden-label">Làm</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(({ id, name, from, person, forget, askedAt, dueAt }) => (
            <tr>
              <td class="nowrap" data-label="Hạn">
                {shortDate(dueAt)}
              </td>
              <td>{person ? <a href={person}>{name}</a> : name}</td>
              <td>
                {from}, {moment(askedAt)}
              </td>
              <td class="nowrap">
                <a href={forget}>
                  Xóa dữ liệu<span class="hidden-label">: {name}</span>
                </a>
                <br />
                <a href={routes.consoleRefuseToForget(id)}>
                  Từ chối<span class="hidden-label"> yêu cầu của {name}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);

const Done: FC<{ forgettings: readonly Forgetting[] }> = ({ forgettings }) => (
  <section aria-labelledby="da-xoa">
    <h2 id="da-xoa">Các lần xóa dữ liệu</h2>
    {forgettings.length === 0 ? (
      <p class="empty">Chưa xóa dữ liệu của người nào. Muốn xóa, vui lòng mở đăng ký của người đó.</p>
    ) : (
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Bắt đầu</th>
            <th scope="col">Lý do</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Số nơi đã xóa</th>
          </tr>
        </thead>
        <tbody>
          {forgettings.map(({ sk, at, reason, state, count }) => (
            <tr>
              <td>
                <a href={routes.consoleForgetting(sk)}>{moment(at)}</a>
              </td>
              <td data-label="Lý do">{REASON[reason]}</td>
              <td>
                <span class={STATE[state].tag}>{STATE[state].words}</span>
              </td>
              <td data-label="Số nơi đã xóa">{showCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);
