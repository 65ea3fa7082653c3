import { newId } from '../../platform/keys/ids';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkTeam } from './check';
import { getTeam } from './get';
import { type Team, type TeamInput, teamKey, teamSortKey, teams } from './team';
import { writeNamed } from './team-name';

/**
 * Adds a team to the register.
 * @param more.id of the form that adds it: the same form sent again answers the same team
 * @throws Problem invalid `team-twice` on `name` where the commune has a team of this name; as `checkTeam` says
 */
export const createTeam = async (
  world: World,
  input: TeamInput,
  more: Partial<Pick<Team, 'id' | 'sample'>> = {},
): Promise<Team> => {
  await checkTeam(world, input);
  const now = iso(world.now());
  const id = more.id ?? newId('team', world.now());
  const team: Team = {
    ...teamKey(id),
    id,
    listed: 'team',
    sortKey: teamSortKey(input.name),
    ...input,
    ...(more.sample && { sample: true }),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const put = { table: teams, put: team, if: 'attribute_not_exists(pk)' };
  const isNew = await writeNamed(world, put, team);
  return isNew ? team : getTeam(world, id);
};
