import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Team, teamKey, teams } from './team';

/** One team as it is now. @throws Problem missing `team-missing` */
export const getTeam = async (world: World, id: string): Promise<Team> => {
  const team = await world.db.get(teams, teamKey(id), { consistent: true });
  if (!team) throw missing('team');
  return team;
};
