import type { ForgetRequest } from '../../events/person/forget-request';
import type { Registration } from '../../events/registrations/registration';
import type { Occasion } from './occasion';

/**
 * The answer to a request to be forgotten that was refused, whatever became of event and registration. A person whose data
 * are restricted is told nothing until that is lifted, and reads the answer on their own page.
 */
export const forgetRequestOccasions = (
  { refusedAt, refusal, doneAt }: ForgetRequest,
  registration: Registration | undefined,
): Occasion[] => {
  if (!refusedAt || !refusal || doneAt) return [];
  if (registration?.restricted || registration?.forgotten) return [];
  return [{ sk: `forget-refused#${refusedAt}`, template: 'forget-refused', at: refusedAt }];
};
