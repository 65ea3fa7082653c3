import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

/** What Lambda puts into the bucket of failed records: where the batch stood, and the event itself. */
export interface FailedBatch {
  payload: string | DynamoDBStreamEvent;
}

/**
 * The records to work on: of the stream, or of a batch that Lambda gave up on and somebody sends through
 * again as it lies in the bucket.
 */
export const recordsOf = (event: DynamoDBStreamEvent | FailedBatch): DynamoDBRecord[] => {
  if (!('payload' in event)) return event.Records;
  const { payload } = event;
  return (typeof payload === 'string' ? (JSON.parse(payload) as DynamoDBStreamEvent) : payload).Records;
};
