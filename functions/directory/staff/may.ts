import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { Account } from '../accounts/account';
import { may } from '../accounts/may';
import { mustHaveSignedInLately } from '../sessions/again';

/** @throws Problem `forbidden` where the account does not manage accounts */
export const mustManage = (actor: Account | undefined): void => {
  if (!may(actor).manageAccounts) throw new Problem('forbidden', 'forbidden');
};

/**
 * The same for a change of an account, and its person has signed in just now.
 * @throws Problem `forbidden`; unauthenticated `sign-in-again`
 */
export const mustManageNow = (world: World, actor: Account | undefined): void => {
  mustManage(actor);
  mustHaveSignedInLately(world);
};
