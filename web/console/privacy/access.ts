import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { Problem } from '../../../functions/platform/problem/problem';
import { mayPrivacy } from '../../../functions/privacy/may';
import type { Page } from '../../env';

/** @throws Problem `forbidden` for officers and viewers: they see a part of the people, or none */
export const mustForget = (c: Page): void => {
  if (!mayPrivacy(c.get('account')).forget) throw new Problem('forbidden', 'forbidden');
};

/** The registration that the page's address names. @throws Problem `forbidden`; `registration-missing` */
export const registrationToForget = (c: Page): Promise<Registration> => {
  mustForget(c);
  return getRegistration(c.get('world'), c.req.param('id') ?? '');
};

/** The same, to show all data of its person. @throws Problem `forbidden` for organizers, too, while they are restricted */
export const registrationToSee = async (c: Page): Promise<Registration> => {
  const registration = await registrationToForget(c);
  if (!mayPrivacy(c.get('account'), registration).see) throw new Problem('forbidden', 'forbidden');
  return registration;
};
