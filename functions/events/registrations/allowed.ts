import type { Account } from '../../directory/accounts/account';
import { allUnits } from '../../directory/units/list';
import { missing, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { alreadyDone } from './already-done';
import { getRegistration } from './find';
import { mayRegistrations } from './may';
import { isDelegate, type Registration } from './registration';

/** The registration, if this account may do this with it, or has done it. @throws Problem */
export const allowed = async (
  world: World,
  account: Account,
  id: string,
  verb: keyof ReturnType<typeof mayRegistrations>,
): Promise<Registration> => {
  const registration = await getRegistration(world, id);
  const rights = mayRegistrations(account, await allUnits(world), registration);
  if (!rights.see) throw missing('registration');
  if (!rights[verb]) {
    const everywhere = mayRegistrations(account, [], { status: 'pending' });
    if (!everywhere.approve) throw new Problem('forbidden', 'forbidden');
    if (isDelegate(registration)) throw new Problem('conflict', 'delegate-by-answer');
    if (!alreadyDone(verb, registration)) throw new Problem('conflict', 'registration-not-active');
  }
  return registration;
};
