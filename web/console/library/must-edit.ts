import { mayLibrary } from '../../../functions/library/catalogue/may';
import { Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';

/** @throws Problem `forbidden` where the account may not edit the library */
export const mustEdit = (c: Page): void => {
  if (!mayLibrary(c.get('account')).edit) throw new Problem('forbidden', 'forbidden');
};

/** @throws Problem `forbidden` where the account may not read the library in the console */
export const mustSee = (c: Page): void => {
  if (!mayLibrary(c.get('account')).see) throw new Problem('forbidden', 'forbidden');
};
