import { isPasskeyOverdue } from '../functions/directory/accounts/second-factor';
import type { Page } from './env';

/** Whether this browser's person has to add a passkey before anything else. A program with a token has none to add. */
export const mustAddPasskey = (c: Page): boolean => {
  const account = c.get('account');
  return account !== undefined && c.get('session') !== undefined && isPasskeyOverdue(c.get('world'), account);
};
