import type { World } from '../platform/world/world';
import { mergedRecords } from '../register/mediators/find';
import { allMediators } from '../register/mediators/list';
import type { MediatorListed } from '../register/mediators/mediator';
import { allTeams } from '../register/teams/list';
import type { TeamListed } from '../register/teams/team';
import { locate } from '../seats/ledger/ids';
import { participations, registrationIdOf } from './participation';

/** A training at which a mediator was seen. */
export interface Training {
  /** The first day of the event: "2026-05-01". */
  day: string;
  registrationId: string;
  /** Absent where the registration is gone. */
  eventId?: string | undefined;
}

const trainings = { index: 'everyone', where: 'listed = :kind', values: { ':kind': 'trained' } } as const;

/**
 * The trainings of each mediator, the earliest first, also those under a record that was merged. One call for each 5,000 of
 * them, one for the merged records.
 */
export const trainingsSeen = async (world: World): Promise<Map<string, Training[]>> => {
  const seen = new Map<string, Training[]>();
  const [all, merged] = await Promise.all([world.db.all(participations, trainings), mergedRecords(world)]);
  for (const one of all) {
    const id = merged.get(one.pk) ?? one.pk;
    const registrationId = registrationIdOf(one);
    const eventId = locate(registrationId)?.eventId;
    const training = { day: one.sortKey ?? '', registrationId, eventId };
    const known = seen.get(id);
    if (known) known.push(training);
    else seen.set(id, [training]);
  }
  return seen;
};

/** The register with the trainings at which its people were seen. */
export interface TrainedRegister {
  teams: TeamListed[];
  people: MediatorListed[];
  /** Of each mediator, the earliest first. */
  trainings: ReadonlyMap<string, readonly Training[]>;
}

/**
 * All teams and mediators with their trainings. Four calls for a province of 2,000 mediators, one more for each further
 * 2,000, and one for each 5,000 who came to a training: a page that needs it twice reads it once.
 */
export const readTrained = async (world: World): Promise<TrainedRegister> => {
  const [teams, people, trainings] = await Promise.all([
    allTeams(world),
    allMediators(world),
    trainingsSeen(world),
  ]);
  return { teams, people, trainings };
};
