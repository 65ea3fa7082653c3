import { seatWaiting } from '../../../../functions/events/registrations/change/seat';
import type { Handler } from '../../../env';
import { DONE } from '../../../query';
import { readForm } from '../../../ui/form';
import { mustBeAsShown, oneFor, registrationPath } from '../parts/access';

/** Gives a free seat to a person who waits, shortly before the event. */
export const seatAct: Handler = async (c) => {
  const { registration } = await oneFor(c, 'seat', true);
  mustBeAsShown(registration, 'seat', (await readForm<'version'>(c)).fields);
  await seatWaiting(c.get('world'), registration.id);
  return c.redirect(registrationPath(registration.id, DONE.seated), 303);
};
