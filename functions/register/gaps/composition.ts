import type { Account } from '../../directory/accounts/account';
import { readUnits } from '../../directory/units/list';
import { areaOf } from '../../directory/units/successors';
import type { World } from '../../platform/world/world';
import { allEthnicities, isMinority } from '../mediators/ethnicity';
import { allMediators } from '../mediators/list';
import type { MediatorListed } from '../mediators/mediator';
import { allTeams, type TeamFilter, teamsWith } from '../teams/list';
import { mayRegister, ownAreaOf } from '../teams/may';
import type { TeamListed } from '../teams/team';
import { countGroups, type Gap, gapsOf } from './gaps';
import { readRules, type TeamRules } from './rules';

/** A team with how many people it has, and what it lacks. */
export interface TeamComposed extends TeamListed {
  /** Recognised mediators, and the women among them. */
  members: number;
  women: number;
  /** Elected, not yet recognised. */
  waiting: number;
  gaps: readonly Gap[];
}

export interface Composition {
  rules: TeamRules;
  teams: readonly TeamComposed[];
  /** The same people as counts: all that an account may see, whatever was filtered. */
  totals: { teams: number; mediators: number; women: number; lacking: number };
  /** Groups of five and more. They are counted for the whole area of the account alone: from two counts that overlap, a small one could be reckoned. */
  groups: readonly { ethnicity: string; people: number }[];
}

const isRecognised = ({ state }: MediatorListed) => state === 'recognised';
const isWoman = ({ gender }: Pick<MediatorListed, 'gender'>) => gender === 'female';

/**
 * The teams that an account may see, with their people and what they lack. Five calls for a province of 2,000 mediators,
 * one more for each further 2,000. A minority member is looked for only where the account may see ethnic origins.
 */
export const readComposition = async (
  world: World,
  account: Account | undefined,
  filter: Omit<TeamFilter, 'dissolved'> & { gap?: Gap | 'any' | undefined } = {},
): Promise<Composition> => {
  const units = await readUnits(world);
  const [all, people, ethnicities, rules] = await Promise.all([
    allTeams(world),
    allMediators(world),
    allEthnicities(world),
    readRules(world),
  ]);
  const { seeEthnicity } = mayRegister(account, units.all);
  const asking = rules.minorityUnitIds.map((id) => areaOf(units.all, id));
  const ofTeam = new Map<string, MediatorListed[]>();
  for (const one of people) ofTeam.set(one.teamId, [...(ofTeam.get(one.teamId) ?? []), one]);

  const composed = (team: TeamListed): TeamComposed => {
    const members = ofTeam.get(team.id) ?? [];
    const recognised = members.filter(isRecognised);
    const told = recognised.map(({ id, role, gender }) => {
      const ethnicity = ethnicities.get(id);
      return { role, gender, minority: ethnicity !== undefined && isMinority(ethnicity) };
    });
    const asksMinority = seeEthnicity && asking.some((area) => area.has(team.unitId));
    return {
      ...team,
      members: recognised.length,
      women: recognised.filter(isWoman).length,
      waiting: members.length - recognised.length,
      gaps: gapsOf(told, rules, asksMinority),
    };
  };

  const own = teamsWith(all, units, { areas: [ownAreaOf(account)] }).map(composed);
  const ids = new Set(own.map(({ id }) => id));
  const hasGap = ({ gaps }: TeamComposed) =>
    filter.gap === undefined || (filter.gap === 'any' ? gaps.length > 0 : gaps.includes(filter.gap));
  const recognised = people.filter((one) => ids.has(one.teamId) && isRecognised(one));
  return {
    rules,
    teams: teamsWith(own, units, filter).filter(hasGap),
    totals: {
      teams: own.length,
      mediators: recognised.length,
      women: recognised.filter(isWoman).length,
      lacking: own.filter(({ gaps }) => gaps.length > 0).length,
    },
    groups: countGroups(recognised.flatMap(({ id }) => ethnicities.get(id) ?? [])),
  };
};
