import { approve } from '../../../../functions/events/registrations/change/approve';
import type { Handler } from '../../../env';
import { DONE } from '../../../query';
import { oneFor, registrationPath } from '../parts/access';

export const approveAct: Handler = async (c) => {
  const { registration } = await oneFor(c, 'approve', true);
  await approve(c.get('world'), registration.id);
  return c.redirect(registrationPath(registration.id, DONE.approved), 303);
};
