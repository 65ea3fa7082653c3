import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { FailedStore } from './redrive';

/** Below it Lambda puts what failed. */
const PREFIX = 'aws/lambda/';

/** The batches that Lambda gave up on: its objects in a bucket. */
export const failedBatches = (s3: S3Client, bucket: string): FailedStore => ({
  async *each() {
    for (const { key } of await oldestFirst(s3, bucket)) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      yield {
        name: key,
        text: (await Body?.transformToString()) ?? '',
        remove: async () => void (await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))),
      };
    }
  },
});

const oldestFirst = async (s3: S3Client, bucket: string) => {
  const found: { key: string; at: number }[] = [];
  let token: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: PREFIX, ContinuationToken: token }),
    );
    for (const { Key, LastModified } of page.Contents ?? [])
      if (Key) found.push({ key: Key, at: LastModified?.getTime() ?? 0 });
    token = page.NextContinuationToken;
  } while (token);
  return found.sort((a, b) => a.at - b.at);
};

/** Longer than the function may take with one message. */
const HIDDEN_SECONDS = 120;

/** What waits in a queue. A message that is not removed can be received again at once after the run. */
export const failedMessages = (sqs: SQSClient, url: string): FailedStore => ({
  async *each() {
    const left: string[] = [];
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          MaxNumberOfMessages: 1,
          VisibilityTimeout: HIDDEN_SECONDS,
          WaitTimeSeconds: 1,
        }),
      );
      const [message] = Messages;
      if (!message?.ReceiptHandle) break;
      const ReceiptHandle = message.ReceiptHandle;
      let removed = false;
      yield {
        name: `message ${message.MessageId}`,
        text: message.Body ?? '',
        remove: async () => {
          await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
          removed = true;
        },
      };
      if (!removed) left.push(ReceiptHandle);
    }
    for (const ReceiptHandle of left)
      await sqs.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout: 0 }),
      );
  },
});
