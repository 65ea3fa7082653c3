import { invalid } from '../../platform/problem/problem';
import { compareNames } from '../../platform/text/person-name';
import type { World } from '../../platform/world/world';
import { getTeam } from '../teams/get';
import type { Team } from '../teams/team';
import { findMediators, mediatorsOfPhone, membersOf, presentId } from './find';
import type { Mediator, MediatorInput } from './mediator';

/** What is checked again where it changed: a saved mediator was asked about before. */
type Known = Pick<Mediator, 'id' | 'fullName' | 'phone' | 'teamId'>;

/**
 * Checks a mediator who is added or edited. Asks, where another mediator may be the same person: one of this name in the
 * team, or one of this phone anywhere. Families share phones and people share names, so the answer may be no.
 * @param isAnother the editor has said that it is another person
 * @returns the team
 * @throws Problem invalid `team-dissolved` on `teamId`; `mediator-namesake` on `fullName`, `mediator-elsewhere` or
 *   `mediator-phone` on `phone`, each with the other's name and id
 */
export const checkMediator = async (
  world: World,
  { fullName, phone, teamId }: Pick<MediatorInput, 'fullName' | 'phone' | 'teamId'>,
  { isAnother, known }: { isAnother: boolean; known?: Known },
): Promise<Team> => {
  const team = await getTeam(world, teamId);
  if (team.dissolved && teamId !== known?.teamId) throw invalid('teamId', 'team-dissolved');
  if (isAnother) return team;
  if (fullName !== known?.fullName || teamId !== known.teamId) {
    const namesake = (await membersOf(world, teamId)).find(
      (other) => other.id !== known?.id && compareNames(other.fullName, fullName) !== 'different',
    );
    if (namesake) throw asked('fullName', 'mediator-namesake', namesake);
  }
  if (phone && (phone !== known?.phone || fullName !== known.fullName)) {
    const others = await othersOfPhone(world, phone, known?.id);
    const same = others.find((other) => compareNames(other.fullName, fullName) !== 'different');
    if (same) throw asked('phone', 'mediator-elsewhere', same);
    const [other] = others;
    if (other) throw asked('phone', 'mediator-phone', other);
  }
  return team;
};

/** The other mediators of a phone. A record that was merged is the mediator that stayed. */
const othersOfPhone = async (world: World, phone: string, knownId: string | undefined) => {
  const found = (await mediatorsOfPhone(world, phone)).filter(({ id }) => id !== knownId);
  if (found.length === 0) return [];
  const records = await findMediators(
    world,
    found.map(({ id }) => id),
  );
  return records
    .map((one) => ({ id: presentId(one), fullName: one.fullName }))
    .filter(({ id }) => id !== knownId);
};

/** Questions that `isAnother` answers. */
export const QUESTION_CODES: readonly string[] = [
  'mediator-namesake',
  'mediator-elsewhere',
  'mediator-phone',
];

const asked = (path: string, code: string, { id, fullName }: Pick<Mediator, 'id' | 'fullName'>) =>
  invalid(path, code, { id, name: fullName });
