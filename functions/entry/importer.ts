import type { DynamoDBStreamEvent } from 'aws-lambda';
import { onImportStream } from '../background/streams/on-import';
import { as } from '../platform/world/world';
import { type FailedBatch, recordsOf } from './failed-batch';
import { lambdaWorld } from './lambda-world';

const world = as(lambdaWorld(), 'importer');
/** Lambda stops the function after a minute (`infra/constructs/streams.ts`). */
const WORKS = 40_000;
const LIVES = 70_000;

/** Lambda's entry: the stream of imports; carries them on, one portion at a time. */
export const handler = (event: DynamoDBStreamEvent | FailedBatch): Promise<void> =>
  onImportStream(world, recordsOf(event), { forMs: WORKS, lives: LIVES });
