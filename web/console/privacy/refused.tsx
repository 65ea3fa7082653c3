import type { FC } from 'hono/jsx';
import type { Delivery } from '../../../functions/outbox/deliveries/delivery';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import { refusedRequests } from '../../../functions/privacy/requests';
import { stateTags } from '../../parts/notices/words';
import { type Source, sourceOf } from './source';

interface Refused extends Source {
  at: string;
  why: string;
  /** The notice of it; none while the person's data are restricted. */
  told?: Delivery | undefined;
}

/** What was refused, and whether its person heard of it. */
export const readRefused = async (world: World): Promise<Refused[]> =>
  Promise.all(
    (await refusedRequests(world)).map(async (request) => {
      const { id, refusedAt = '', refusal = '' } = request;
      const [source, deliveries] = await Promise.all([sourceOf(world, request), deliveriesOf(world, id)]);
      const told = deliveries.find(({ sk, state }) => sk.endsWith(refusedAt) && state !== 'dropped');
      return { ...source, at: refusedAt, why: refusal, told };
    }),
  );

export const RefusedRequests: FC<{ refused: readonly Refused[] }> = ({ refused }) =>
  refused.length === 0 ? null : (
    <section aria-labelledby="da-tu-choi">
      <h2 id="da-tu-choi">Yêu cầu đã từ chối</h2>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Ngày</th>
            <th scope="col">Người yêu cầu</th>
            <th scope="col">Lý do</th>
            <th scope="col">Báo người yêu cầu</th>
            <th scope="col">
              <span class="hidden-label">Làm</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {refused.map(({ at, name, person, why, told, forget }) => (
            <tr>
              <td class="nowrap" data-label="Ngày">
                {shortDate(at)}
              </td>
              <td>{person ? <a href={person}>{name}</a> : name}</td>
              <td data-label="Lý do">{why}</td>
              <td data-label="Báo người yêu cầu">
                {told ? (
                  stateTags(told).map(({ words, tag }) => <span class={`tag ${tag}`}>{words}</span>)
                ) : (
                  <span class="tag grey">Đọc trên trang của mình</span>
                )}
              </td>
              <td class="nowrap">
                <a href={forget}>
                  Xóa dữ liệu<span class="hidden-label">: {name}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
