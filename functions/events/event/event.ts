import type { BodyRef } from '../../directory/bodies/body';
import { table } from '../../platform/store/table';
import type { EventInput } from './event-input';

export { EventInput } from './event-input';

export const STATUSES = ['draft', 'published', 'postponed', 'cancelled'] as const;
export type EventStatus = (typeof STATUSES)[number];

/** The seats as lists show them; may be some seconds old. */
export interface SeatSummary {
  size: number;
  held: number;
  waiting: number;
  /** How many people are confirmed without a seat, because no seat is free for them. */
  unseated?: number;
  at: string;
}

/** An event as stored: `pk` = its id, `sk` = `event`. Its pools and blocks stand in the same partition. */
export interface Event extends Omit<EventInput, 'capacity' | 'pools' | 'leadBodyId' | 'coordinatingBodyIds'> {
  pk: string;
  sk: 'event';
  id: string;
  status: EventStatus;
  /** Key of the agenda index: what the public may see, and what not. `discarded`: is being removed. */
  shelf: 'public' | 'draft' | 'discarded';
  lead?: BodyRef;
  coordinating: BodyRef[];
  /** The name of the place's unit on that day. */
  placeName?: string;
  /** Rises when the event is published, postponed, resumed or cancelled: the occasion of notices. */
  turn: number;
  /** Rises when time or place change: the occasion of "changed" notices. */
  schedule: number;
  /** Rises when only the online link changes: told to people with a seat there, and to no others. */
  link?: number;
  /** When `turn` last rose: people who registered before are told of it; people who came later know. */
  turnAt?: string;
  /** When `schedule` last rose after the publication. */
  scheduleAt?: string;
  /** When `link` last rose. */
  linkAt?: string;
  /** Why it was postponed or cancelled, in the organizer's words. */
  reason?: string;
  /** Postponed without a new date: `startsAt` is still the old one. */
  undated?: boolean;
  /** The beginning before it was postponed or moved, for the notice that says so. */
  formerStartsAt?: string;
  /** Over how many partitions the registrations are spread; one holds 10 GB and 1,000 writes a second. */
  sections: number;
  seats: SeatSummary;
  /** Rises with every edit; an edit names the version that it read (optimistic lock). */
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** One shelf of seats open to somebody: everybody, whoever comes online, a unit, a body. */
export interface Pool {
  pk: string;
  sk: string;
  /** `open`, `online`, or the id of the unit or body whose quota it is. */
  pool: string;
  label?: string;
  /** When (ms) a quota was last asked for: its nomination is written after its seats. */
  asked?: number;
  /** Set (ms) while somebody may be waiting for it: nobody else then takes a seat directly. */
  wait?: number;
}

/** At most 25 seats of one pool: one small item, so that a claim costs one write unit. */
export interface Block {
  pk: string;
  sk: string;
  pool: string;
  size: number;
  count: number;
  /** Claims by id, with the second in which they were made. */
  held: Record<string, number>;
  /** The event is cancelled or postponed: no claim, no promotion. */
  stopped?: boolean;
}

export const BLOCK_SEATS = 25;

/** What the agenda index copies of an event beside its keys. */
const IN_LIST = [
  'id',
  'kind',
  'admission',
  'status',
  'title',
  'titleEn',
  'endsAt',
  'mode',
  'venue',
  'placeUnitId',
  'placeName',
  'registrationOpensAt',
  'registrationClosesAt',
  'contactName',
  'contactPhone',
  'seats',
  'taskId',
  'lead',
  'approval',
] as const;

/** An event as the agenda index holds it. */
export type EventInList = Pick<Event, 'shelf' | 'startsAt' | (typeof IN_LIST)[number]>;

export const eventsTable = table<Event | Pool | Block>({
  name: 'events',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    agenda: {
      pk: 'shelf',
      sk: 'startsAt',
      projection: IN_LIST,
    },
  },
  stream: true,
});
