import { Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkTeam } from './check';
import { getTeam } from './get';
import { type Team, type TeamInput, teamKey, teamSortKey, teams } from './team';
import { writeNamed } from './team-name';

/**
 * Saves what is on file of a team. What is left out is taken away.
 * @param version the version that the editor read
 * @throws Problem missing `team-missing`; stale `team-stale`; invalid as `createTeam` says
 */
export const updateTeam = async (
  world: World,
  id: string,
  version: number,
  input: TeamInput,
): Promise<Team> => {
  const before = await getTeam(world, id);
  await checkTeam(world, input, before.unitId);
  const { name, unitId, hamlet, founded } = input;
  const set = { name, unitId, hamlet, founded, sortKey: teamSortKey(name) };
  return saveTeam(world, before, version, set);
};

/** Writes a change of a team that was read. @throws Problem stale `team-stale`; invalid `team-twice` */
export const saveTeam = async (
  world: World,
  before: Team,
  version: number,
  set: { [field in keyof Team]?: Team[field] | undefined },
): Promise<Team> => {
  const after = { ...before, ...set } as Team;
  const change = nextVersion(version, { set: { ...set, updatedAt: iso(world.now()) } });
  const update = { table: teams, update: teamKey(before.id), ...change };
  if (!(await writeNamed(world, update, after, before))) throw new Problem('stale', 'team-stale');
  return getTeam(world, before.id);
};
