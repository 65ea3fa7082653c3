import { readUnits } from '../directory/units/list';
import type { World } from '../platform/world/world';
import { allMediators } from '../register/mediators/list';
import type { MediatorListed } from '../register/mediators/mediator';
import { allTeams, teamsWith } from '../register/teams/list';
import type { TeamListed } from '../register/teams/team';
import type { Confirmation } from './confirmation';

/** A team of the commune with its mediators of now. */
export interface TeamPeople {
  team: TeamListed;
  people: readonly MediatorListed[];
}

/**
 * The teams of the commune and their mediators, as the register has them now. People whose data are restricted are left
 * out. Two calls for a province of 2,000 mediators, one more for each further 2,000.
 */
export const peopleOf = async (
  world: World,
  { about: { unitId } }: Pick<Confirmation, 'about'>,
): Promise<TeamPeople[]> => {
  const units = await readUnits(world, unitId);
  const [teams, all] = await Promise.all([allTeams(world), allMediators(world)]);
  return teamsWith(teams, units, { areas: [unitId] }).map((team) => ({
    team,
    people: all.filter(({ teamId, restricted }) => teamId === team.id && !restricted),
  }));
};
