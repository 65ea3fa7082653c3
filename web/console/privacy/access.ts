import type { Registration } from '../../../functions/events/registrations/registration';
import { Problem } from '../../../functions/platform/problem/problem';
import { mayPrivacy } from '../../../functions/privacy/may';
import type { Page } from '../../env';

/** @throws Problem `forbidden` for officers and viewers: they see a part of the people, or none */
export const mustForget = (c: Page): void => {
  if (!mayPrivacy(c.get('account')).forget) throw new Problem('forbidden', 'forbidden');
};

/** @throws Problem `forbidden`, also for organizers while the person's data are restricted */
export const mustSeeData = (c: Page, registration: Registration): void => {
  if (!mayPrivacy(c.get('account'), registration).see) throw new Problem('forbidden', 'forbidden');
};
