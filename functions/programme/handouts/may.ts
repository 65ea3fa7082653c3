import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';

/** Organizers keep hand-outs; accounts that see everything read the numbers, and see no people. */
export const mayHandouts = (account: Account | undefined) => {
  const { seeEverything, schedule } = may(account);
  return { see: seeEverything, write: schedule, seePeople: schedule };
};
