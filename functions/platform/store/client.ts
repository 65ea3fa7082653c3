import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { afterSending } from './outcome';

/** Longer than DynamoDB ever takes to answer: past it a call is lost. */
const TIMEOUT_MS = 5_000;

/**
 * A client that never repeats a call by itself: `Db` decides what may be repeated. It marks what fails between
 * sending and reading the answer; earlier failures (credentials, serialization) keep their own errors.
 */
export const dynamoClient = (config: DynamoDBClientConfig = {}, timeout = TIMEOUT_MS) => {
  const client = new DynamoDBClient({
    ...config,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: timeout,
      // Without it the handler warns of a hung call and goes on waiting.
      throwOnRequestTimeout: true,
      // An answer that stops half way.
      socketTimeout: timeout,
    },
  });
  // It copies the whole answer for a log that does not exist: a tenth of the processor time of a long list.
  client.middlewareStack.removeByTag('LOGGER');
  client.middlewareStack.add(
    (next) => (args) =>
      next(args).catch((error: unknown) => {
        throw afterSending(error);
      }),
    // The step around the network alone; before it the request is serialized and signed.
    { name: 'lostAnswers', step: 'deserialize', priority: 'high' },
  );
  return client;
};
