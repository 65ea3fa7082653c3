import type { Event, EventInList } from '../../../../functions/events/event/event';
import { listAll } from '../../../../functions/events/event/list';
import { showCount } from '../../../../functions/platform/text/count';
import { plain } from '../../../../functions/platform/text/text';
import { DAY, iso } from '../../../../functions/platform/time/dates';
import { span } from '../../../../functions/platform/time/format-date';
import type { World } from '../../../../functions/platform/world/world';
import type { Option } from '../../../ui/form';

/** Classes that teach the same: of the same task or title, published, still to come, with seats free. */
export const parallelsOf = async (world: World, event: Event): Promise<EventInList[]> => {
  const now = iso(world.now());
  const all = await listAll(world, { from: now, to: iso(world.now() + 400 * DAY) });
  return all.filter(
    (e) =>
      e.id !== event.id &&
      e.status === 'published' &&
      e.endsAt > now &&
      e.seats.held < e.seats.size &&
      ((event.taskId !== undefined && e.taskId === event.taskId) || plain(e.title) === plain(event.title)),
  );
};

/** A class as a choice, with the seats that are free. */
export const asOption = (e: EventInList): Option => {
  const place = e.placeName ?? e.venue ?? 'trực tuyến';
  const free = e.seats.size - e.seats.held;
  return {
    value: e.id,
    label: `${e.title}, ${span(e.startsAt, e.endsAt)}, ${place}: còn ${showCount(free)} chỗ`,
  };
};
