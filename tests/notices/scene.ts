import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, SNSEvent } from 'aws-lambda';
import { type Event, eventsTable } from '../../functions/events/event/event';
import { type Nomination, nominationsTable } from '../../functions/events/nominations/nomination';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import type { Delivery } from '../../functions/outbox/deliveries/delivery';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import type { Pacing } from '../../functions/outbox/sending/sender';
import { DAY, HOUR, iso } from '../../functions/platform/time/dates';
import { registrationId } from '../../functions/seats/ledger/ids';
import { MONDAY, type TestWorld } from '../support/world';

/** Does not sleep; remembers how long it would have. */
export const noSleep = (): Pacing & { pauses: number[] } => {
  const pauses: number[] = [];
  return { pauses, pause: async (ms) => void pauses.push(ms) };
};

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

/** SES's event publishing as SNS hands it to a function. */
export const snsEvent = (message: object | string): SNSEvent => ({
  Records: [
    {
      EventVersion: '1.0',
      EventSubscriptionArn: 'arn:aws:sns:ap-southeast-1:123456789012:feedback:1',
      EventSource: 'aws:sns',
      Sns: {
        SignatureVersion: '1',
        Timestamp: '2026-11-16T02:00:00.000Z',
        Signature: 'x',
        SigningCertUrl: 'https://sns.ap-southeast-1.amazonaws.com/cert.pem',
        MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
        Message: typeof message === 'string' ? message : JSON.stringify(message),
        MessageAttributes: {},
        Type: 'Notification',
        UnsubscribeUrl: 'https://sns.ap-southeast-1.amazonaws.com/',
        TopicArn: 'arn:aws:sns:ap-southeast-1:123456789012:feedback',
        Subject: 'Amazon SES Email Event Notification',
      },
    },
  ],
});

const ses = (eventType: string, d: Delivery, more: object) =>
  snsEvent({
    eventType,
    mail: {
      timestamp: '2026-11-16T02:00:00.000Z',
      source: 'Sở Tư pháp <stp@nhipcau.test>',
      sendingAccountId: '123456789012',
      messageId: '0100018d-ses',
      destination: [d.email],
      headersTruncated: false,
      tags: {
        'ses:configuration-set': ['nhip-cau'],
        'ses:caller-identity': ['mailer'],
        delivery: [d.id],
        template: [d.template],
      },
    },
    ...more,
  });

export const sendEvent = (d: Delivery) => ses('Send', d, { send: {} });
export const deliveryEvent = (d: Delivery) =>
  ses('Delivery', d, {
    delivery: { timestamp: '2026-11-16T02:00:05.000Z', recipients: [d.email], smtpResponse: '250 ok' },
  });
export const delayEvent = (d: Delivery) =>
  ses('DeliveryDelay', d, {
    deliveryDelay: {
      delayType: 'MailboxFull',
      delayedRecipients: [{ emailAddress: d.email, status: '4.2.2' }],
      timestamp: '2026-11-16T02:00:04.000Z',
    },
  });
export const bounceEvent = (d: Delivery, bounceType = 'Permanent') =>
  ses('Bounce', d, {
    bounce: {
      feedbackId: '0100018d-fb',
      bounceType,
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: d.email, action: 'failed', status: '5.1.1' }],
      timestamp: '2026-11-16T02:00:09.000Z',
      reportingMTA: 'dsn; a.amazonses.com',
    },
  });
export const complaintEvent = (d: Delivery) =>
  ses('Complaint', d, {
    complaint: {
      feedbackId: '0100018d-fc',
      complainedRecipients: [{ emailAddress: d.email }],
      timestamp: '2026-11-16T02:00:09.000Z',
      complaintFeedbackType: 'abuse',
    },
  });

/** Every delivery of one event. */
export const told = async (world: TestWorld, eventId: string): Promise<Delivery[]> =>
  world.db.all(noticesTable, { index: 'event', where: 'eventId = :e', values: { ':e': eventId } });

/** `Tập huấn` out of `=?UTF-8?B?…?=`, folded or not. */
export const subjectOf = (raw: string): string => {
  const header = /^Subject: ((?:.|\r?\n[ \t])*)/m.exec(raw)?.[1] ?? '';
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : Buffer.from(
            text
              .replace(/_/g, ' ')
              .replace(/=([0-9A-F]{2})/gi, (_m, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ).toString('utf8'),
    )
    .trim();
};

/** The plain text of a message, decoded. */
export const textOf = (raw: string): string => {
  const [, how = '', body = ''] =
    /Content-Type: text\/plain[\s\S]*?Content-Transfer-Encoding: ([\w-]+)[\s\S]*?\r?\n\r?\n([\s\S]*?)\r?\n--/.exec(
      raw,
    ) ?? [];
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return Buffer.from(
    body
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
};
