import type { Account } from '../accounts/account';
import { may } from '../accounts/may';

/** The directory holds people's names and numbers: staff read it, organizers keep it. Everybody reads names. */
export const mayBodies = (account: Account | undefined) => {
  const { enterConsole, manageBodies } = may(account);
  return { see: enterConsole, edit: manageBodies };
};
