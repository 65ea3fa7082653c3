import { may } from '../../../../functions/directory/accounts/may';
import { USUAL_QUESTIONS } from '../../../../functions/events/person/person-fields';
import { createEvent } from '../../../../functions/events/scheduling/create';
import { newId } from '../../../../functions/platform/keys/ids';
import { Problem } from '../../../../functions/platform/problem/problem';
import type { Page } from '../../../env';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { defineForm } from '../../../ui/form';
import { readChoices } from './choices';
import { EventFormPage } from './event-form';
import { EVENT_FIELDS, nameOf } from './fields';
import { withEvent } from './read-event';

/** The id travels with the form, so that a form sent twice makes one event. */
const idOf = (c: Page, typed: unknown): string =>
  typeof typed === 'string' && /^evt_[0-9a-z]{19}$/.test(typed)
    ? typed
    : newId('event', c.get('world').now());

const newEventForm = defineForm({
  fields: () => ({ id: { as: 'hidden' }, ...EVENT_FIELDS }),
  called: nameOf,
  fill: (_: { spare?: number }, c) => ({
    mode: 'in-person',
    admission: c.req.query(QUERY.way) === 'nomination' ? 'nomination' : 'open',
    questions: [...USUAL_QUESTIONS],
    contactName: c.get('account')!.name,
    contactPhone: c.get('world').settings.help.phone,
    taskId: c.req.query(QUERY.task),
  }),
  page: async (c, form, { spare }) => (
    <EventFormPage
      c={c}
      form={form}
      choices={await readChoices(c.get('world'))}
      hidden={{ id: idOf(c, form.values.id) }}
      spare={spare}
    />
  ),
});

const mustSchedule = (c: Page) => {
  if (!may(c.get('account')).schedule) throw new Problem('forbidden', 'forbidden');
};

/** Makes a draft. */
export const newEventPage = {
  get: (c: Page) => {
    mustSchedule(c);
    return newEventForm.show(c, {});
  },
  post: (c: Page) => {
    mustSchedule(c);
    return newEventForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows) return newEventForm.showAgain(c, posted, { spare: 2 });
        const id = idOf(c, posted.fields.id);
        await withEvent(posted, (input) => createEvent(c.get('world'), input, { id }));
        return withQuery(routes.consoleEvent(id), { [QUERY.done]: DONE.created });
      },
      {},
    );
  },
};
