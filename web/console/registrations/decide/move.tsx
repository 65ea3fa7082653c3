import { move } from '../../../../functions/events/registrations/change/move';
import { invalid } from '../../../../functions/platform/problem/problem';
import type { Handler } from '../../../env';
import { PresentQuestion, presentField, presentIn } from '../../../parts/registrations/present';
import { DONE } from '../../../query';
import { Button, defineForm } from '../../../ui/form';
import { mustBeAsShown, type One, oneFor, registrationPath } from '../parts/access';
import { asOption, parallelsOf } from '../parts/parallels';
import { DecidePage } from './decide-page';

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
