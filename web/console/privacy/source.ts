import { getEvent } from '../../../functions/events/event/get';
import type { ForgetRequest } from '../../../functions/events/person/forget-request';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { World } from '../../../functions/platform/world/world';
import { routes } from '../../routes';

/** Who asked to be forgotten, and how. */
export interface Source {
  name: string;
  /** The title of the event of their registration, or that staff wrote it down. */
  from: string;
  /** The page of their registration. */
  person?: string;
  /** The page on which it is carried out. */
  forget: string;
}

/** @returns the words and the pages of a request; a restricted person has no name here */
export const sourceOf = async (
  world: World,
  { id, registrationId, eventId, asker }: ForgetRequest,
): Promise<Source> => {
  if (!registrationId || !eventId)
    return {
      name: asker?.fullName ?? '',
      from: 'Cán bộ ghi, không có đăng ký',
      forget: routes.consoleForgetRequest(id),
    };
  const [{ fullName }, { title }] = await Promise.all([
    getRegistration(world, registrationId),
    getEvent(world, eventId),
  ]);
  return {
    name: fullName,
    from: title,
    person: routes.consoleRegistration(registrationId),
    forget: routes.consoleForget(registrationId),
  };
};
