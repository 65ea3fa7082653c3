import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, inject } from 'vitest';
import type { FunctionName } from '../../infra/build/functions';
import { openCheckpoints } from '../../infra/local/parts/checkpoints';
import { streamReader } from '../../infra/local/parts/streams';
import { enableStreams } from '../../infra/local/parts/tables';
import { builtFunction } from '../support/built/load';
import type { TestWorld } from '../support/world';

type StreamHandler = (event: object) => Promise<DynamoDBBatchResponse | undefined>;

/** A built function that is called with stream events. */
export const streamFunction = (world: TestWorld, name: FunctionName): StreamHandler =>
  builtFunction(world, name);

/** The event of a batch. */
export const batch = (...Records: DynamoDBRecord[]) => ({ Records });
/** What a function answers that wants these records again. */
export const again = (...records: DynamoDBRecord[]) => ({
  batchItemFailures: records.map((record) => ({ itemIdentifier: record.dynamodb!.SequenceNumber! })),
});

/**
 * The streams of a world's tables, read by a built function as Lambda's event source mapping reads them: in order, and
 * again from the first record that the function names.
 */
export const useStreams = (world: TestWorld, name: FunctionName, tables: readonly string[]) => {
  /** What the function was called with. */
  const read: DynamoDBRecord[] = [];
  let reader: ReturnType<typeof streamReader>;
  beforeAll(async () => {
    const arns = await enableStreams(inject('dynamo'), world.settings.tablePrefix);
    const call = streamFunction(world, name);
    const consume = async (records: DynamoDBRecord[]) => {
      read.push(...records);
      return (await call(batch(...records))) ?? { batchItemFailures: [] };
    };
    const checkpoints = await openCheckpoints();
    reader = streamReader(
      inject('dynamo'),
      tables.map((table) => arns[table]!),
      [consume],
      checkpoints,
    );
  });
  afterAll(() => reader.stop());
  return {
    read,
    /** Reads until no record is left, or the function fails. */
    toEnd: async (): Promise<void> => {
      while (await reader.read());
    },
  };
};
