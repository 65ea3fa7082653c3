import { createBody } from '../../../functions/directory/bodies/create';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { defineForm } from '../../ui/form';
import { BODY_FIELDS, BodyForm, nameOf, readBody, typedAgain, unitOptions } from './body-form';
import { DirectoryPage } from './directory-page';
import { mustEdit } from './must-edit';

const newBodyForm = defineForm({
  fields: () => BODY_FIELDS,
  called: nameOf,
  again: typedAgain,
  page: async (c, form, { rows }: { rows?: number }) => (
    <DirectoryPage c={c} title="Thêm cơ quan">
      <BodyForm
        form={form}
        action={routes.consoleNewBody()}
        units={await unitOptions(c.get('world'))}
        rows={rows}
      />
    </DirectoryPage>
  ),
});

/** Adds a body to the directory. */
export const newBodyPage = {
  get: (c: Page) => {
    mustEdit(c);
    return newBodyForm.show(c, {});
  },
  post: (c: Page) => {
    mustEdit(c);
    return newBodyForm.handle(
      c,
      async (posted) => {
        if (posted.moreRows) return newBodyForm.showAgain(c, posted, { rows: Number(posted.moreRows) });
        const body = await createBody(c.get('world'), readBody(posted.fields));
        return withQuery(routes.consoleBody(body.id), { [QUERY.done]: DONE.created });
      },
      {},
    );
  },
};
