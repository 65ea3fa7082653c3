import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { EventRoom } from '../../../../functions/events/event/room';
import { showCount } from '../../../../functions/platform/text/count';
import { GUESTS } from '../../../../functions/seats/ledger/queue';
import { isWaitedFor, seatsIn } from '../../../../functions/seats/ledger/room';

/** What the console calls a pool: by who may take its seats. */
export const poolName = (
  { pool, label }: { pool: string; label?: string },
  admission: Event['admission'],
): string => {
  if (pool === 'online') return 'Trực tuyến';
  if (pool === GUESTS) return 'Ngoài số chỗ, cho đại biểu khách mời';
  if (pool !== 'open') return `Chỉ tiêu: ${label ?? pool}`;
  return admission === 'open' ? 'Tại hội trường, ai cũng đăng ký được' : 'Tại hội trường, chỗ chung';
};

/** Every pool with its seats as they are at this moment. */
export const PoolTable: FC<{ room: EventRoom; admission: Event['admission'] }> = ({ room, admission }) =>
  room.pools.length === 0 ? (
    <p class="soft">Chưa có chỗ nào. Số chỗ điền ở mục Sửa; chỉ tiêu giao ở mục Cử người.</p>
  ) : (
    <div class="scroll" tabindex={0} role="region" aria-label="Số chỗ">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Loại chỗ</th>
            <th scope="col" class="num">
              Số chỗ
            </th>
            <th scope="col" class="num">
              Đã giữ
            </th>
            <th scope="col" class="num">
              Còn
            </th>
            <th scope="col">Danh sách chờ</th>
          </tr>
        </thead>
        <tbody>
          {room.pools.map((pool) => {
            const { size, held, free } = seatsIn(room, pool.pool);
            if (pool.pool === GUESTS && size === 0) return null;
            return (
              <tr>
                <th scope="row">{poolName(pool, admission)}</th>
                <td class="num" data-label="Số chỗ">
                  {showCount(size)}
                </td>
                <td class="num" data-label="Đã giữ">
                  {showCount(held)}
                </td>
                <td class="num" data-label="Còn">
                  {showCount(free)}
                </td>
                <td data-label="Danh sách chờ">{isWaitedFor(room, pool.pool) ? 'Có người chờ' : 'Không'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
