import type { Account } from '../../directory/accounts/account';
import { mayPledges } from '../pledges/may';

/** Appeals bring pledges: the same accounts see them, and the same accounts write them. */
export const mayAppeals = (account: Account | undefined) => {
  const { see, edit } = mayPledges(account);
  return { see, write: edit };
};
