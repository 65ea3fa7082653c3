import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';

/** Organizers ask for reports and enter them; accounts that see everything read. */
export const mayReports = (account: Account | undefined) => {
  const { seeEverything, invite } = may(account);
  return { see: seeEverything, write: invite };
};
