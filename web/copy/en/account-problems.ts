import type { Detail } from '../vi/list-problems';

/** What to tell staff about an account that cannot be changed so. */
export const accountProblems: Record<string, (d: Detail) => string> = {
  'account-missing': () => 'There is no such account.',
  'account-twice': () => 'This address already has an account',
  'account-stale': () => 'This account has just changed. Look at it again, then go on.',
  'account-email-fixed': () =>
    'Its person has signed in, so the address cannot be changed. Suspend this account and invite the new address',
  'account-in-use': () => 'Its person has signed in and needs no invitation.',
  'account-suspended': () => 'This account is suspended.',
  'account-active': () => 'This account is in force.',
  'role-required': () => 'Choose a role',
  'own-role': () => 'You cannot change your own role. Ask another admin',
  'own-suspension': () => 'You cannot suspend your own account. Ask another admin.',
  'officer-unit-required': () => 'An officer needs a unit',
};
