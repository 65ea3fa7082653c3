import { readUnits } from '../directory/units/list';
import { areaOf } from '../directory/units/successors';
import type { Event } from '../events/event/event';
import { getEvents } from '../events/event/get';
import type { Nomination } from '../events/nominations/nomination';
import { recognise } from '../events/registrations/register/recognise';
import type { World } from '../platform/world/world';
import type { Mediator, MediatorListed } from '../register/mediators/mediator';
import { teamsWith } from '../register/teams/list';
import type { TeamListed } from '../register/teams/team';
import { readTrained, type Training } from './trainings';

/** A recognised mediator of the unit that has a quota. */
export interface Candidate {
  mediator: MediatorListed;
  team: TeamListed;
  /** The last training at which they were seen; absent where there was none. */
  last?: Training | undefined;
}

/**
 * `free`: may be named. `named`: within this quota already. `registered`: by another way. `no-phone`: people are told by
 * phone, so a number must be entered first.
 */
export const CANDIDATE_STATES = ['free', 'named', 'registered', 'no-phone'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** A candidate as one event knows them. */
export interface CandidateSeen extends Candidate {
  state: CandidateState;
  lastEvent?: Event | undefined;
}

/**
 * The mediators of the unit that has a quota, and of those below it: who was never trained first, then by how long ago,
 * each in the order of their names. People whose data are restricted are left out. None for the quota of a body. Four
 * calls for a province of 2,000 mediators, one more for each further 2,000, and one for each 5,000 who came to a training.
 */
export const candidatesOf = async (
  world: World,
  { unitId }: Pick<Nomination, 'unitId'>,
): Promise<Candidate[]> => {
  if (!unitId) return [];
  const units = await readUnits(world, unitId);
  const { teams, people, trainings } = await readTrained(world);
  const teamOf = new Map(teamsWith(teams, units, { areas: [unitId] }).map((team) => [team.id, team]));
  return people
    .flatMap((mediator): Candidate[] => {
      const team = teamOf.get(mediator.teamId);
      if (!team || !isCandidate(mediator)) return [];
      return [{ mediator, team, last: trainings.get(mediator.id)?.at(-1) }];
    })
    .sort((a, b) => (a.last?.day ?? '').localeCompare(b.last?.day ?? ''));
};

/** Whether a record of the register may be named at all. */
export const isCandidate = ({
  state,
  restricted,
  merged,
}: Pick<Mediator, 'state' | 'restricted' | 'merged'>): boolean =>
  state === 'recognised' && !restricted && !merged;

/** Whether a team belongs to the unit that has a quota. @param units every one that there ever was */
export const isOfQuota = (
  units: Parameters<typeof areaOf>[0],
  team: Pick<TeamListed, 'unitId'>,
  { unitId }: Pick<Nomination, 'unitId'>,
): boolean => unitId !== undefined && areaOf(units, unitId).has(team.unitId);

/** The same candidates with what they are to the event of the quota. At most five calls for a page of them. */
export const seeCandidates = async (
  world: World,
  { nomination, event }: { nomination: Pick<Nomination, 'id'>; event: Pick<Event, 'id' | 'sections'> },
  candidates: readonly Candidate[],
): Promise<CandidateSeen[]> => {
  const people = candidates.flatMap(({ mediator: { fullName, phone } }) =>
    phone ? [{ fullName, phone }] : [],
  );
  const [known, events] = await Promise.all([
    recognise(world, event, people),
    getEvents(
      world,
      candidates.flatMap(({ last }) => last?.eventId ?? []),
    ),
  ]);
  let next = 0;
  return candidates.map((one): CandidateSeen => {
    const lastEvent = one.last?.eventId ? events.get(one.last.eventId) : undefined;
    if (!one.mediator.phone) return { ...one, lastEvent, state: 'no-phone' };
    const { kind, registration } = known[next++]!;
    // A person who left may be named again, and one of nearly the same name may be another person.
    if (kind !== 'same') return { ...one, lastEvent, state: 'free' };
    const isOwn = registration.nominationId === nomination.id;
    return { ...one, lastEvent, state: isOwn ? 'named' : 'registered' };
  });
};
