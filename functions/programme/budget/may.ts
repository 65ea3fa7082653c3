import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';

/**
 * Organizers keep the budget, viewers read it, as they read the plan and its events. An officer sees the people of an
 * area, not the department's money.
 */
export const mayBudget = (account: Account | undefined) => {
  const { schedule, seeEverything } = may(account);
  return { see: seeEverything, edit: schedule };
};
