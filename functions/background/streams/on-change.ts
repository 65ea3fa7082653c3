import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { Event } from '../../events/event/event';
import { getEvent } from '../../events/event/get';
import { workOnBroadcast } from '../../notices/broadcasts/work';
import { createDueDeliveries } from '../../notices/due-deliveries';
import { createDueDeliveriesOfNominees } from '../../notices/due-deliveries-of-event';
import { type ReadEvent, readSubject } from '../../notices/read-subject';
import { beginSweep } from '../../notices/sweep/resume';
import { ASKED, askedRegistration } from '../../participation/ask-link';
import { linkMediator, linkRegistration } from '../../participation/link';
import { Unavailable } from '../../platform/store/outcome';
import type { World } from '../../platform/world/world';
import { pointIdOf } from '../../points/point';
import { RECOMMENDATION } from '../../recommendations/recommendation';
import { SUPPORT, supportIdOf } from '../../support/request';
import { countFailure, measureFailures } from './dead-letters';
import { type Image, readRecord } from './record';
import { summariseSeats } from './summarise-seats';

const CONCURRENT = 8;

/**
 * The stream reader that creates deliveries; it sends nothing. A record can come twice, late or in another
 * order: what is due follows from the present state, and each delivery has its own key.
 * @returns the records to be read again; the others are done or kept as dead letters
 */
export const onStream = async (
  world: World,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> => {
  const failures = new Set<string>();
  const work = async (record: DynamoDBRecord, act: () => Promise<void>) => {
    if (!(await isDone(world, record, act))) failures.add(record.dynamodb?.SequenceNumber ?? '');
  };
  const readEvent = once((id) => getEvent(world, id));
  const summaries = new Map<string, DynamoDBRecord>();
  const broadcasts = new Map<string, DynamoDBRecord>();
  for (let i = 0; i < records.length; i += CONCURRENT)
    await Promise.all(
      records.slice(i, i + CONCURRENT).map((record) => {
        const seatsChanged = async (eventId: string) => void summaries.set(eventId, record);
        const broadcastWaits = async (id: string) => void broadcasts.set(id, record);
        return work(record, () => onRecord(world, record, { readEvent, seatsChanged, broadcastWaits }));
      }),
    );
  // The seats that lists show, once for each event of the batch.
  for (const [eventId, record] of summaries) await work(record, () => summariseSeats(world, eventId));
  // A part of each message to a group: how far it is says another record.
  for (const [id, record] of broadcasts) await work(record, () => workOnBroadcast(world, id));
  measureFailures(world, failures.size);
  return { batchItemFailures: [...failures].map((itemIdentifier) => ({ itemIdentifier })) };
};

/** The registrations of one batch read their event once: if it changed, its own record follows. */
const once = (read: ReadEvent): ReadEvent => {
  const asked = new Map<string, Promise<Event>>();
  return (id) => {
    if (!asked.has(id)) asked.set(id, read(id));
    return asked.get(id)!;
  };
};

/** A record that fails is read again; one that fails every time is kept as a dead letter. */
const isDone = async (world: World, record: DynamoDBRecord, act: () => Promise<void>): Promise<boolean> => {
  try {
    await act();
    return true;
  } catch (error) {
    // The tables cannot be reached: the record is not at fault, so it does not count as a failure of it.
    if (error instanceof Unavailable) return false;
    return countFailure(world, record, error);
  }
};

interface Batch {
  readEvent?: ReadEvent;
  seatsChanged(eventId: string): Promise<void>;
  broadcastWaits(id: string): Promise<void>;
}

/** What one record asks for. Without a batch it is worked on alone, as a dead letter is. */
export const onRecord = async (
  world: World,
  record: DynamoDBRecord,
  { readEvent, seatsChanged, broadcastWaits }: Batch = {
    seatsChanged: (eventId) => summariseSeats(world, eventId),
    broadcastWaits: (id) => workOnBroadcast(world, id),
  },
): Promise<void> => {
  const { table, before, after } = readRecord(world, record);
  switch (table) {
    case 'events': {
      const one = after ?? before!;
      if (one.sk?.startsWith('block#')) return seatsChanged(one.pk);
      if (one.sk === 'event' && after && concernsPeople(before, after))
        await beginSweep(world, await getEvent(world, one.pk));
      return;
    }
    case 'registrations': {
      if (!after || 'pointsTo' in after) return;
      await createFor(world, after, readEvent);
      if (concernsRegister(before, after)) await linkRegistration(world, String(after.id), readEvent);
      return seatsChanged(String(after.eventId));
    }
    case 'register':
      if (after?.sk === ASKED) await linkRegistration(world, askedRegistration(after.pk), readEvent);
      if (after?.sk === 'mediator' && hasOtherName(before, after)) await linkMediator(world, after.pk);
      return;
    case 'nominations':
      if (after?.sk !== 'nomination') return;
      await createFor(world, after, readEvent);
      if (before && before.status !== after.status)
        await createDueDeliveriesOfNominees(world, { id: after.pk, eventId: String(after.eventId) });
      return;
    case 'invitations':
      if (after?.sk === 'invitation') await createFor(world, after, readEvent);
      return;
    case 'inquiries':
      if (after?.sk === 'inquiry') await createFor(world, after, readEvent);
      // The mediator who asked is told the answer, and what came of it.
      if (after?.sk === 'inquiry' && after.kind === SUPPORT && after.answer)
        await createFor(world, { ...after, id: supportIdOf(after.pk) }, readEvent);
      if (after?.sk === 'support' && after.closedAt) await createFor(world, after, readEvent);
      // The person who raised a point is told the decision, and what the body answered.
      if (after?.sk === 'point' && after.outcome) await createFor(world, after, readEvent);
      if (after?.sk === 'inquiry' && after.kind === RECOMMENDATION && after.answer)
        await createFor(world, { ...after, id: pointIdOf(after.pk) }, readEvent);
      return;
    case 'broadcasts':
      if (after?.sk === 'broadcast' && after.state === 'running') await broadcastWaits(after.pk);
      return;
  }
};

/** Whether people are told of an event's change; they are not told of its summary of seats. */
const concernsPeople = (before: Image | undefined, after: Image): boolean =>
  (['turn', 'schedule', 'link', 'status'] as const).some((name) => before?.[name] !== after[name]);

const hasOtherName = (before: Image | undefined, after: Image): boolean =>
  (['fullName', 'phone', 'phoneKey', 'teamId'] as const).some((name) => before?.[name] !== after[name]);

/** Whether a registration may be another mediator's than before, or the person was seen. */
const concernsRegister = (before: Image | undefined, after: Image): boolean =>
  hasOtherName(before, after) ||
  before?.unitId !== after.unitId ||
  JSON.stringify(before?.came ?? {}) !== JSON.stringify(after.came ?? {});

/** The record shows a thing as it was then; what is due follows from the thing as it is now. */
const createFor = async (world: World, after: Image, readEvent?: ReadEvent): Promise<void> => {
  const readAt = world.now();
  const subject = await readSubject(world, String(after.id), readEvent);
  if (subject) await createDueDeliveries(world, subject, readAt);
};
