import type { DynamoDBRecord } from 'aws-lambda';

/** What failed and lies somewhere until the cause is repaired: objects of a bucket, or messages of a queue. */
export interface FailedStore {
  /** Oldest first. */
  each(): AsyncIterable<{ name: string; text: string; remove(): Promise<void> }>;
}

/** Calls a function and waits. @throws where the function failed */
export type Invoke = (functionName: string, event: unknown) => Promise<unknown>;

export interface Redriven {
  done: number;
  /** They stay where they are. */
  left: { name: string; why: string }[];
}

/** Lambda takes 6 MB in one call. */
const LARGEST_CALL = 4_000_000;

/**
 * Sends everything that failed to its function once more, and removes what the function took. It may be stopped and
 * begun again: the functions take a record twice and late.
 * @param feedback the function that gets what SNS could not hand over
 */
export const redriveAll = async (
  stores: readonly FailedStore[],
  { invoke, feedback }: { invoke: Invoke; feedback: string },
): Promise<Redriven> => {
  const result: Redriven = { done: 0, left: [] };
  for (const store of stores)
    for await (const { name, text, remove } of store.each())
      try {
        await redriveOne(readFailed(text, feedback), invoke);
        await remove();
        result.done++;
      } catch (error) {
        result.left.push({ name, why: error instanceof Error ? error.message : String(error) });
      }
  return result;
};

interface Failed {
  functionName: string;
  records: unknown[];
}

/**
 * The forms in which Lambda and SNS keep what failed: a batch of a stream (`payload`), an asynchronous call
 * (`requestPayload`), a message of SNS.
 */
export const readFailed = (text: string, feedback: string): Failed => {
  const failed = JSON.parse(text) as {
    requestContext?: { functionArn?: string };
    payload?: string | { Records?: unknown[] };
    requestPayload?: { Records?: unknown[] };
    Type?: string;
    Message?: string;
  };
  if (failed.Type === 'Notification' && failed.Message !== undefined)
    return { functionName: feedback, records: [{ EventSource: 'aws:sns', Sns: failed }] };
  const { payload = failed.requestPayload } = failed;
  const event = typeof payload === 'string' ? (JSON.parse(payload) as { Records?: unknown[] }) : payload;
  const functionName = failed.requestContext?.functionArn;
  if (!functionName || !event?.Records) throw new Error('not a failed call of a function of this system');
  return { functionName, records: event.Records };
};

const redriveOne = async ({ functionName, records }: Failed, invoke: Invoke): Promise<void> => {
  for (const Records of portions(records)) {
    const answer = (await invoke(functionName, { Records })) as {
      batchItemFailures?: { itemIdentifier: string }[];
    } | null;
    const failures = answer?.batchItemFailures?.length ?? 0;
    if (failures) throw new Error(`${failures} of ${Records.length} records failed again`);
  }
};

/** In their order, each portion small enough for one call. */
const portions = (records: readonly unknown[]): DynamoDBRecord[][] => {
  const made: DynamoDBRecord[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const record of records as DynamoDBRecord[]) {
    const length = Buffer.byteLength(JSON.stringify(record));
    if (size + length > LARGEST_CALL) {
      made.push([]);
      size = 0;
    }
    made.at(-1)!.push(record);
    size += length;
  }
  return made;
};
