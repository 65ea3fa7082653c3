import type { BodyRef } from '../../directory/bodies/body';
import { table } from '../../platform/store/table';
import { seatsSpec } from '../../seats/tables/seat-tables';
import type { EventInput } from './event-input';

/** A network from which many registered on one day: a trace for the organizer. */
export interface Crowd {
  /** As its registrations bear it (`network`). */
  label: string;
  n: number;
  at: string;
}

export const STATUSES = ['draft', 'published', 'postponed', 'cancelled'] as const;
export type EventStatus = (typeof STATUSES)[number];

/** An event of so many people or more is large: lists of them read its roll. A smaller one is one call. */
export const LARGE = 1_000;

/** The seats as lists show them; may be some seconds old. */
export interface SeatSummary {
  size: number;
  held: number;
  waiting: number;
  /** How many people are confirmed without a seat, because no seat is free for them. */
  unseated?: number;
  /** How many people are registered, in whatever state; kept of large events. */
  people?: number;
  at: string;
}

/** Of the input, what is stored as pools and blocks, or as references to bodies. */
type KeptOtherwise = 'capacity' | 'pools' | 'leadBodyId' | 'coordinatingBodyIds';

/** An event as stored: `pk` = its id, `sk` = `event`. Its pools and blocks stand in the same partition. */
export interface Event extends Omit<EventInput, KeptOtherwise> {
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
  /** Why it was postponed, moved or cancelled, in the organizer's words. */
  reason?: string;
  /** Postponed without a new date: `startsAt` is still the old one. */
  undated?: boolean;
  /** The beginning before it was postponed or moved, for the notice that says so. */
  formerStartsAt?: string;
  /** When the beginning last changed after the publication: people who came later do not know the former one. */
  movedAt?: string;
  /** Over how many partitions the registrations are spread; one holds 10 GB and 1,000 writes a second. */
  sections: number;
  seats: SeatSummary;
  /** The last network from which many registered on one day, until the organizer has looked. */
  crowd?: Crowd;
  /** Rises with every edit; an edit names the version that it read (optimistic lock). */
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/**
 * What an event has. An attribute that is missing here does not compile. The names are written out: the schemas of the
 * form would bring their library to every page.
 */
const STORED: Record<keyof Event, true> = {
  kind: true,
  admission: true,
  approval: true,
  title: true,
  titleEn: true,
  summary: true,
  summaryEn: true,
  audience: true,
  questions: true,
  sessions: true,
  startsAt: true,
  endsAt: true,
  mode: true,
  venue: true,
  venueAddress: true,
  placeUnitId: true,
  mapUrl: true,
  onlineUrl: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
  promotionHours: true,
  contactName: true,
  contactPhone: true,
  contactEmail: true,
  lunch: true,
  travel: true,
  bring: true,
  taskId: true,
  pk: true,
  sk: true,
  id: true,
  status: true,
  shelf: true,
  lead: true,
  coordinating: true,
  placeName: true,
  turn: true,
  schedule: true,
  link: true,
  turnAt: true,
  scheduleAt: true,
  linkAt: true,
  reason: true,
  undated: true,
  formerStartsAt: true,
  movedAt: true,
  sections: true,
  seats: true,
  crowd: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  by: true,
};
/** Every attribute of a stored event. */
export const EVENT_ATTRIBUTES: readonly string[] = Object.keys(STORED);

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
  'crowd',
  'taskId',
  'lead',
  'approval',
] as const;

/** An event as the agenda index holds it. */
export type EventInList = Pick<Event, 'shelf' | 'startsAt' | (typeof IN_LIST)[number]>;

export const eventsTable = table<Event>({
  ...seatsSpec,
  globals: { agenda: { pk: 'shelf', sk: 'startsAt', projection: IN_LIST } },
});

/** The same table as the agenda index shows it. */
export const agendaItems = table<EventInList>(eventsTable);
