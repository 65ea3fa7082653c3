import type { Account } from '../accounts/account';
import { may } from '../accounts/may';

/** Staff see every unit; organizers add, correct and end them. */
export const mayUnits = (account: Account | undefined) => {
  const { enterConsole, manageUnits } = may(account);
  return { see: enterConsole, add: manageUnits, change: manageUnits };
};
