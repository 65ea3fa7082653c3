import type { Event, EventInList } from '../../../../functions/events/event/event';
import { listAll } from '../../../../functions/events/event/list';
import { move } from '../../../../functions/events/registrations/change/move';
import { invalid } from '../../../../functions/platform/problem/problem';
import { plain } from '../../../../functions/platform/text/text';
import { DAY, iso } from '../../../../functions/platform/time/dates';
import { span } from '../../../../functions/platform/time/format-date';
import type { World } from '../../../../functions/platform/world/world';
import type { Handler } from '../../../env';
import { PresentQuestion, presentField, presentIn } from '../../../parts/registrations/present';
import { DONE } from '../../../query';
import { Button, defineForm, type Option } from '../../../ui/form';
import { mustBeAsShown, type One, oneFor, registrationPath } from '../parts/access';
import { DecidePage } from './decide-page';

/** Classes that teach the same: of the same task or title, published, still to come, with seats free. */
const parallelsOf = async (world: World, event: Event): Promise<EventInList[]> => {
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

const asOption = (e: EventInList): Option => {
  const place = e.placeName ?? e.venue ?? 'trực tuyến';
  const free = e.seats.size - e.seats.held;
  return { value: e.id, label: `${e.title}, ${span(e.startsAt, e.endsAt)}, ${place}: còn ${free} chỗ` };
};

const moveForm = defineForm({
  fields: () => ({
    version: { as: 'custom' },
    ...presentField,
    eventId: { as: 'radios', label: 'Lớp cùng nhiệm vụ hoặc cùng tên, còn chỗ' },
  }),
  page: async (c, form, one: One) => {
    const { registration: r, event } = one;
    const parallels = await parallelsOf(c.get('world'), event);
    return (
      <DecidePage
        c={c}
        one={one}
        decision={DONE.moved}
        title={`Chuyển ${r.fullName} sang lớp khác`}
        form={form}
        submit={parallels.length > 0 && <Button>Chuyển lớp</Button>}
      >
        {parallels.length === 0 ? (
          <p class="empty">Không có lớp nào cùng nhiệm vụ hoặc cùng tên còn chỗ.</p>
        ) : (
          <>
            <p>Chỗ ở lớp mới được giữ trước, rồi chỗ ở lớp này mới nhường cho người chờ.</p>
            <PresentQuestion form={form} of={r} />
            <form.Field name="eventId" options={parallels.map(asOption)} />
          </>
        )}
      </DecidePage>
    );
  },
});

export const movePage: { get: Handler; post: Handler } = {
  get: async (c) => moveForm.show(c, await oneFor(c, 'move')),
  post: async (c) => {
    const { registration } = await oneFor(c, 'move', true);
    return moveForm.handle(
      c,
      async ({ fields }) => {
        mustBeAsShown(registration, 'move', fields);
        if (!fields.eventId) throw invalid('eventId', 'event-required');
        const moved = await move(c.get('world'), registration.id, fields.eventId, presentIn(fields));
        return registrationPath(moved.id, DONE.moved);
      },
      () => oneFor(c, 'move'),
    );
  },
};
