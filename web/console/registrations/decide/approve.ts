import { approve } from '../../../../functions/events/registrations/change/approve';
import type { Handler } from '../../../env';
import { DONE } from '../../../query';
import { readForm } from '../../../ui/form';
import { mustBeAsShown, oneFor, registrationPath } from '../parts/access';

export const approveAct: Handler = async (c) => {
  const { registration } = await oneFor(c, 'approve', true);
  mustBeAsShown(registration, 'approve', (await readForm<'version'>(c)).fields);
  await approve(c.get('world'), registration.id);
  return c.redirect(registrationPath(registration.id, DONE.approved), 303);
};
