import { clearMailTrouble } from '../../../functions/directory/bodies/update';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { readForm, versionIn } from '../../ui/form';
import { mustEdit } from './must-edit';

/** An address works again: mails go to it from now on. One button without a page of its own. */
export const clearTrouble = async (c: Page): Promise<Response> => {
  mustEdit(c);
  const id = c.req.param('id')!;
  const { fields } = await readForm(c);
  await clearMailTrouble(c.get('world'), id, versionIn(fields), fields.email ?? '');
  return c.redirect(withQuery(routes.consoleBody(id), { [QUERY.done]: DONE.addressWorks }), 303);
};
