import * as z from 'zod';
import type { Account } from '../../directory/accounts/account';
import { mayInvitations } from '../../events/invitations/may';
import { idOf } from '../../platform/input/fields';
import { Problem } from '../../platform/problem/problem';

/** @throws Problem forbidden: the account may not see letters */
export const mustSee = (account: Account) => {
  if (!mayInvitations(account).see) throw new Problem('forbidden', 'forbidden');
};
/** @throws Problem forbidden: the account may not write letters */
export const mustInvite = (account: Account) => {
  if (!mayInvitations(account).invite) throw new Problem('forbidden', 'forbidden');
};

/** A letter of the demo. */
export const letterParams = z.object({ letterId: idOf('ltr').meta({ param: { example: 'ltr_mau_moi' } }) });
