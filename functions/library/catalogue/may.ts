import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';

/** All staff read the library, drafts included; organizers keep it. */
export const mayLibrary = (account: Account | undefined) => {
  const { enterConsole, schedule } = may(account);
  return { see: enterConsole, edit: schedule };
};
