import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';

/** Organizers keep the pledges of partners, viewers read them. An officer sees the people of an area, not these. */
export const mayPledges = (account: Account | undefined) => {
  const { invite, seeEverything } = may(account);
  return { see: seeEverything, edit: invite };
};
