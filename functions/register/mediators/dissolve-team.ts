import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Decision, mustHaveCome } from '../teams/decision';
import { getTeam } from '../teams/get';
import type { Team } from '../teams/team';
import { saveTeam } from '../teams/update';
import { membersOf } from './find';

/**
 * Dissolves a team by a decision; without one, a dissolution that was entered by mistake is taken back.
 * @param version the version that the editor read
 * @throws Problem missing `team-missing`; conflict `team-has-members` while it has mediators, who first move to another
 *   team or are dismissed; stale `team-stale`; invalid `day-ahead` on `on`, `team-twice` on `name` where its name was
 *   given to another team meanwhile
 */
export const dissolveTeam = async (
  world: World,
  id: string,
  version: number,
  decision: Decision | undefined,
): Promise<Team> => {
  const team = await getTeam(world, id);
  mustHaveCome(world, decision?.on, 'on');
  const count = decision ? (await membersOf(world, id)).length : 0;
  if (count > 0) throw new Problem('conflict', 'team-has-members', { count });
  return saveTeam(world, team, version, { dissolved: decision });
};
