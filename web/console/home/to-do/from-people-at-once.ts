import { areAtOnce } from '../../../../functions/events/event/days';
import { getEvent } from '../../../../functions/events/event/get';
import { expectedElsewhere } from '../../../../functions/events/registrations/register/elsewhere';
import { readRoll } from '../../../../functions/events/registrations/roll/read-roll';
import { showCount } from '../../../../functions/platform/text/count';
import { ms } from '../../../../functions/platform/time/dates';
import { AT_ONCE } from '../../../parts/registrations/at-once';
import { routes } from '../../../routes';
import { live, type Provider, SOON } from './to-do';

/** People who are expected at two events at the same time within the coming week: one line for each pair's first event. */
export const fromPeopleAtOnce: Provider = async (world, events) => {
  const soon = live(world, events).filter((e) => ms(e.startsAt) - world.now() <= SOON);
  const first = soon.filter((event, i) => soon.slice(i + 1).some((later) => areAtOnce(event, later)));
  const found = await Promise.all(
    first.map(async (event) => {
      const { people } = await readRoll(world, await getEvent(world, event.id));
      return { event, count: (await expectedElsewhere(world, event, people)).size };
    }),
  );
  return found.flatMap(({ event, count }) =>
    count === 0
      ? []
      : [
          {
            due: event.startsAt,
            verb: `Hỏi lại ${showCount(count)} người`,
            what: 'có tên ở hai lớp cùng lúc',
            event,
            href: `${routes.consoleRegistrations(event.id)}#${AT_ONCE}`,
            action: 'Xem tên',
          },
        ],
  );
};
