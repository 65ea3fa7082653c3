import type { EventInList } from '../../../../functions/events/event/event';
import { type EventRoom, readRoom } from '../../../../functions/events/event/room';
import { listNominations } from '../../../../functions/events/nominations/list';
import type { Nomination } from '../../../../functions/events/nominations/nomination';
import { listRegistrations } from '../../../../functions/events/registrations/roll/list';
import { showCount } from '../../../../functions/platform/text/count';
import { iso, ms } from '../../../../functions/platform/time/dates';
import { GUESTS } from '../../../../functions/seats/ledger/queue';
import { seatsIn } from '../../../../functions/seats/ledger/room';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { LATE_SEATS, lateSeats } from '../../registrations/parts/late-seats';
import { live, MOST_ASKED, type Provider, SOON, type ToDo } from './to-do';

/** Registrations that wait for the organizer's approval. */
export const fromApprovals: Provider = async (world, events) => {
  const asked = live(world, events).filter((e) => e.approval);
  const found = await Promise.all(
    asked.map(async (event) => {
      const { items } = await listRegistrations(world, event.id, { status: 'pending', limit: 200 });
      return { event, count: items.length, since: items.map((r) => r.createdAt).sort()[0] };
    }),
  );
  return found.flatMap(({ event, count, since }) =>
    count === 0
      ? []
      : [
          {
            due: since ?? event.startsAt,
            verb: `Duyệt ${showCount(count)} đăng ký`,
            what: 'đang chờ trả lời',
            event,
            href: withQuery(routes.consoleRegistrations(event.id), { [QUERY.status]: 'pending' }),
            action: 'Duyệt',
          },
        ],
  );
};

/**
 * What the seats of the coming days ask for: free ones for which people wait shortly before the event, and chairs beyond
 * the number for delegates.
 */
export const fromSeats: Provider = async (world, events) => {
  const now = world.now();
  const near = events
    .filter((e) => e.status === 'published' && e.endsAt > iso(now) && ms(e.startsAt) - now <= SOON)
    .slice(0, MOST_ASKED);
  const found = await Promise.all(
    near.map(async (event): Promise<ToDo[]> => {
      const room = await readRoom(world, event.id);
      return [...toSeat(room, event, now), ...toAdd(room, event)];
    }),
  );
  return found.flat();
};

const toSeat = (room: EventRoom, event: EventInList, now: number): ToDo[] => {
  const seats = lateSeats(room, now);
  if (!seats) return [];
  return [
    {
      due: iso(now),
      verb: `Xếp ${showCount(seats.free)} chỗ trống`,
      what: 'cho người đang chờ: sắp đến giờ nên hệ thống không tự xếp nữa',
      event,
      href: `${routes.consoleRegistrations(event.id)}#${LATE_SEATS}`,
      action: 'Xếp chỗ',
      first: true,
    },
  ];
};

const toAdd = (room: EventRoom, event: EventInList): ToDo[] => {
  const extra = seatsIn(room, GUESTS).held;
  // An event for invited bodies alone has no other seats: nothing is beyond a number.
  if (extra === 0 || seatsIn(room).size === extra) return [];
  return [
    {
      due: event.startsAt,
      verb: `Thêm ${showCount(extra)} ghế cho đại biểu khách mời`,
      what: 'vì hội trường đã hết chỗ khi cơ quan nhận lời',
      event,
      href: routes.consoleSeats(event.id),
      action: 'Xem chỗ',
    },
  ];
};

/** Quotas that are not used up shortly before their deadline. */
export const fromNominations: Provider = async (world, events, units) => {
  const found = await Promise.all(
    live(world, events).map(async (event): Promise<ToDo[]> => {
      const due = (await listNominations(world, event.id)).filter(
        (n) =>
          n.status === 'issued' &&
          (!units || units.has(n.unitId ?? '')) &&
          n.deadline > iso(world.now()) &&
          ms(n.deadline) - world.now() <= SOON,
      );
      if (due.length === 0) return [];
      const room = await readRoom(world, event.id);
      const short = due.filter((n) => seatsIn(room, n.pool).free > 0);
      if (units)
        return short.map((n) => ({
          due: n.deadline,
          verb: 'Cử người',
          what: `${n.name}: ${howFar(room, n)}`,
          event,
          href: routes.consoleQuota(n.id),
          action: 'Cử người',
        }));
      return short.length === 0 ? [] : [toRemind(event, room, short)];
    }),
  );
  return found.flat();
};

const howFar = (room: EventRoom, { pool }: Nomination): string => {
  const { size, held } = seatsIn(room, pool);
  return `mới cử ${showCount(held)} trên ${showCount(size)} chỉ tiêu`;
};

/** One line for all of them: the page that it leads to reminds them in one act. */
const toRemind = (event: EventInList, room: EventRoom, short: readonly Nomination[]): ToDo => ({
  due: short.map((n) => n.deadline).sort()[0]!,
  verb: 'Nhắc',
  what:
    short.length === 1
      ? `${short[0]!.name}: ${howFar(room, short[0]!)}`
      : `${showCount(short.length)} nơi chưa cử đủ người`,
  event,
  href: routes.consoleRemind(event.id),
  action: 'Nhắc',
});
