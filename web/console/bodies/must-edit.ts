import { mayBodies } from '../../../functions/directory/bodies/may';
import { Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';

/** @throws Problem `forbidden` where the account may not edit the directory */
export const mustEdit = (c: Page): void => {
  if (!mayBodies(c.get('account')).edit) throw new Problem('forbidden', 'forbidden');
};
