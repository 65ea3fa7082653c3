import { isDeepStrictEqual } from 'node:util';
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { Checkpoints } from './checkpoints';
import { localAws } from './part';

/** A consumer of the streams, as Lambda calls it: it names the records that must be repeated. */
export type Consumer = (records: DynamoDBRecord[]) => Promise<DynamoDBBatchResponse>;

interface Shard {
  arn: string;
  id: string;
  iterator?: string;
}

const BATCH = 100;

/** AWS's sequence numbers have so many digits at least. The embedded ones begin with 1, and history sorts them as text. */
const DIGITS = 21;

/** DynamoDB's streams have no record of a write that changed nothing. The embedded ones do. */
const isChange = ({ dynamodb }: _Record): boolean =>
  !isDeepStrictEqual(dynamodb?.OldImage, dynamodb?.NewImage);

/** A record in the shape of a Lambda event; times are seconds there, and a `Date` in the SDK. */
const lambdaRecord = (record: _Record, arn: string): DynamoDBRecord =>
  ({
    ...record,
    eventSourceARN: arn,
    dynamodb: {
      ...record.dynamodb,
      SequenceNumber: record.dynamodb?.SequenceNumber?.padStart(DIGITS, '0'),
      ApproximateCreationDateTime: Math.floor(
        (record.dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1_000,
      ),
    },
  }) as DynamoDBRecord;

/**
 * Reads the tables' streams and calls the consumers as Lambda's event source mapping does: in the order
 * of each shard, again from the first record that one of them names, and no further until it is done.
 */
export const streamReader = (
  endpoint: string,
  arns: readonly string[],
  consumers: readonly Consumer[],
  checkpoints: Checkpoints,
) => {
  const client = new DynamoDBStreamsClient({ endpoint, ...localAws });
  const shards = new Map<string, Shard>();

  /** An embedded stream has a single shard, which never changes. */
  const findShards = async () => {
    for (const arn of arns) {
      const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
      for (const { ShardId } of StreamDescription?.Shards ?? [])
        if (ShardId && !shards.has(`${arn} ${ShardId}`))
          shards.set(`${arn} ${ShardId}`, { arn, id: ShardId });
    }
  };

  const iteratorOf = async (shard: Shard) => {
    const after = checkpoints.get(`${shard.arn} ${shard.id}`);
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: shard.arn,
        ShardId: shard.id,
        ...(after
          ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }
          : { ShardIteratorType: 'TRIM_HORIZON' }),
      }),
    );
    return ShardIterator;
  };

  const readShard = async (shard: Shard): Promise<number> => {
    shard.iterator ??= await iteratorOf(shard);
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator: shard.iterator, Limit: BATCH }),
    );
    if (Records.length) {
      const records = Records.filter(isChange).map((r) => lambdaRecord(r, shard.arn));
      const sequences = Records.map((r) => r.dynamodb!.SequenceNumber!);
      const answers = records.length ? await Promise.all(consumers.map((consume) => consume(records))) : [];
      const failed = new Set(answers.flatMap((a) => a.batchItemFailures.map((f) => f.itemIdentifier)));
      const first = sequences.findIndex((s) => failed.has(s.padStart(DIGITS, '0')));
      const done = first === -1 ? sequences.at(-1) : sequences[first - 1];
      if (done) checkpoints.set(`${shard.arn} ${shard.id}`, done);
      await checkpoints.save();
      if (first !== -1) {
        shard.iterator = undefined; // again from the checkpoint
        return first;
      }
    }
    shard.iterator = NextShardIterator;
    return Records.length;
  };

  return {
    /** Reads every shard once. @returns how many records were processed */
    read: async (): Promise<number> => {
      if (shards.size < arns.length) await findShards();
      let done = 0;
      for (const shard of shards.values()) {
        try {
          done += await readShard(shard);
        } catch (error) {
          shard.iterator = undefined;
          throw error;
        }
      }
      return done;
    },
    stop: () => client.destroy(),
  };
};
