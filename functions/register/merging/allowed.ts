import type { Account } from '../../directory/accounts/account';
import { missing, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type AllowedTeam, allowedMediator, allowedTeam } from '../mediators/allowed';
import { findMediator } from '../mediators/find';
import type { Mediator } from '../mediators/mediator';

export interface Pair {
  stays: Mediator;
  goes: Mediator;
  /** The teams of both. */
  teams: readonly [stays: AllowedTeam['team'], goes: AllowedTeam['team']];
}

/**
 * Two records of the register, where the account may edit both. The second one may be merged already.
 * @throws Problem missing `mediator-missing`; `mediator-merged` where the first one was merged; conflict
 *   `merge-same`; forbidden
 */
export const allowedPair = async (
  world: World,
  account: Account | undefined,
  id: string,
  otherId: string,
): Promise<Pair> => {
  if (id === otherId) throw new Problem('conflict', 'merge-same');
  const { mediator: stays, team } = await allowedMediator(world, account, id, 'edit');
  const goes = await findMediator(world, otherId);
  if (!goes || goes.forgotten) throw missing('mediator');
  const other = await allowedTeam(world, account, goes.teamId, 'edit');
  return { stays, goes, teams: [team, other.team] };
};
