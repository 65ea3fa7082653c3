import { table } from '../platform/store/table';
import type { World } from '../platform/world/world';
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

/** The participations of one mediator. One call. */
export const participationsOf = (world: World, mediatorId: string): Promise<Participation[]> =>
  world.db.all(participations, {
    where: 'pk = :pk AND begins_with(sk, :kind)',
    values: { ':pk': mediatorId, ':kind': 'class#' },
  });

/** The registrations that are a mediator's. One call. */
export const registrationsLinkedTo = async (world: World, mediatorId: string): Promise<string[]> =>
  (await participationsOf(world, mediatorId)).flatMap(({ link, registrationId }) =>
    link === 'linked' ? [registrationId] : [],
  );

/** The links of a registration to mediators, with the offers and the refused ones. One call. */
export const participationsIn = (world: World, registrationId: string): Promise<Participation[]> =>
  world.db.all(participations, {
    index: 'ofRegistration',
    where: 'registrationId = :id',
    values: { ':id': registrationId },
  });
