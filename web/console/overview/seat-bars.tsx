import type { FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import type { EventRoom } from '../../../functions/events/event/room';
import { showCount } from '../../../functions/platform/text/count';
import { GUESTS, isQuota } from '../../../functions/seats/ledger/queue';
import { isWaitedFor, seatsIn } from '../../../functions/seats/ledger/room';
import { Bar } from '../../parts/events/bar';
import { routes } from '../../routes';
import { poolName } from '../events/seats/pool-table';

interface BarProps {
  name: string;
  href: string;
  size: number;
  held: number;
  free: number;
  waited?: boolean;
}

const SeatBar: FC<BarProps> = ({ name, href, size, held, free, waited }) => (
  <li>
    <span>
      <a href={href}>{name}</a>
      <span>
        {showCount(held)} trên {showCount(size)} chỗ, còn {showCount(free)}
        {waited && ', có người chờ'}
      </span>
    </span>
    <Bar used={held} quota={size} />
  </li>
);

/** More quotas than this are shown together, and one by one only when they are opened. */
const FEW = 4;

/** The seats of each pool as a bar; many quotas as one. */
export const SeatBars: FC<{ event: Event; room: EventRoom }> = ({ event, room }) => {
  const bars = room.pools.flatMap((pool): (BarProps & { quota: boolean })[] => {
    const seats = seatsIn(room, pool.pool);
    if (seats.size === 0 && seats.held === 0) return [];
    const quota = isQuota(pool.pool);
    return [
      {
        quota,
        name: poolName(pool, event.admission),
        href: quota ? routes.consoleNominations(event.id) : routes.consoleSeats(event.id),
        waited: pool.pool !== GUESTS && isWaitedFor(room, pool.pool),
        ...seats,
      },
    ];
  });
  const quotas = bars.filter(({ quota }) => quota);
  const apart = bars.filter(({ quota }) => !quota || quotas.length <= FEW);
  const sum = (of: (bar: BarProps) => number) => quotas.reduce((total, bar) => total + of(bar), 0);
  if (bars.length === 0)
    return <p class="soft">Chưa có chỗ nào. Số chỗ điền ở mục Sửa; chỉ tiêu giao ở mục Cử người.</p>;
  return (
    <>
      <ul class="seat-bars">
        {apart.map((bar) => (
          <SeatBar {...bar} />
        ))}
        {quotas.length > FEW && (
          <SeatBar
            name={`${showCount(quotas.length)} chỉ tiêu`}
            href={routes.consoleNominations(event.id)}
            size={sum((bar) => bar.size)}
            held={sum((bar) => bar.held)}
            free={sum((bar) => bar.free)}
          />
        )}
      </ul>
      {quotas.length > FEW && (
        <details>
          <summary>Từng chỉ tiêu</summary>
          <ul class="seat-bars">
            {quotas.map((bar) => (
              <SeatBar {...bar} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
