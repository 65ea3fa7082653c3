import type { Pages } from '../env';
import { callPages } from './calls';
import { deliveryPages } from './deliveries';
import { unsubscribePages } from './unsubscribe';

export const noticePages: Pages = (app) => {
  callPages(app);
  deliveryPages(app);
  unsubscribePages(app);
};
