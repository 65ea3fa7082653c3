import { readRoom } from '../../../../functions/events/event/room';
import { listNominations } from '../../../../functions/events/nominations/list';
import { listRegistrations } from '../../../../functions/events/registrations/find';
import { iso, ms } from '../../../../functions/platform/time/dates';
import { seatsIn } from '../../../../functions/seats/ledger/room';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { live, type Provider, SOON, type ToDo } from './to-do';

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
            verb: `Duyệt ${count} đăng ký`,
            what: 'đang chờ trả lời',
            event,
            href: withQuery(routes.consoleRegistrations(event.id), { [QUERY.status]: 'pending' }),
            action: 'Duyệt',
          },
        ],
  );
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
      return due.flatMap((n) => {
        const { size, held } = seatsIn(room, n.pool);
        return held >= size
          ? []
          : [
              {
                due: n.deadline,
                verb: units ? 'Cử người' : 'Nhắc',
                what: `${n.name}: mới cử ${held} trên ${size} chỉ tiêu`,
                event,
                href: routes.consoleNominations(event.id),
                action: 'Xem chỉ tiêu',
              },
            ];
      });
    }),
  );
  return found.flat();
};
