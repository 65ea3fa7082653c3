import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';

/** Everybody on the staff reads the plan, the Front too; organizers keep it. */
export const mayProgramme = (account: Account | undefined) => {
  const { enterConsole, schedule } = may(account);
  return { see: enterConsole, create: schedule, clone: schedule };
};
