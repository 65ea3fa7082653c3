import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';

/** Experts are people with names and numbers: organizers alone keep and see them. */
export const mayExperts = (account: Account | undefined) => ({ use: may(account).invite });
