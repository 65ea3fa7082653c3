import { mayNominations } from '../../../functions/events/nominations/may';
import { Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const mustGive = (c: Page) => {
  if (!mayNominations(c.get('account'), []).give) throw new Problem('forbidden', 'forbidden');
};
