import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { onAuditStream } from './audit/stream';
import { lambdaWorld } from './lambda-world';
import { as } from './world';

const world = as(lambdaWorld(), 'audit');

/** Lambda's entry: the tables' streams, as history. */
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  onAuditStream(world, event.Records);
