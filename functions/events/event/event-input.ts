import * as z from 'zod';
import { email, idOf, instantField, line, optional, phone, prose, webUrl } from '../../platform/input/fields';
import { QUESTIONS, USUAL_QUESTIONS } from '../person/person-fields';
import { tooLong } from './days';

export const KINDS = ['training', 'forum', 'conference', 'contest'] as const;
export const ADMISSIONS = ['open', 'nomination', 'invitation'] as const;
export const MODES = ['in-person', 'online', 'both'] as const;
export type Kind = (typeof KINDS)[number];
export type Admission = (typeof ADMISSIONS)[number];
export type Mode = (typeof MODES)[number];

const Session = z.object({
  startsAt: instantField,
  endsAt: instantField,
  topic: line(300),
  topicEn: optional(line(300)),
  speaker: optional(line(200)),
  room: optional(line(120)),
});
export type Session = z.output<typeof Session>;

/** A pool as an organizer asks for it; `seats` is its size, not how many are left. */
export const PoolInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), seats: z.number().int().min(0).max(20_000) }),
  z.object({ kind: z.literal('online'), seats: z.number().int().min(0).max(20_000) }),
]);
export type PoolInput = z.output<typeof PoolInput>;

/** A pool in an edit. A quota may be sent back as it was read, but an edit does not change it (`EventUpdate`). */
export type PoolOrQuota = PoolInput | { kind: 'quota'; seats: number };

/**
 * What an organizer fills in. Times are instants with an offset. `capacity` is short for one open
 * pool; the quota of a unit or body comes with its nomination (`createNomination`).
 */
export const EVENT_FIELDS = {
  kind: z.enum(KINDS),
  admission: z.enum(ADMISSIONS),
  /** Each registration waits until the organizer approves it. */
  approval: z.boolean().default(false),
  title: line(200),
  titleEn: optional(line(200)),
  summary: optional(prose(8_000)),
  summaryEn: optional(prose(8_000)),
  audience: optional(line(300)),
  /** What forms ask of a person beside name, phone and origin. */
  questions: z
    .array(z.enum(QUESTIONS))
    .max(QUESTIONS.length)
    .default([...USUAL_QUESTIONS]),
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
  /** From so many hours before the beginning a free seat is not given to the queue by itself; see `lateFrom`. */
  promotionHours: z.number().int().min(0).max(240).optional(),
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

interface CheckedFields {
  startsAt: string;
  endsAt: string;
  sessions: readonly { startsAt: string; endsAt: string }[];
  registrationOpensAt?: string | undefined;
  registrationClosesAt?: string | undefined;
  mode: Mode;
  venue?: string | undefined;
  capacity?: number | undefined;
  pools?: readonly PoolOrQuota[] | undefined;
}

/** The rules over several fields. `capacity` beside `pools` must be their sum; anything else is a contradiction. */
export const eventRules = (event: CheckedFields, context: z.RefinementCtx): void => {
  const report = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  if (event.endsAt <= event.startsAt) report(['endsAt'], 'ends-before-start');
  if (tooLong(event)) report(['endsAt'], 'event-too-long');
  event.sessions.forEach((s, i) => {
    if (s.endsAt <= s.startsAt) report(['sessions', i, 'endsAt'], 'ends-before-start');
    if (s.startsAt < event.startsAt || s.endsAt > event.endsAt)
      report(['sessions', i, 'startsAt'], 'session-outside-event');
  });
  const { registrationOpensAt: opens, registrationClosesAt: closes } = event;
  if (opens && closes && closes <= opens) report(['registrationClosesAt'], 'closes-before-opening');
  if (closes && closes > event.endsAt) report(['registrationClosesAt'], 'closes-after-end');
  // Without a closing time of its own, registration ends when the event begins.
  if (opens && !closes && opens >= event.startsAt) report(['registrationOpensAt'], 'opens-after-start');
  if (event.mode !== 'online' && !event.venue) report(['venue'], 'venue-required');
  const sum = event.pools?.reduce((seats, p) => seats + p.seats, 0);
  if (event.capacity !== undefined && sum !== undefined && event.capacity !== sum)
    report(['capacity'], 'capacity-and-pools');
  const kinds = event.pools?.map((p) => p.kind).filter((kind) => kind !== 'quota') ?? [];
  if (new Set(kinds).size < kinds.length) report(['pools'], 'pool-twice');
};

export const EventInput = z.strictObject(EVENT_FIELDS).superRefine(eventRules);
export type EventInput = z.output<typeof EventInput>;
