import type { Account } from '../directory/accounts/account';
import { may } from '../directory/accounts/may';

/** Data of a person in all events, of all units: not for officers, who see a part of them. */
export const mayPrivacy = (account: Account | undefined) => {
  const all = may(account).schedule;
  return { find: all, export: all, forget: all };
};
