import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, AttributeValue as StreamValue } from 'aws-lambda';
import type { Event } from '../../events/event/event';
import { getEvent } from '../../events/event/get';
import { summarise } from '../../events/event/summarise';
import { countWaiting } from '../../events/registrations/count-waiting';
import { type ReadEvent, readMatter } from '../../notices/subject';
import { tell } from '../../notices/tell';
import { tellEverybody, tellNominees } from '../../notices/tell-all';
import { Problem } from '../../platform/problem/problem';
import { LostAnswer } from '../../platform/store/outcome';
import type { World } from '../../platform/world/world';
import { failedAgain } from './dead-letters';

export type Image = Record<string, unknown> & { pk: string; sk?: string };

/** A stream's record, unmarshalled. `table` is its name without the stage's prefix. */
export interface Read {
  table: string;
  before?: Image;
  after?: Image;
  sequence: string;
  at: number;
}

const image = (of?: Record<string, StreamValue>) =>
  of && (unmarshall(of as Record<string, AttributeValue>) as Image);

/** @throws where the record is none of ours: no table, no images */
export const readRecord = (world: World, record: DynamoDBRecord): Read => {
  const table = /:table\/([^/]+)\//.exec(record.eventSourceARN ?? '')?.[1];
  const { NewImage, OldImage, SequenceNumber, ApproximateCreationDateTime } = record.dynamodb ?? {};
  if (!table?.startsWith(world.settings.tablePrefix) || !SequenceNumber || !(NewImage || OldImage))
    throw new Error('not a record of a stream');
  return {
    table: table.slice(world.settings.tablePrefix.length),
    before: image(OldImage),
    after: image(NewImage),
    sequence: SequenceNumber,
    at: (ApproximateCreationDateTime ?? 0) * 1_000,
  };
};

/**
 * The streams' reader: writes what became due, sends nothing. Every record can come twice, late or in
 * another order: what is due is asked of the present state, and stands under its own key.
 * @returns the records to be read again; the others are done, or kept as poison
 */
export const onStream = async (
  world: World,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> => {
  const failures: string[] = [];
  const readEvent = once((id) => getEvent(world, id));
  const summaries = new Map<string, DynamoDBRecord>();
  for (let i = 0; i < records.length; i += AT_ONCE)
    await Promise.all(
      records.slice(i, i + AT_ONCE).map(async (record) => {
        const again = await guarded(world, record, () => onRecord(world, record, readEvent, summaries));
        if (again) failures.push(again);
      }),
    );
  // The seats that lists show, once for each event of the batch.
  for (const [eventId, record] of summaries) {
    const again = await guarded(world, record, () => summariseSeats(world, eventId));
    if (again) failures.push(again);
  }
  return { batchItemFailures: [...new Set(failures)].map((itemIdentifier) => ({ itemIdentifier })) };
};

const AT_ONCE = 8;

/** A thousand registrations of one batch ask for their event once: its own record follows if it changed. */
const once = (read: ReadEvent): ReadEvent => {
  const asked = new Map<string, Promise<Event>>();
  return (id) => {
    if (!asked.has(id)) asked.set(id, read(id));
    return asked.get(id)!;
  };
};

/** A record that fails is read again; one that fails every time is kept whole and let go. */
const guarded = async (
  world: World,
  record: DynamoDBRecord,
  act: () => Promise<void>,
): Promise<string | undefined> => {
  try {
    await act();
    return undefined;
  } catch (error) {
    const sequence = record.dynamodb?.SequenceNumber ?? '';
    // The tables are out of reach: that is no fault of the record's, and no reason to let it go.
    if (error instanceof LostAnswer) return sequence;
    const kept = await failedAgain(world, record, error);
    return kept ? undefined : sequence;
  }
};

/** What one record asks for. Alone, it is also how a poisoned one is tried again. */
export const onRecord = async (
  world: World,
  record: DynamoDBRecord,
  readEvent?: ReadEvent,
  summaries?: Map<string, DynamoDBRecord>,
): Promise<void> => {
  const { table, before, after } = readRecord(world, record);
  const seatsChanged = async (eventId: string) => {
    if (summaries) summaries.set(eventId, record);
    else await summariseSeats(world, eventId);
  };
  switch (table) {
    case 'events': {
      const one = after ?? before!;
      if (one.sk?.startsWith('block#')) return seatsChanged(one.pk);
      if (one.sk === 'event' && after && turned(before, after))
        await tellEverybody(world, await getEvent(world, one.pk));
      return;
    }
    case 'registrations': {
      if (!after || 'pointsTo' in after) return;
      await tellThing(world, after, readEvent);
      return seatsChanged(String(after.eventId));
    }
    case 'nominations':
      if (after?.sk !== 'nomination') return;
      await tellThing(world, after, readEvent);
      if (before && before.status !== after.status)
        await tellNominees(world, { id: after.pk, eventId: String(after.eventId) });
      return;
    case 'invitations':
      if (after?.sk === 'invitation') await tellThing(world, after, readEvent);
      return;
  }
};

/** Whether an event's change is one that people are told: its summary of seats is not. */
const turned = (before: Image | undefined, after: Image): boolean =>
  (['turn', 'schedule', 'link', 'status'] as const).some((name) => before?.[name] !== after[name]);

/** The record shows a thing as it was then; what is due is asked of it as it is now. */
const tellThing = async (world: World, after: Image, readEvent?: ReadEvent): Promise<void> => {
  const readAt = world.now();
  const matter = await readMatter(world, String(after.id), readEvent);
  if (matter) await tell(world, matter, readAt);
};

const summariseSeats = async (world: World, eventId: string): Promise<void> => {
  try {
    await summarise(world, eventId, await countWaiting(world, await getEvent(world, eventId)));
  } catch (error) {
    if (!(error instanceof Problem && error.kind === 'missing')) throw error;
  }
};
