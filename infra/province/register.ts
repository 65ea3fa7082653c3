import pLimit from 'p-limit';
import { addUnit } from '../../functions/directory/units/add';
import type { World } from '../../functions/platform/world/world';
import { createMediator } from '../../functions/register/mediators/create';
import { createTeam } from '../../functions/register/teams/create';
import { districts } from '../demo/units';
import { generatedPerson } from './people';
import type { Size } from './size';

/** Writes at the same time. More of them gain nothing with the embedded database. */
export const AT_ONCE = 16;

export interface GeneratedTeam {
  id: string;
  unitId: string;
  name: string;
}

const inParallel = async <T>(items: readonly T[], write: (item: T) => Promise<unknown>): Promise<void> => {
  const limit = pLimit(AT_ONCE);
  await Promise.all(items.map((item) => limit(() => write(item))));
};

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** Communes in every district. @returns their ids, from district to district */
export const generateCommunes = async (world: World, { communes }: Size): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < communes; n++)
    for (const { id: parentId } of districts) {
      const id = `unt_tinh_${ids.length}`;
      // One after the other: the list of units is one item.
      await addUnit(
        world,
        { name: `mẫu số ${ids.length + 1}`, kind: 'commune', parentId },
        { id, validFrom: '2020-01-01', sample: true },
      );
      ids.push(id);
    }
  return ids;
};

/** Teams, spread over the communes. */
export const generateTeams = async (
  world: World,
  { teams }: Size,
  communes: readonly string[],
): Promise<GeneratedTeam[]> => {
  const made = upTo(teams).map((n) => ({
    id: `team_tinh_${n}`,
    unitId: communes[n % communes.length]!,
    name: `Tổ hòa giải ấp mẫu số ${n + 1}`,
  }));
  await inParallel(made, ({ id, ...team }) => createTeam(world, team, { id, sample: true }));
  return made;
};

/** The team of the nth mediator: each team gets one after the other. */
export const teamOf = (n: number, teams: readonly GeneratedTeam[]): GeneratedTeam => teams[n % teams.length]!;

/** Recognised mediators, some of them elected only. */
export const generateMediators = (
  world: World,
  { mediators }: Size,
  teams: readonly GeneratedTeam[],
): Promise<void> =>
  inParallel(upTo(mediators), (n) => {
    const team = teamOf(n, teams);
    const { fullName, phone, gender, yearOfBirth } = generatedPerson(n, team);
    const round = Math.floor(n / teams.length);
    return createMediator(
      world,
      {
        ...{ fullName, phone, gender, yearOfBirth, teamId: team.id },
        role: round === 0 ? 'leader' : round === 1 ? 'deputy' : 'mediator',
        begin:
          n % 50 === 49
            ? { state: 'elected', on: '2020-12-01' }
            : { state: 'recognised', on: '2019-10-12', number: '61/QĐ-UBND' },
        anotherPerson: false,
      },
      { id: `med_tinh_${n}`, sample: true },
    );
  });
