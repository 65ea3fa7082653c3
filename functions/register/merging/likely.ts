import type { Account } from '../../directory/accounts/account';
import { readUnits } from '../../directory/units/list';
import { unitsNow } from '../../directory/units/successors';
import { compareNames } from '../../platform/text/person-name';
import type { World } from '../../platform/world/world';
import { everyMediator } from '../mediators/list';
import { identityOf, type Mediator, type MediatorListed } from '../mediators/mediator';
import { allTeams } from '../teams/list';
import { mayRegister } from '../teams/may';
import type { TeamListed } from '../teams/team';

/** A record that may be the same person's as another one. */
export interface Likely {
  mediator: MediatorListed;
  team: TeamListed;
  samePhone: boolean;
}

/**
 * The records that may be the same person's: of the same phone or of the same commune, with the same name or one that is
 * alike. Those of the same phone stand first. Only what the account may edit; nothing that is restricted. Three calls for
 * a province of 2,000 mediators, one more for each further 2,000.
 */
export const likelySame = async (
  world: World,
  account: Account | undefined,
  one: Mediator,
): Promise<Likely[]> => {
  const units = await readUnits(world);
  const [teams, people] = await Promise.all([allTeams(world), everyMediator(world)]);
  const { fullName, phone } = identityOf(one);
  const teamOf = new Map(teams.map((team) => [team.id, team]));
  const communesOf = (unitId: string) => [unitId, ...unitsNow(units, unitId).map(({ id }) => id)];
  const own = teamOf.get(one.teamId);
  const communes = new Set(own ? communesOf(own.unitId) : []);
  const found = people.flatMap((mediator): Likely[] => {
    const team = teamOf.get(mediator.teamId);
    if (!team || mediator.id === one.id || mediator.restricted) return [];
    if (compareNames(mediator.fullName, fullName) === 'different') return [];
    const samePhone = phone !== undefined && mediator.phone === phone;
    if (!samePhone && !communesOf(team.unitId).some((id) => communes.has(id))) return [];
    return mayRegister(account, units.all, team.unitId).edit ? [{ mediator, team, samePhone }] : [];
  });
  return found.sort((a, b) => Number(b.samePhone) - Number(a.samePhone));
};
