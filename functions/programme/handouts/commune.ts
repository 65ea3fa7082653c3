import { readUnits } from '../../directory/units/list';
import { areaOf } from '../../directory/units/successors';
import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { allMediators } from '../../register/mediators/list';
import type { MediatorListed } from '../../register/mediators/mediator';
import { allTeams } from '../../register/teams/list';

/** The recognised mediators of a unit with the names of their teams. @throws Problem missing `unit-missing` */
export const mediatorsOfUnit = async (
  world: World,
  unitId: string,
): Promise<{ unitName: string; people: { mediator: MediatorListed; teamName: string }[] }> => {
  const units = await readUnits(world, unitId);
  const unit = units.all.find(({ id }) => id === unitId);
  if (!unit) throw missing('unit');
  const within = areaOf(units.all, unitId);
  const [teams, all] = await Promise.all([allTeams(world), allMediators(world)]);
  const teamOf = new Map(teams.filter((team) => within.has(team.unitId)).map((team) => [team.id, team]));
  return {
    unitName: unit.name,
    people: all
      .filter(({ state, teamId }) => state === 'recognised' && teamOf.has(teamId))
      .map((mediator) => ({ mediator, teamName: teamOf.get(mediator.teamId)!.name })),
  };
};
