import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, AttributeValue as StreamValue } from 'aws-lambda';
import type { World } from '../../platform/world/world';

export type Image = Record<string, unknown> & { pk: string; sk?: string };

/** A stream's record, unmarshalled. `table` is its name without the stage's prefix. */
export interface StreamRecord {
  table: string;
  before?: Image | undefined;
  after?: Image | undefined;
  sequence: string;
  /** Milliseconds; a stream knows the second. */
  at: number;
}

const image = (of?: Record<string, StreamValue>) =>
  of && (unmarshall(of as Record<string, AttributeValue>) as Image);

/** The table's whole name, from the stream's ARN. */
export const tableNameOf = (record: DynamoDBRecord): string | undefined =>
  /:table\/([^/]+)\//.exec(record.eventSourceARN ?? '')?.[1];

/** @throws Error where it is not a record of this system's streams: another table, or no images */
export const readRecord = ({ settings }: World, record: DynamoDBRecord): StreamRecord => {
  const table = tableNameOf(record);
  const { NewImage, OldImage, SequenceNumber, ApproximateCreationDateTime } = record.dynamodb ?? {};
  if (!table?.startsWith(settings.tablePrefix) || !SequenceNumber || !(NewImage || OldImage))
    throw new Error('not a record of a stream');
  return {
    table: table.slice(settings.tablePrefix.length),
    before: image(OldImage),
    after: image(NewImage),
    sequence: SequenceNumber,
    at: (ApproximateCreationDateTime ?? 0) * 1_000,
  };
};
