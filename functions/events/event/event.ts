import * as z from 'zod';
import type { BodyRef } from '../../directory/bodies/body';
import { email, idOf, instantField, line, optional, phone, prose, webUrl } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { tooLong } from './days';

export const KINDS = ['training', 'forum', 'conference', 'contest'] as const;
export const ADMISSIONS = ['open', 'nomination', 'invitation'] as const;
export const MODES = ['in-person', 'online', 'both'] as const;
export const STATUSES = ['draft', 'published', 'postponed', 'cancelled'] as const;
export type Kind = (typeof KINDS)[number];
export type Admission = (typeof ADMISSIONS)[number];
export type Mode = (typeof MODES)[number];
export type EventStatus = (typeof STATUSES)[number];

const Session = z.object({
  startsAt: instantField,
  endsAt: instantField,
  topic: line(300),
  topicEn: optional(line(300)),
  speaker: optional(line(200)),
  room: optional(line(120)),
});
export type Session = z.output<typeof Session>;

/** A pool as an organizer asks for it; `seats` is its size, not what is left. */
export const PoolInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), seats: z.number().int().min(0).max(20_000) }),
  z.object({ kind: z.literal('online'), seats: z.number().int().min(0).max(20_000) }),
]);
export type PoolInput = z.output<typeof PoolInput>;

/** A pool as an edit names it: a quota is only taken along (`EventUpdate`). */
export type PoolSaid = PoolInput | { kind: 'quota'; seats: number };

/**
 * What an organizer fills in. Times are instants with an offset. `capacity` is short for one open
 * pool; the quota of a unit or body comes with its nomination (`createNomination`).
 */
export const EVENT_FIELDS = {
  kind: z.enum(KINDS),
  admission: z.enum(ADMISSIONS),
  /** Each registration waits for the organizer's yes. */
  approval: z.boolean().default(false),
  title: line(200),
  titleEn: optional(line(200)),
  summary: optional(prose(8_000)),
  summaryEn: optional(prose(8_000)),
  audience: optional(line(300)),
  sessions: z.array(Session).max(40).default([]),
  startsAt: instantField,
  endsAt: instantField,
  mode: z.enum(MODES).default('in-person'),
  venue: optional(line(200)),
  venueAddress: optional(line(300)),
  placeUnitId: optional(idOf('unt')),
  mapUrl: optional(webUrl),
  onlineUrl: optional(webUrl),
  registrationOpensAt: optional(instantField),
  registrationClosesAt: optional(instantField),
  leadBodyId: optional(idOf('bod')),
  coordinatingBodyIds: z.array(idOf('bod')).max(30).default([]),
  contactName: line(120),
  contactPhone: phone,
  contactEmail: optional(email),
  lunch: optional(line(300)),
  travel: optional(line(300)),
  bring: optional(line(300)),
  taskId: optional(idOf('tsk')),
  capacity: z.number().int().min(0).max(20_000).optional(),
  pools: z.array(PoolInput).max(2).optional(),
};

interface Ruled {
  startsAt: string;
  endsAt: string;
  sessions: readonly { startsAt: string; endsAt: string }[];
  registrationOpensAt?: string | undefined;
  registrationClosesAt?: string | undefined;
  mode: Mode;
  venue?: string | undefined;
  capacity?: number | undefined;
  pools?: readonly PoolSaid[] | undefined;
}

/** The rules over several fields. `capacity` beside `pools` is what they sum up to, or a contradiction. */
export const eventRules = (event: Ruled, context: z.RefinementCtx): void => {
  const complain = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  if (event.endsAt <= event.startsAt) complain(['endsAt'], 'ends-before-start');
  if (tooLong(event)) complain(['endsAt'], 'event-too-long');
  event.sessions.forEach((s, i) => {
    if (s.endsAt <= s.startsAt) complain(['sessions', i, 'endsAt'], 'ends-before-start');
    if (s.startsAt < event.startsAt || s.endsAt > event.endsAt)
      complain(['sessions', i, 'startsAt'], 'session-outside-event');
  });
  const { registrationOpensAt: opens, registrationClosesAt: closes } = event;
  if (opens && closes && closes <= opens) complain(['registrationClosesAt'], 'closes-before-opening');
  if (closes && closes > event.endsAt) complain(['registrationClosesAt'], 'closes-after-end');
  // Without a closing of its own, registration ends as the event begins.
  if (opens && !closes && opens >= event.startsAt) complain(['registrationOpensAt'], 'opens-after-start');
  if (event.mode !== 'online' && !event.venue) complain(['venue'], 'venue-required');
  const sum = event.pools?.reduce((seats, p) => seats + p.seats, 0);
  if (event.capacity !== undefined && sum !== undefined && event.capacity !== sum)
    complain(['capacity'], 'capacity-and-pools');
  const kinds = event.pools?.map((p) => p.kind).filter((kind) => kind !== 'quota') ?? [];
  if (new Set(kinds).size < kinds.length) complain(['pools'], 'pool-twice');
};

export const EventInput = z.strictObject(EVENT_FIELDS).superRefine(eventRules);
export type EventInput = z.output<typeof EventInput>;

const version = z.number().int().min(1);

/** New dates; what is left out moves along with the beginning. */
const dates = {
  startsAt: optional(instantField),
  endsAt: optional(instantField),
  registrationClosesAt: optional(instantField),
};
/** Why, in the organizer's words: everybody concerned is told them. */
const reason = prose(1_000).pipe(z.string().min(1, 'reason-required'));

export const PublicationInput = z.strictObject({ version: optional(version), ...dates });
export const PostponementInput = z.strictObject({ version: optional(version), reason, ...dates });
export const CancellationInput = z.strictObject({ version: optional(version), reason });
/** When the copy begins; else on the same weekday some weeks later. */
export const DuplicateInput = z.strictObject({ startsAt: optional(instantField) });
export type DuplicateInput = z.output<typeof DuplicateInput>;
/** `version` may be left out by who acts on the event whatever its latest edit says. */
export type PublicationInput = z.output<typeof PublicationInput>;
export type PostponementInput = z.output<typeof PostponementInput>;
export type CancellationInput = z.output<typeof CancellationInput>;

/** The seats as lists show them; trails the truth by seconds. */
export interface SeatSummary {
  size: number;
  held: number;
  waiting: number;
  /** How many are confirmed and have no seat, nor is there one to give them. */
  unseated?: number;
  at: string;
}

/** An event as stored: `pk` = its id, `sk` = `event`. Its pools and blocks stand in the same partition. */
export interface Event extends Omit<EventInput, 'capacity' | 'pools' | 'leadBodyId' | 'coordinatingBodyIds'> {
  pk: string;
  sk: 'event';
  id: string;
  status: EventStatus;
  /** Key of the agenda index: what the public may see, and what not. `discarded`: on its way out. */
  shelf: 'public' | 'draft' | 'discarded';
  lead?: BodyRef;
  coordinating: BodyRef[];
  /** The place's unit as it was named. */
  placeName?: string;
  /** Rises when the event is published, postponed, resumed or cancelled: the occasion of notices. */
  turn: number;
  /** Rises when time or place change: the occasion of "changed" notices. */
  schedule: number;
  /** Rises when the online link alone changes: told to those who hold a seat there, and to nobody else. */
  link?: number;
  /** When `turn` last rose: whoever registered before it is told of it, whoever came after knows. */
  turnAt?: string;
  /** When `schedule` last rose after the publication. */
  scheduleAt?: string;
  /** When `link` last rose. */
  linkAt?: string;
  /** Why it was postponed or cancelled, in the organizer's words. */
  reason?: string;
  /** Postponed, and nobody knows yet to when: `startsAt` is still the old one. */
  undated?: boolean;
  /** When it was to begin before it was postponed or moved, for the notice that says so. */
  formerStartsAt?: string;
  /** Into how many partitions the registrations are spread; one holds 10 GB and 1,000 writes a second. */
  sections: number;
  seats: SeatSummary;
  /** Rises with every edit; an edit names the version it read. */
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

export const eventsTable = table<Event | Pool | Block>({
  name: 'events',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    agenda: {
      pk: 'shelf',
      sk: 'startsAt',
      projection: [
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
      ],
    },
  },
  stream: true,
});

/** What the agenda index holds of an event. */
export type EventInList = Pick<
  Event,
  | 'id'
  | 'kind'
  | 'admission'
  | 'approval'
  | 'status'
  | 'shelf'
  | 'title'
  | 'titleEn'
  | 'startsAt'
  | 'endsAt'
  | 'mode'
  | 'venue'
  | 'placeUnitId'
  | 'placeName'
  | 'registrationOpensAt'
  | 'registrationClosesAt'
  | 'contactName'
  | 'contactPhone'
  | 'seats'
  | 'taskId'
  | 'lead'
>;
