import type { Pages } from '../../env';
import { callPages } from './calls';
import { deliveryPages } from './deliveries';

export const noticePages: Pages = (app) => {
  callPages(app);
  deliveryPages(app);
};
