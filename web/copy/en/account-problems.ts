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
  'retention-days': () => 'Give a number of days from 30 to 36,500',
  'retention-order': () => 'What is kept of people is kept at least as long as their notices and notes',
  'retention-basis': () => 'Give the ground before deleting is switched on',
  'office-code': () => 'Write the code in capital letters, e.g. STP',
  'office-stale': () => 'The details of the office were changed just now. Look at them again, then save.',
  'retention-stale': () => 'How long data are kept was changed just now. Look at it again, then save.',
  'role-required': () => 'Choose a role',
  'own-role': () => 'You cannot change your own role. Ask another admin',
  'own-suspension': () => 'You cannot suspend your own account. Ask another admin.',
  'officer-unit-required': () => 'An officer needs a unit',
  'sign-in-again': () =>
    'Sign in again in the console before you do this: it changes what opens an account. A bearer token may do it where it was made to manage accounts.',
  'session-missing': () => 'This session has ended.',
  'tokens-enough': () => 'The account has 10 tokens. Revoke one that is not in use, then make a new one.',
  'passkey-needed': () => 'This account needs a passkey. Add one in the console, then try again.',
  'recovery-over': () =>
    'It took too long, or there were more than 5 wrong codes. Sign in from the beginning',
  'recovery-code-malformed': () => 'A recovery code has 16 letters and digits',
  'recovery-code-wrong': () => 'This recovery code is wrong or was used. Look at the paper and type it again',
  'recovery-decided': () => 'Somebody else has decided about this request, or it has ended.',
  'own-recovery': () => 'You cannot decide about your own request. Ask another person.',
};
