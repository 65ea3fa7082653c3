import * as z from 'zod';
import { type Event, type EventInList, type SeatSummary, STATUSES } from '../../events/event/event';
import { ADMISSIONS, KINDS, MODES } from '../../events/event/event-input';
import type { EventRoom } from '../../events/event/room';
import { QUESTIONS } from '../../events/person/person-fields';
import { questionsOf } from '../../events/person/questions';
import type { World } from '../../platform/world/world';
import { GUESTS } from '../../seats/ledger/queue';
import { isWaitedFor, seatsIn } from '../../seats/ledger/room';

const BodyRefView = z.object({ id: z.string(), name: z.string() });

const listed = {
  id: z.string(),
  eventId: z.string().describe('The same as `id`, by the name that paths give it'),
  url: z.string().describe('The public page'),
  kind: z.enum(KINDS),
  admission: z.enum(ADMISSIONS),
  approval: z.boolean(),
  status: z.enum(STATUSES),
  title: z.string(),
  titleEn: z.string().optional(),
  startsAt: z.string(),
  endsAt: z.string(),
  mode: z.enum(MODES),
  venue: z.string().optional(),
  placeUnitId: z.string().optional(),
  placeName: z.string().optional(),
  registrationOpensAt: z.string().optional(),
  registrationClosesAt: z.string().optional(),
  contactName: z.string(),
  contactPhone: z.string(),
  taskId: z.string().optional(),
  lead: BodyRefView.optional(),
  seats: z
    .object({ size: z.number(), held: z.number(), waiting: z.number(), at: z.string() })
    .describe('Trails the truth by seconds; `getEvent` answers the truth'),
  placesLeft: z.number(),
};

export const EventInListView = z.object(listed).meta({ id: 'EventInList' });

export const EventView = z
  .object({
    ...listed,
    leadBodyId: z.string().optional(),
    coordinatingBodyIds: z.array(z.string()),
    summary: z.string().optional().describe('Markdown'),
    summaryEn: z.string().optional(),
    audience: z.string().optional(),
    sessions: z.array(
      z.object({
        startsAt: z.string(),
        endsAt: z.string(),
        topic: z.string(),
        topicEn: z.string().optional(),
        speaker: z.string().optional(),
        room: z.string().optional(),
      }),
    ),
    venueAddress: z.string().optional(),
    mapUrl: z.string().optional(),
    onlineUrl: z.string().optional().describe('Told to staff only; registered people are mailed it'),
    contactEmail: z.string().optional(),
    coordinating: z.array(BodyRefView),
    lunch: z.string().optional(),
    travel: z.string().optional(),
    bring: z.string().optional(),
    questions: z
      .array(z.enum(QUESTIONS))
      .describe('What forms ask of a person beside name, phone and origin'),
    promotionHours: z
      .number()
      .optional()
      .describe(
        'From so many hours before the beginning a free seat is not given to the queue by itself; 18 where absent',
      ),
    reason: z.string().optional().describe('Why it was postponed or cancelled'),
    undated: z.boolean().describe('Postponed, and the new date is not known yet'),
    formerStartsAt: z.string().optional(),
    capacity: z.number().describe('All seats of all pools'),
    seatsForDelegates: z.number().describe('Seats beyond the number, added for delegates of invited bodies'),
    pools: z
      .array(
        z.object({
          kind: z.enum(['open', 'online', 'quota']).describe('As `pools` names it where seats are set'),
          pool: z.string().describe('`open`, `online`, or the unit or body whose quota it is'),
          label: z.string().optional(),
          seats: z.number(),
          held: z.number(),
          placesLeft: z.number(),
          waitedFor: z.boolean(),
        }),
      )
      .describe('The seats as they are at this moment'),
    version: z.number().describe('An edit names the version it read'),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Event' });

export const listView = (world: World, e: EventInList): z.output<typeof EventInListView> => ({
  id: e.id,
  eventId: e.id,
  url: world.links.event(e.id),
  kind: e.kind,
  admission: e.admission,
  approval: e.approval ?? false,
  status: e.status,
  title: e.title,
  titleEn: e.titleEn,
  startsAt: e.startsAt,
  endsAt: e.endsAt,
  mode: e.mode,
  venue: e.venue,
  placeUnitId: e.placeUnitId,
  placeName: e.placeName,
  registrationOpensAt: e.registrationOpensAt,
  registrationClosesAt: e.registrationClosesAt,
  contactName: e.contactName,
  contactPhone: e.contactPhone,
  taskId: e.taskId,
  lead: e.lead,
  seats: counted(e.seats),
  placesLeft: Math.max(0, e.seats.size - e.seats.held),
});

/** What is lost is the organizer's business: the console shows it. */
const counted = ({ size, held, waiting, at }: SeatSummary) => ({ size, held, waiting, at });

/** An event with its seats, counted now. @param staff sees the online link too */
export const eventView = (
  world: World,
  event: Event,
  room: EventRoom,
  staff: boolean,
): z.output<typeof EventView> => {
  const all = seatsIn(room);
  // Seats beyond the number come and go with their delegates: no edit sets them.
  const extra = seatsIn(room, GUESTS).size;
  return {
    ...listView(world, event),
    seats: { ...counted(event.seats), size: all.size, held: all.held },
    placesLeft: all.free,
    summary: event.summary,
    summaryEn: event.summaryEn,
    audience: event.audience,
    sessions: event.sessions,
    venueAddress: event.venueAddress,
    mapUrl: event.mapUrl,
    onlineUrl: staff ? event.onlineUrl : undefined,
    contactEmail: event.contactEmail,
    coordinating: event.coordinating,
    leadBodyId: event.lead?.id,
    coordinatingBodyIds: event.coordinating.map((b) => b.id),
    lunch: event.lunch,
    travel: event.travel,
    bring: event.bring,
    questions: questionsOf(event),
    reason: event.reason,
    undated: event.undated ?? false,
    formerStartsAt: event.formerStartsAt,
    promotionHours: event.promotionHours,
    capacity: all.size - extra,
    pools: room.pools.flatMap(({ pool, label }) => {
      if (pool === GUESTS) return [];
      const { size, held, free } = seatsIn(room, pool);
      const kind = pool === 'open' || pool === 'online' ? pool : ('quota' as const);
      const waitedFor = isWaitedFor(room, pool);
      return [{ kind, pool, label, seats: size, held, placesLeft: free, waitedFor }];
    }),
    seatsForDelegates: extra,
    version: event.version,
    createdAt: event.createdAt,
    updatedAt: event.updatedAt,
  };
};
