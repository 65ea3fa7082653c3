import { table } from '../platform/store/table';
import type { World } from '../platform/world/world';
import { idsOf } from '../register/mediators/find';
import type { Mediator } from '../register/mediators/mediator';
import { registerTable } from '../register/teams/team';

/** Whether a registration is a mediator's: `offered` until an organizer decides. */
export const LINKS = ['linked', 'offered', 'refused'] as const;
export type Link = (typeof LINKS)[number];

/** What an organizer says of an offer, or of a link that was made by itself. */
export const DECISIONS = ['linked', 'refused'] as const satisfies readonly Link[];
export type Decision = (typeof DECISIONS)[number];

/** `med_…`, `class#reg_…`: that a registration may be a mediator's. It holds no name and no phone. */
export interface Participation {
  pk: string;
  sk: `class#${string}`;
  registrationId: string;
  eventId: string;
  link: Link;
  /** What organizers decided, in order; entries are added, never changed. */
  decisions?: readonly { link: Decision; at: string; who: string }[];
  /** The days of the event on which the person was seen, by number from 1. */
  days: readonly number[];
  /** Index key: the lists of open offers, and of those who were seen at a training. */
  listed?: 'offered' | 'trained';
  /** The first day of the event. */
  sortKey?: string;
  version: number;
  updatedAt: string;
  by?: string;
}

export const participations = table<Participation>(registerTable);

export const participationKey = (mediatorId: string, registrationId: string) => ({
  pk: mediatorId,
  sk: `class#${registrationId}` as const,
});

/** The registration of a participation, read from its key: lists have no more than the keys. */
export const registrationIdOf = ({ sk }: Pick<Participation, 'sk'>): string => sk.slice('class#'.length);

/** The participations of one record of the register. One call. */
export const participationsOf = (world: World, mediatorId: string): Promise<Participation[]> =>
  world.db.all(participations, {
    where: 'pk = :pk AND begins_with(sk, :kind)',
    values: { ':pk': mediatorId, ':kind': 'class#' },
  });

/** What counts where two records of one person say it differently. */
const STRONGEST: readonly Link[] = ['linked', 'refused', 'offered'];

/** The links of one person: of each registration the one that counts. Pure. */
export const oneOfEach = <T extends Pick<Participation, 'link'>>(
  all: readonly T[],
  keyOf: (one: T) => string,
): T[] => {
  const ranked = STRONGEST.flatMap((link) => all.filter((one) => one.link === link));
  return [...new Map(ranked.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
};

/**
 * The participations of a mediator, with those of records that were merged into theirs. One call, one more for each of
 * these.
 */
export const participationsOfPerson = async (
  world: World,
  mediator: Pick<Mediator, 'id' | 'absorbed'>,
): Promise<Participation[]> => {
  const found = await Promise.all(idsOf(mediator).map((id) => participationsOf(world, id)));
  return oneOfEach(found.flat(), ({ registrationId }) => registrationId);
};

/** The registrations that are a mediator's. */
export const registrationsLinkedTo = async (
  world: World,
  mediator: Pick<Mediator, 'id' | 'absorbed'>,
): Promise<string[]> =>
  (await participationsOfPerson(world, mediator)).flatMap(({ link, registrationId }) =>
    link === 'linked' ? [registrationId] : [],
  );

/** The links of a registration to mediators, with the offers and the refused ones. One call. */
export const participationsIn = (world: World, registrationId: string): Promise<Participation[]> =>
  world.db.all(participations, {
    index: 'ofRegistration',
    where: 'registrationId = :id',
    values: { ':id': registrationId },
  });
