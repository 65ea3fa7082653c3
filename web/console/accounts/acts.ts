import { inviteAgain } from '../../../functions/directory/staff/invite';
import { revokeSessions } from '../../../functions/directory/staff/revoke-sessions';
import type { Handler } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { readForm, versionIn } from '../../ui/form';

/** One button of an account's page, without a page of its own. */
const button =
  (act: typeof revokeSessions, done: string): Handler =>
  async (c) => {
    const id = c.req.param('id')!;
    const { fields } = await readForm(c);
    await act(c.get('world'), c.get('account')!, id, versionIn(fields));
    return c.redirect(withQuery(routes.consoleAccount(id), { [QUERY.done]: done }), 303);
  };

export const signOutAccount = button(revokeSessions, DONE.signedOut);
export const mailAgain = button(inviteAgain, DONE.mailedAgain);
