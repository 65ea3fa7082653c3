import type { Units } from '../../directory/units/list';
import { areaOf, otherNamesOf } from '../../directory/units/successors';
import { found } from '../../platform/text/search';
import type { World } from '../../platform/world/world';
import { type Team, type TeamListed, teamKey, teams } from './team';

/** All teams, also the dissolved ones, in the order of their names. One call for 2,000 teams. */
export const allTeams = (world: World): Promise<TeamListed[]> =>
  world.db.all<Team>(teams, {
    index: 'everyone',
    where: 'listed = :kind',
    values: { ':kind': 'team' },
  });

/** The teams of these mediators, by their ids. One call for a hundred. */
export const teamsOf = async (
  world: World,
  members: readonly { teamId: string }[],
): Promise<Map<string, Team>> => {
  const ids = [...new Set(members.map(({ teamId }) => teamId))];
  const found = ids.length ? await world.db.getMany(teams, ids.map(teamKey)) : [];
  return new Map(found.map((team) => [team.id, team]));
};

export interface TeamFilter {
  /** The areas in which they must lie, each of them: what a reader asks for, and what the reader may see. */
  areas?: readonly (string | undefined)[];
  search?: string | undefined;
  /** Dissolved teams are shown only where they are asked for. */
  dissolved?: boolean | undefined;
}

/**
 * Those of the teams that a filter asks for. A team of a commune that was merged is found under what the commune is
 * today, and by either name.
 */
export const teamsWith = <T extends TeamListed>(
  all: readonly T[],
  units: Units,
  { areas = [], search, dissolved = false }: TeamFilter,
): T[] => {
  const within = areas.flatMap((area) => (area === undefined ? [] : [areaOf(units.all, area)]));
  const wanted = all.filter(
    (team) => Boolean(team.dissolved) === dissolved && within.every((area) => area.has(team.unitId)),
  );
  return found(wanted, search, (team) => ({
    texts: [
      team.name,
      team.hamlet,
      units.all.find(({ id }) => id === team.unitId)?.name,
      otherNamesOf(units, team.unitId),
    ],
  }));
};
