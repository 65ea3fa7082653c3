import type { Account } from '../../directory/accounts/account';
import { allUnits } from '../../directory/units/list';
import type { World } from '../../platform/world/world';
import { mayInvitations } from '../invitations/may';
import { mayNominations } from '../nominations/may';
import type { StateScope } from './state';

/** What an account sees of an event's answers: an officer, the quotas of their own area. */
export const stateScope = async (world: World, account: Account | undefined): Promise<StateScope> => {
  const units = await allUnits(world);
  return {
    quota: (nomination) => mayNominations(account, units, nomination).see,
    invitations: mayInvitations(account).see,
  };
};
