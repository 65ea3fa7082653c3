import { parseArgs } from 'node:util';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { failedBatches, failedMessages } from './operate/failed-stores';
import { invokeWith } from './operate/invoke';
import { output, outputsOf } from './operate/outputs';
import { redriveAll } from './operate/redrive';
import { dataStack, REGION, stageName, systemStack } from './stages/stage';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { stage: text, region: text } });
const stage = stageName.parse(values.stage);
const region = values.region ?? REGION;

/** `npm run redrive -- --stage prod`: everything that failed once more, with the AWS credentials of the stage. */
const outputs = await outputsOf(systemStack(stage), region);
const data = await outputsOf(dataStack(stage), region);
const { done, left } = await redriveAll(
  [
    failedBatches(new S3Client({ region }), output(data, 'FailedBucket')),
    failedMessages(new SQSClient({ region }), output(outputs, 'UndeliveredQueue')),
  ],
  { invoke: invokeWith(new LambdaClient({ region })), feedback: output(outputs, 'FeedbackFunction') },
);
for (const { name, why } of left) process.stdout.write(`Left: ${name}: ${why}\n`);
process.stdout.write(`Done: ${done}. Left: ${left.length}.\n`);
if (left.length) process.exitCode = 1;
