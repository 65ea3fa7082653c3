import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';
import type { Registration } from '../events/registrations/registration';
import { Problem } from '../platform/problem/problem';
import type { Kept } from './places/place';

/**
 * Data of a person in all events, of all units: not for officers, who see a part of them. While they are restricted, admins
 * alone see them; forgetting does not show them.
 */
export const mayPrivacy = (account: Account | undefined, person?: Pick<Registration, 'restricted'>) => {
  const { schedule, manageAccounts } = may(account);
  const see = schedule && (!person?.restricted || manageAccounts);
  return { see, forget: schedule };
};

/** @throws Problem forbidden where something of the person is restricted, and the account is not an admin's */
export const mustSeeAll = (account: Account, kept: readonly Kept[]): void => {
  if (kept.some(({ values }) => values.restricted) && !may(account).manageAccounts)
    throw new Problem('forbidden', 'forbidden');
};

/** What an account may see of a person's data: ethnic origin is for admins, and for the person. */
export const visibleTo = (account: Account | undefined, kept: readonly Kept[]): Kept[] =>
  kept.filter(({ place }) => place !== 'ethnicity' || may(account).manageAccounts);
