import { newToken } from '../../../functions/platform/keys/ids';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { createPledge } from '../../../functions/programme/pledges/create';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { defineForm } from '../../ui/form';
import { mustEdit, PledgePage } from './access';
import { PLEDGE_FIELDS, PledgeForm, readChoices, readPledge } from './pledge-form';

const newForm = defineForm({
  fields: () => PLEDGE_FIELDS,
  fill: (_subject: object, c) => ({
    promisedOn: shortDay(localDate(c.get('world').now())),
    nonce: newToken(),
  }),
  page: async (c, form) => (
    <PledgePage c={c} title="Ghi cam kết hỗ trợ">
      <form.Errors />
      <PledgeForm
        form={form}
        action={routes.consoleNewPledge()}
        choices={await readChoices(c.get('world'))}
      />
    </PledgePage>
  ),
});

/** Writes down what a partner promised. */
export const newPledgePage = {
  get: (c: Page) => {
    mustEdit(c);
    return newForm.show(c, {});
  },
  post: (c: Page) => {
    mustEdit(c);
    return newForm.handle(
      c,
      async ({ fields }) => {
        const { id } = await createPledge(c.get('world'), readPledge(fields));
        return withQuery(routes.consolePledge(id), { [QUERY.done]: DONE.created });
      },
      {},
    );
  },
};
