import { missing } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { getRegistration } from '../find';
import type { Registration } from '../registration';

/** What a person must know to act on a registration without an account. */
export interface Proof {
  id: string;
  code: string;
  phone: string;
}

/** The registration as it is now. @throws Problem `registration-missing` where code and phone are not its own */
export const provenRegistration = async (world: World, { id, code, phone }: Proof): Promise<Registration> => {
  const registration = await getRegistration(world, id);
  if (registration.code !== code || registration.phone !== phone) throw missing('registration');
  return registration;
};
