import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { mayInvitations } from '../../events/invitations/may';
import { idOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';

/** @throws Problem forbidden: the account may not invite */
export const mayInvite = (account: Account) => {
  if (!mayInvitations(account).invite) throw new Problem('forbidden', 'forbidden');
};

/** `example` is one of the demo's on which the body's example works without a change. */
export const invitationId = (example: string) => z.object({ id: idOf('inv').meta({ param: { example } }) });
