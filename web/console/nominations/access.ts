import { mustGiveQuotas } from '../../../functions/events/nominations/may';
import type { Page } from '../../env';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const mustGive = (c: Page) => {
  mustGiveQuotas(c.get('account'));
};
