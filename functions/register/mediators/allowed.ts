import type { Account } from '../../directory/accounts/account';
import { readUnits } from '../../directory/units/list';
import type { Unit } from '../../directory/units/unit';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { getTeam } from '../teams/get';
import { mayRegister, type RegisterRight } from '../teams/may';
import type { Team } from '../teams/team';
import { getMediator } from './get';
import type { Mediator } from './mediator';

export interface AllowedTeam {
  team: Team;
  /** Every unit that there ever was. */
  units: readonly Unit[];
  rights: ReturnType<typeof mayRegister>;
}

/** A team, where the account has this right over it. @throws Problem missing `team-missing`; forbidden */
export const allowedTeam = async (
  world: World,
  account: Account | undefined,
  id: string,
  right: RegisterRight,
): Promise<AllowedTeam> => {
  const team = await getTeam(world, id);
  const { all: units } = await readUnits(world, team.unitId);
  const rights = mayRegister(account, units, team.unitId);
  if (!rights[right]) throw new Problem('forbidden', 'forbidden');
  return { team, units, rights };
};

/**
 * A mediator with their team, where the account has this right over the team.
 * @throws Problem missing `mediator-missing`; forbidden
 */
export const allowedMediator = async (
  world: World,
  account: Account | undefined,
  id: string,
  right: RegisterRight,
): Promise<AllowedTeam & { mediator: Mediator }> => {
  const mediator = await getMediator(world, id);
  return { mediator, ...(await allowedTeam(world, account, mediator.teamId, right)) };
};
