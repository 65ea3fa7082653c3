import { randomUUID } from 'node:crypto';
import { invalid } from '../../platform/problem/problem';
import type { TxStep } from '../../platform/store/expressions';
import { table } from '../../platform/store/table';
import { spoken } from '../../platform/text/vietnamese';
import type { World } from '../../platform/world/world';
import { registerTable, type Team } from './team';

/** `team-name`, `name#…`: the team that has a name in a commune. Without it two who add one team would make two. */
interface TeamName {
  pk: 'team-name';
  sk: string;
  teamId: string;
}
const nameKeys = table<TeamName>(registerTable);

type Named = Pick<Team, 'id' | 'name' | 'unitId' | 'dissolved'>;

/** "Tổ hòa giải ấp 2." and "Tổ hoà giải Ấp 2" are one name; accents count. */
const keyOf = ({ name, unitId }: Named) => {
  const words = spoken(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return { pk: 'team-name' as const, sk: `name#${unitId}#${words}` };
};

/**
 * Writes a team together with its name. A dissolved team has none: another one may take it.
 * @param before the team as it was; absent for a new one
 * @returns false where the condition of `write` was false
 * @throws Problem invalid `team-twice` on `name`, with the id of the team that has the name
 */
export const writeNamed = async (
  world: World,
  write: TxStep,
  team: Named,
  before?: Named,
): Promise<boolean> => {
  const own = { values: { ':own': team.id } };
  const takes = !team.dissolved;
  const frees = before && !before.dissolved && (team.dissolved || keyOf(before).sk !== keyOf(team).sk);
  const steps: TxStep[] = [
    write,
    ...(takes
      ? [
          {
            table: nameKeys,
            put: { ...keyOf(team), teamId: team.id },
            if: 'attribute_not_exists(pk) OR teamId = :own',
            ...own,
          },
        ]
      : []),
    ...(frees
      ? [
          {
            table: nameKeys,
            delete: keyOf(before),
            if: 'attribute_not_exists(pk) OR teamId = :own',
            ...own,
          },
        ]
      : []),
  ];
  const { ok } = await world.db.transactIf(steps, randomUUID());
  if (ok) return true;
  const found = takes ? await world.db.get(nameKeys, keyOf(team), { consistent: true }) : undefined;
  if (found && found.teamId !== team.id)
    throw invalid('name', 'team-twice', { name: team.name, id: found.teamId });
  return false;
};
