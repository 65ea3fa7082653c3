import type { Account } from '../accounts/account';
import { missing, Problem } from '../problem';
import { listUnits } from '../units/list';
import type { World } from '../world';
import { getRegistration } from './find';
import { happened } from './happened';
import { mayRegistrations } from './may';
import type { Registration } from './registration';

/** The registration, if this account may do this with it, or has done it. @throws Problem */
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
    if (!everywhere.approve) throw new Problem('forbidden', 'forbidden');
    if (!happened(verb, registration)) throw new Problem('conflict', 'registration-not-active');
  }
  return registration;
};
