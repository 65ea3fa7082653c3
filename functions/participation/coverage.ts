import type { Account } from '../directory/accounts/account';
import { readUnits, type Units } from '../directory/units/list';
import { areaOf } from '../directory/units/successors';
import { shownUnits } from '../directory/units/tiles/shown';
import type { World } from '../platform/world/world';
import type { MediatorListed } from '../register/mediators/mediator';
import { GENDERS, ROLES_IN_TEAM } from '../register/mediators/traits';
import { teamsWith } from '../register/teams/list';
import { ownAreaOf } from '../register/teams/may';
import type { TeamListed } from '../register/teams/team';
import { type Aim, aimOf, goalFor, readCoverageGoals } from './goals';
import { readTrained, type TrainedRegister } from './trainings';

/** Recognised mediators, and how many of them were seen at a training: each person counts once. */
export interface Covered {
  mediators: number;
  trained: number;
  /** Where a year is counted for which there are goals. */
  aim?: Aim | undefined;
}

export interface Coverage {
  /** The year of the trainings; absent where those of all years count. */
  year?: number | undefined;
  all: Covered;
  units: (Covered & { unitId: string; name: string })[];
  /** `undefined`: not known. */
  genders: (Covered & { gender: MediatorListed['gender'] })[];
  roles: (Covered & { role: MediatorListed['role'] })[];
  /** Those who were seen at no training of any year, with their teams, in the order of their names. */
  never: { mediator: MediatorListed; team: TeamListed }[];
}

export interface CoverageFilter {
  year?: number | undefined;
  /** A unit; those below it count as well. */
  area?: string | undefined;
}

/** The units by which an area is counted: its districts, or communes; below a district its communes. */
const unitsBelow = ({ all, inForce }: Units, area: string | undefined) => {
  if (area === undefined) return shownUnits({ inForce });
  const below = inForce.filter(({ parentId }) => parentId === area);
  return below.length > 0 ? below : all.filter(({ id }) => id === area);
};

/**
 * How many of the recognised mediators were trained, as far as an account may see them. The calls of `readTrained`, and one
 * more for the goals of a year. Goals are counted for units and for all, whose figure is no sum: more in one unit stand in for another.
 * @param register where the caller has read it
 */
export const readCoverage = async (
  world: World,
  account: Account | undefined,
  { year, area }: CoverageFilter = {},
  register?: TrainedRegister,
): Promise<Coverage> => {
  const units = await readUnits(world);
  const [{ teams, people, trainings }, goals] = await Promise.all([
    register ?? readTrained(world),
    year === undefined ? undefined : readCoverageGoals(world),
  ]);
  const seen = teamsWith(teams, units, { areas: [ownAreaOf(account), area] });
  const teamOf = new Map(seen.map((team) => [team.id, team]));
  const counted = people.filter(({ state, teamId }) => state === 'recognised' && teamOf.has(teamId));
  const isTrained = ({ id }: MediatorListed) => {
    const own = trainings.get(id) ?? [];
    return own.some(({ day }) => year === undefined || Number(day.slice(0, 4)) === year);
  };
  const shares = new Map<string, number | undefined>();
  const shareOf = ({ teamId }: MediatorListed): number | undefined => {
    const { unitId } = teamOf.get(teamId)!;
    if (year !== undefined && goals && !shares.has(unitId))
      shares.set(unitId, goalFor(goals.goals, units, { unitId, year })?.share);
    return shares.get(unitId);
  };
  const aimed = (of: (one: MediatorListed) => boolean): Covered => {
    const group = counted.filter(of);
    const aim = aimOf(group.map((one) => ({ share: shareOf(one), trained: isTrained(one) })));
    return { ...cover(of), ...(aim.shares.length > 0 && { aim }) };
  };
  const cover = (of: (one: MediatorListed) => boolean): Covered => {
    const group = counted.filter(of);
    return { mediators: group.length, trained: group.filter(isTrained).length };
  };
  const isIn = (unitId: string) => {
    const within = areaOf(units.all, unitId);
    return ({ teamId }: MediatorListed) => within.has(teamOf.get(teamId)!.unitId);
  };
  return {
    ...(year !== undefined && { year }),
    all: aimed(() => true),
    units: unitsBelow(units, area ?? ownAreaOf(account))
      .map(({ id, name }) => ({ unitId: id, name, ...aimed(isIn(id)) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    genders: [...GENDERS, undefined]
      .map((gender) => ({ gender, ...cover((one) => one.gender === gender) }))
      .filter(({ mediators }) => mediators > 0),
    roles: ROLES_IN_TEAM.map((role) => ({ role, ...cover((one) => one.role === role) })).filter(
      ({ mediators }) => mediators > 0,
    ),
    never: counted
      .filter(({ id }) => !trainings.has(id))
      .map((mediator) => ({ mediator, team: teamOf.get(mediator.teamId)! })),
  };
};
