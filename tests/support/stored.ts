import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { type Event, eventsTable } from '../../functions/events/event/event';
import { type Nomination, nominationsTable } from '../../functions/events/nominations/nomination';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { DAY, HOUR, iso } from '../../functions/platform/time/dates';
import { registrationId } from '../../functions/seats/ledger/ids';
import { MONDAY, type TestWorld } from './world';

/** An event as its table holds it, for tests of what reads a change: any state, without the way to it. */
export const anEvent = (id: string, more: Partial<Event> = {}): Event =>
  ({
    pk: id,
    sk: 'event',
    id,
    kind: 'training',
    admission: 'open',
    approval: false,
    title: 'Tập huấn hòa giải viên',
    sessions: [],
    startsAt: iso(MONDAY + 10 * DAY),
    endsAt: iso(MONDAY + 10 * DAY + 4 * HOUR),
    mode: 'in-person',
    venue: 'Hội trường UBND huyện Gò Quao',
    contactName: 'Trần Thị Mẫu',
    contactPhone: '0912345678',
    contactEmail: 'ha@nhipcau.test',
    status: 'published',
    shelf: 'public',
    coordinating: [],
    turn: 1,
    turnAt: iso(MONDAY - DAY),
    schedule: 0,
    sections: 1,
    seats: { size: 0, held: 0, waiting: 0, at: iso(MONDAY - DAY) },
    version: 1,
    createdAt: iso(MONDAY - 2 * DAY),
    updatedAt: iso(MONDAY - DAY),
    ...more,
  }) as Event;

export const aRegistration = (eventId: string, key: string, more: Partial<Registration> = {}): Registration =>
  ({
    pk: `${eventId}#0`,
    sk: key,
    id: registrationId(eventId, 0, key),
    eventId,
    status: 'confirmed',
    how: 'direct',
    turn: 1,
    fullName: 'Danh Thị Mẫu',
    phone: '0987654321',
    pools: ['open'],
    code: '472915608',
    basis: 'person',
    channel: 'web',
    version: 1,
    createdAt: iso(MONDAY - HOUR),
    updatedAt: iso(MONDAY - HOUR),
    ...more,
  }) as Registration;

/** A person whom the organizer wrote down from a list: nothing was shown to them. */
export const onAList = { channel: 'list', how: 'organizer' } as const;

export const keepEvent = (world: TestWorld, event: Event) => world.db.put(eventsTable, event);
export const keep = (world: TestWorld, registration: Registration) =>
  world.db.put(registrationsTable, registration);
export const keepNomination = (
  world: TestWorld,
  nomination: Pick<Nomination, 'id' | 'eventId' | 'name'> & Partial<Nomination>,
) => world.db.put(nominationsTable, { pk: nomination.id, sk: 'nomination', ...nomination } as Nomination);

let sequence = 100_000;

/** A record as Lambda gets it from a DynamoDB stream with new and old images. */
export const streamRecord = (
  world: TestWorld,
  table: string,
  after: object | undefined,
  before?: object,
): DynamoDBRecord => {
  const image = (of: object) => marshall(of, { removeUndefinedValues: true }) as never;
  const one = (after ?? before) as { pk: string; sk: string };
  sequence += 1;
  return {
    eventID: `c4ca4238a0b923820dcc509a6f75849${sequence}`,
    eventName: after ? (before ? 'MODIFY' : 'INSERT') : 'REMOVE',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'ap-southeast-1',
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(world.now() / 1_000),
      Keys: image({ pk: one.pk, sk: one.sk }),
      ...(after && { NewImage: image(after) }),
      ...(before && { OldImage: image(before) }),
      SequenceNumber: `4421584500000000017450${sequence}`,
      SizeBytes: 500,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: `arn:aws:dynamodb:ap-southeast-1:123456789012:table/${world.settings.tablePrefix}${table}/stream/2026-11-16T02:00:00.000`,
  };
};
