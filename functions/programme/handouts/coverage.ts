import { isCommune } from '../../directory/units/levels';
import { lineage, readUnits } from '../../directory/units/list';
import { isPilotIn } from '../../directory/units/pilot/pilot';
import { areaOf } from '../../directory/units/successors';
import { unitLine } from '../../directory/units/words';
import { readTrained } from '../../participation/trainings';
import type { World } from '../../platform/world/world';
import { mergedRecords } from '../../register/mediators/find';
import type { MediatorListed } from '../../register/mediators/mediator';
import type { TeamListed } from '../../register/teams/team';
import type { Handout } from './handout';
import { getHandout, givenOf } from './read';

/** How many mediators of a pilot commune were trained, have the hand-out, and both. The goal is all of them. */
export interface PilotCount {
  mediators: number;
  trained: number;
  received: number;
  both: number;
}

/** A mediator who lacks one of the two. */
export interface Lacking {
  mediator: MediatorListed;
  team: TeamListed;
  unitId: string;
  unitName: string;
  trained: boolean;
  received: boolean;
}

export interface HandoutCoverage {
  handout: Handout;
  all: PilotCount;
  units: (PilotCount & { unitId: string; name: string })[];
  /** Unit by unit, in the order of their names. */
  lacking: Lacking[];
}

/** The mediators who were marked in their communes, also under a record that was merged into theirs. One call. */
const markedInCommunes = async (world: World, given: ReadonlyMap<string, unknown>): Promise<Set<string>> => {
  const merged = await mergedRecords(world);
  return new Set([...given.keys()].map((id) => merged.get(id) ?? id));
};

interface Standing {
  trained: boolean;
  received: boolean;
}

const countOf = (people: readonly Standing[]): PilotCount => ({
  mediators: people.length,
  trained: people.filter(({ trained }) => trained).length,
  received: people.filter(({ received }) => received).length,
  both: people.filter(({ trained, received }) => trained && received).length,
});

/**
 * The recognised mediators of the communes that are in the pilot of the hand-out's year: who was trained and who received
 * it, at a training or in the commune. Eight calls for a province of 2,000 mediators, one more for each further 2,000 and for
 * each 5,000 marks.
 * @throws Problem missing `handout-missing`
 */
export const readHandoutCoverage = async (world: World, handoutId: string): Promise<HandoutCoverage> => {
  const handout = await getHandout(world, handoutId);
  const units = await readUnits(world);
  const [{ teams, people, trainings }, given] = await Promise.all([
    readTrained(world),
    givenOf(world, handoutId),
  ]);
  const marked = await markedInCommunes(world, given);
  const pilot = units.inForce.filter((unit) => isCommune(unit) && isPilotIn(unit, handout.year));
  const teamOf = new Map(teams.map((team) => [team.id, team]));
  const counted = pilot
    .map(({ id }) => {
      const name = unitLine(lineage(units.all, id));
      const within = areaOf(units.all, id);
      const members = people.filter(
        ({ state, teamId }) => state === 'recognised' && within.has(teamOf.get(teamId)?.unitId ?? ''),
      );
      const rows = members.map((mediator): Lacking => {
        const own = trainings.get(mediator.id) ?? [];
        return {
          mediator,
          team: teamOf.get(mediator.teamId)!,
          unitId: id,
          unitName: name,
          trained: own.length > 0,
          received: marked.has(mediator.id) || own.some((one) => given.has(one.registrationId)),
        };
      });
      return { unitId: id, name, rows };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  const all = counted.flatMap(({ rows }) => rows);
  return {
    handout,
    all: countOf(all),
    units: counted.map(({ unitId, name, rows }) => ({ unitId, name, ...countOf(rows) })),
    lacking: all.filter(({ trained, received }) => !trained || !received),
  };
};
