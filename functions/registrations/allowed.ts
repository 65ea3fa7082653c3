import type { Account } from '../accounts/account';
import { missing, Problem } from '../problem';
import { listUnits } from '../units/list';
import type { World } from '../world';
import { getRegistration } from './find';
import { mayRegistrations } from './may';
import type { Registration } from './registration';

/** The registration, if this account may do this with it. @throws Problem */
export const allowed = async (
  world: World,
  account: Account,
  id: string,
  verb: keyof ReturnType<typeof mayRegistrations>,
): Promise<Registration> => {
  const registration = await getRegistration(world, id);
  const rights = mayRegistrations(account, await listUnits(world), registration);
  if (!rights.see) throw missing('registration');
  if (!rights[verb]) {
    const everywhere = mayRegistrations(account, [], { status: 'pending' });
    throw everywhere.approve
      ? new Problem('conflict', 'registration-not-active')
      : new Problem('forbidden', 'forbidden');
  }
  return registration;
};
