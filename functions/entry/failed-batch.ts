import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

/** The object that Lambda writes for a batch that it gave up: its position in the stream, and the event. */
export interface FailedBatch {
  payload: string | DynamoDBStreamEvent;
}

/** The records to work on: of the stream, or of a failed batch that a person sends again from the bucket. */
export const recordsOf = (event: DynamoDBStreamEvent | FailedBatch): DynamoDBRecord[] => {
  if (!('payload' in event)) return event.Records;
  const { payload } = event;
  return (typeof payload === 'string' ? (JSON.parse(payload) as DynamoDBStreamEvent) : payload).Records;
};
