import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { onAuditStream } from '../background/streams/audit';
import { as } from '../platform/world/world';
import { type FailedBatch, recordsOf } from './failed-batch';
import { lambdaWorld } from './lambda-world';

const world = as(lambdaWorld(), 'audit');

/** Lambda's entry: writes the tables' streams as history. */
export const handler = (event: DynamoDBStreamEvent | FailedBatch): Promise<DynamoDBBatchResponse> =>
  onAuditStream(world, recordsOf(event));
