import { getEvents } from '../../../functions/events/event/get';
import { updatePledge } from '../../../functions/programme/pledges/change';
import type { Pledge } from '../../../functions/programme/pledges/pledge';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { defineForm, versionIn } from '../../ui/form';
import { idOf, mustEdit, PledgePage, readOne } from './access';
import { PLEDGE_FIELDS, PledgeForm, pledgeValues, readChoices, readPledge } from './pledge-form';

const editForm = defineForm({
  fields: () => PLEDGE_FIELDS,
  fill: pledgeValues,
  page: async (c, form, pledge: Pledge) => {
    const world = c.get('world');
    const kept = pledge.eventId && (await getEvents(world, [pledge.eventId])).get(pledge.eventId);
    return (
      <PledgePage c={c} title="Sửa cam kết hỗ trợ" below={pledge}>
        <form.Errors />
        <PledgeForm
          form={form}
          action={routes.consolePledgeAct(pledge.id, 'sua')}
          choices={await readChoices(world, kept || undefined)}
        />
      </PledgePage>
    );
  },
});

/** Changes a whole pledge. */
export const editPledgePage = {
  get: async (c: Page) => {
    mustEdit(c);
    return editForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    const id = idOf(c);
    return editForm.handle(
      c,
      async ({ fields }) => {
        await updatePledge(c.get('world'), { id, version: versionIn(fields) }, readPledge(fields));
        return withQuery(routes.consolePledge(id), { [QUERY.done]: DONE.saved });
      },
      () => readOne(c),
    );
  },
};
