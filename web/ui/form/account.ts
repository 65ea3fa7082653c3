import { Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';
import { BY } from '../../query';
import { routes } from '../../routes';
import type { Fields } from './read';

/** The account for which a page of the console is shown. */
export const staffOn = (c: Page): string | undefined => {
  const { pathname } = new URL(c.req.url);
  const inConsole = pathname === routes.console() || pathname.startsWith(`${routes.console()}/`);
  return inConsole ? c.get('account')?.id : undefined;
};

/**
 * Two people may use one machine: what one of them filled in is not done in the other one's name.
 * @throws Problem stale where another account has signed in since the page was shown
 */
export const mustBeOpenedBy = (c: Page, fields: Fields): void => {
  const by = fields[BY];
  const now = staffOn(c);
  if (by && now && by !== now)
    throw new Problem('stale', 'account-other', { name: c.get('account')?.name ?? '' });
};
