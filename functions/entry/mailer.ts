import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { onStream } from '../background/streams/on-change';
import { deliver } from '../notices/deliver';
import { as } from '../platform/world/world';
import { type FailedBatch, recordsOf } from './failed-batch';
import { lambdaWorld } from './lambda-world';

const world = as(lambdaWorld(), 'mailer');
/** The stream waits while this function sends, so sending is short; the clock sends the rest. */
const SENDING = 20_000;

/** Lambda's entry: the streams of the tables that people are told about; creates deliveries and sends. */
export const handler = async (event: DynamoDBStreamEvent | FailedBatch): Promise<DynamoDBBatchResponse> => {
  const answer = await onStream(world, recordsOf(event));
  try {
    const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    await deliver(world, { pause, until: world.now() + SENDING });
  } catch (error) {
    world.log({ what: 'deliver-failed', level: 'error', name: error instanceof Error ? error.name : '' });
  }
  return answer;
};
