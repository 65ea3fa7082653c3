import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';

/** Organizers ask, ask again and close; accounts that see everything read. */
export const mayRecommendations = (account: Account | undefined) => {
  const { seeEverything, invite } = may(account);
  return { see: seeEverything, write: invite };
};
