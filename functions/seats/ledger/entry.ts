import type { Claim } from './seats';

export const STATUSES = ['pending', 'confirmed', 'waitlisted', 'cancelled', 'declined'] as const;
export type RegistrationStatus = (typeof STATUSES)[number];

/** The key of a registration: `pk` is `evt_…#section`, `sk` the person key. */
export interface RegistrationRef {
  pk: string;
  sk: string;
}

/** What the ledger owns or reads of a registration. What else is known of the person is not its business. */
export interface SeatEntry extends RegistrationRef {
  id: string;
  eventId: string;
  /** Over how many partitions the event's registrations are spread, where it is more than one. */
  sections?: number;
  status: RegistrationStatus;
  /** Rises with every change of status: the occasion of notices. */
  turn: number;
  /** How it came to its status, so that the notice has the right words. */
  how?:
    | 'direct'
    | 'promoted'
    | 'approved'
    | 'substitute'
    | 'moved'
    | 'door'
    | 'unseated'
    | 'restored'
    | 'self'
    | 'organizer'
    | 'nominator'
    | 'undone'
    | 'invented';
  /** Index key: `seat#<claim>` while confirmed, `wait#<pool>#<queuedAt>` while waiting for a shared pool. */
  place?: string;
  /** Index key: `wait#<pool>#<queuedAt>` while waiting for a quota. */
  unitPlace?: string;
  claim?: Claim;
  /** Pools it may sit in, in order: its quota first, then the open or online one. */
  pools: string[];
  queuedAt?: string;
  code: string;
  phone: string;
  fullName: string;
  /** Why it ended, as the person is told. */
  reason?: string;
  replacedBy?: string;
  /** The token of the request that ended it, and the status before: read after a lost answer. */
  exit?: string;
  was?: RegistrationStatus;
  /** When they were first seen on each day of the event, by its number from 1: never erased by the ledger. */
  came?: Record<string, string>;
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** Whether they were seen on any day. A mark that was taken back leaves an empty map. */
export const isPresent = ({ came = {} }: Pick<SeatEntry, 'came'>): boolean => Object.keys(came).length > 0;

/**
 * An alias: after a correction of name or phone it is written under the new person key and leads to the
 * registration, so that a repeat finds it.
 */
export interface Pointer extends RegistrationRef {
  pointsTo: string;
  /** Where the event has several sections: the one of the registration. Each key has a section of its own. */
  section?: number;
}

/** Which event, and over how many partitions its registrations are spread. */
export interface EventRef {
  id: string;
  sections: number;
}

export const eventOf = ({ eventId, sections = 1 }: Pick<SeatEntry, 'eventId' | 'sections'>): EventRef => ({
  id: eventId,
  sections,
});

/** The partitions over which an event's registrations are spread. */
export const partitionsOf = ({ id, sections }: EventRef): string[] =>
  Array.from({ length: sections }, (_, section) => `${id}#${section}`);

/** Whether a registration holds this very claim. */
export const holdsClaim = (found: SeatEntry | Pointer | undefined, claim: Claim): boolean =>
  found !== undefined && 'status' in found && found.status === 'confirmed' && found.claim?.id === claim.id;
