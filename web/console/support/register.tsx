import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import {
  countsByOutcome,
  countsByType,
  supportLateBy,
  supportWith,
} from '../../../functions/support/register';
import { supportFile } from '../../../functions/support/register-file';
import { SUPPORT_STATES, type Support } from '../../../functions/support/request';
import { listVisibleSupport } from '../../../functions/support/visible';
import { OUTCOME_WORD, STATE_WORD, TYPE_WORD } from '../../../functions/support/words';
import type { Page } from '../../env';
import { States } from '../../parts/inquiries/states';
import { StateTag } from '../../parts/support/answer';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { rightsOf } from './access';

const stateIn = (c: Page) => SUPPORT_STATES.find((s) => s === c.req.query(QUERY.status));

/** The same list as a file. */
export const registerDownload = async (c: Page): Promise<Response> =>
  sendFile(c, await supportFile(c.get('world'), c.get('account'), { state: stateIn(c) }));

/** Every request for support that the account may see, and what became of them by type. */
export const registerPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const now = world.now();
  const all = await listVisibleSupport(world, c.get('account'));
  const state = stateIn(c);
  const shown = supportWith(all, { state });
  return c.html(
    <ConsolePage c={c} title="Hỗ trợ vụ, việc khó" at={routes.consoleSupport()}>
      {rightsOf(c).ask && (
        <p>
          <a class="btn" href={routes.consoleNewSupport()}>
            Gửi đề nghị cho tổ hòa giải
          </a>
        </p>
      )}
      <States
        list={routes.consoleSupport()}
        words={STATE_WORD}
        shown={state}
        count={(s) => supportWith(all, { state: s }).length}
      />
      {shown.length === 0 ? (
        <p class="empty">
          Không có đề nghị nào. Hòa giải viên gửi từ trang xem lại đăng ký, bằng mã và số điện thoại.
        </p>
      ) : (
        <>
          <Table rows={shown} now={now} />
          <p>
            <a href={withQuery(routes.consoleSupportFile(), { [QUERY.status]: state })}>
              Tải danh sách này (Excel)
            </a>
          </p>
        </>
      )}
      {all.length > 0 && <Counts all={all} />}
    </ConsolePage>,
  );
};

const Table: FC<{ rows: readonly Support[]; now: number }> = ({ rows, now }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Đề nghị hỗ trợ">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Loại vụ, việc</th>
          <th scope="col">Ngày gửi</th>
          <th scope="col">Cơ quan trả lời</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => {
          const late = supportLateBy(one, now);
          return (
            <tr>
              <th scope="row">
                <a href={routes.consoleOneSupport(one.request.id)}>{TYPE_WORD[one.request.type]}</a>
              </th>
              <td data-label="Ngày gửi">{shortDay(localDate(one.request.createdAt))}</td>
              <td data-label="Cơ quan trả lời">{one.inquiry?.bodyName ?? 'Chưa chuyển'}</td>
              <td data-label="Tình trạng">
                <StateTag of={one} />
                {late > 0 && <strong> (quá hạn {showCount(late)} ngày)</strong>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);

const Counts: FC<{ all: readonly Support[] }> = ({ all }) => (
  <section>
    <h2>Số liệu theo loại vụ, việc</h2>
    <div class="scroll" tabindex={0} role="region" aria-label="Số liệu theo loại vụ, việc">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Loại</th>
            <th scope="col">Đề nghị</th>
            <th scope="col">Có trả lời</th>
            <th scope="col">Kết thúc</th>
            <th scope="col">Số ngày chờ trả lời (trung vị)</th>
          </tr>
        </thead>
        <tbody>
          {countsByType(all).map(({ type, asked, answered, closed, medianDays }) => (
            <tr>
              <th scope="row">{TYPE_WORD[type]}</th>
              <td class="num" data-label="Đề nghị">
                {showCount(asked)}
              </td>
              <td class="num" data-label="Có trả lời">
                {showCount(answered)}
              </td>
              <td class="num" data-label="Kết thúc">
                {showCount(closed)}
              </td>
              <td class="num" data-label="Số ngày chờ">
                {medianDays === undefined ? '' : showCount(medianDays)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <h2>Kết quả</h2>
    <dl class="summary">
      {countsByOutcome(all).map(({ outcome, count }) => (
        <div>
          <dt>{OUTCOME_WORD[outcome]}</dt>
          <dd>{showCount(count)}</dd>
        </div>
      ))}
    </dl>
  </section>
);
