import type { FC } from 'hono/jsx';
import type { EventRoom } from '../../../../functions/events/event/room';
import { queuePlaces } from '../../../../functions/events/registrations/queue-place';
import type { Listed } from '../../../../functions/events/registrations/registration';
import { showCount } from '../../../../functions/platform/text/count';
import { dialPhone, showPhone } from '../../../../functions/platform/text/phone';
import { iso } from '../../../../functions/platform/time/dates';
import { moment } from '../../../../functions/platform/time/format-date';
import { isHalted, isLate, isWaitedFor, lateFrom, seatsIn } from '../../../../functions/seats/ledger/room';
import { DONE } from '../../../query';
import { routes } from '../../../routes';
import { whoIs } from './words';

/** The part of the page. */
export const LATE_SEATS = 'cho-trong';
/** As many as one organizer calls in a row. */
const MOST = 10;

/** Free seats for which people wait, of an event so near that the queue no longer moves by itself. */
export const lateSeats = (room: EventRoom, now: number): { free: number; since: number } | undefined => {
  const { event } = room;
  if (event?.status !== 'published' || isHalted(event, now) || !isLate(event, now)) return undefined;
  const pools = room.pools.filter(({ pool }) => isWaitedFor(room, pool));
  const free = pools.reduce((sum, { pool }) => sum + seatsIn(room, pool).free, 0);
  return free > 0 ? { free, since: lateFrom(event)! } : undefined;
};

/** The people that the organizer calls for the free seats, in the order of the queue. */
export const LateSeats: FC<{ room: EventRoom; all: readonly Listed[]; now: number }> = (props) => {
  const { room, all, now } = props;
  const seats = lateSeats(room, now);
  const places = queuePlaces(all);
  // The reserve of a quota last: only its own seats are theirs.
  const nth = ({ id }: Listed) => places.get(id) ?? all.length;
  const waiting = all.filter((r) => r.status === 'waitlisted').sort((a, b) => nth(a) - nth(b));
  if (!seats || waiting.length === 0) return null;
  return (
    <section class="notice" id={LATE_SEATS}>
      <h3>
        Còn {showCount(seats.free)} chỗ trống, {showCount(waiting.length)} người đang chờ
      </h3>
      <p>
        Từ {moment(iso(seats.since))} hệ thống không tự xếp chỗ nữa, vì người được xếp có thể không kịp biết.
        Vui lòng gọi lần lượt; ai nhận lời thì bấm “Xếp chỗ”.
      </p>
      <ol class="plain-list">
        {waiting.slice(0, MOST).map((r) => (
          <li>
            <form method="post" action={routes.consoleDecide(r.id, DONE.seated)}>
              <input type="hidden" name="version" value={String(r.version)} />
              {places.has(r.id) ? `${places.get(r.id)}.` : 'Dự bị:'} <strong>{r.fullName}</strong>{' '}
              <span class="soft small">{whoIs(r)}</span>{' '}
              <a class="nowrap" href={`tel:${dialPhone(r.phone)}`}>
                {showPhone(r.phone)}
              </a>{' '}
              <button type="submit" class="btn plain">
                Xếp chỗ<span class="hidden-label">: {r.fullName}</span>
              </button>
            </form>
          </li>
        ))}
      </ol>
    </section>
  );
};
