import { Problem } from '../../platform/problem/problem';
import type { Account } from '../accounts/account';
import { may } from '../accounts/may';

/** @throws Problem `forbidden` where the account does not manage accounts */
export const mustManage = (actor: Account | undefined): void => {
  if (!may(actor).manageAccounts) throw new Problem('forbidden', 'forbidden');
};
