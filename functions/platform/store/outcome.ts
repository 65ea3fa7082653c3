/**
 * What became of a write. A refusal is certain; a lost answer is not a refusal: the write may have
 * landed, may land later, or may never land. After `LostAnswer`, read before acting.
 */
export class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
}

/**
 * The answer to a conditional write. A refusal is a value: the condition was false and nothing was written.
 * `item` is what `returns` asked for; `found` is the stored item that made the condition false.
 */
export type Written<T> = { ok: true; item?: T } | { ok: false; found?: T };

/** DynamoDB says with these that nothing was written, so the same call may be sent again. */
const CERTAINLY_NOT_WRITTEN = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

/** Why a transaction was cancelled as a whole, so that nothing of it was written. */
const BUSY_REASONS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

export type Verdict = 'refused' | 'busy' | 'lost' | 'wrong';

const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;

/**
 * Sorts what a call threw. `lost` is only what is known to have failed on the network or in the service;
 * `wrong` is everything else: a refused request (validation, access) or one that was never sent, such as an item
 * that cannot be marshalled. After `wrong` nothing was written, and a retry cannot help.
 */
export const verdict = (error: unknown): Verdict => {
  if (error instanceof LostAnswer) return 'lost';
  const { name, CancellationReasons } = (error ?? {}) as {
    name?: string;
    CancellationReasons?: { Code?: string }[];
  };
  if (name === 'ConditionalCheckFailedException') return 'refused';
  if (name === 'TransactionCanceledException') {
    const codes = (CancellationReasons ?? []).map((r) => r.Code);
    if (codes.includes('ConditionalCheckFailed')) return 'refused';
    if (codes.some((c) => c && BUSY_REASONS.has(c))) return 'busy';
    return 'wrong';
  }
  if (name && CERTAINLY_NOT_WRITTEN.has(name)) return 'busy';
  return (statusOf(error) ?? 0) >= 500 ? 'lost' : 'wrong';
};

/**
 * For what failed after a request was handed to the network: without a readable answer that says 4xx or 5xx
 * (a time-out, a broken connection, an answer cut short) it is lost, whatever the error's name.
 */
export const afterSending = (error: unknown): unknown =>
  (statusOf(error) ?? 0) >= 400 ? error : new LostAnswer('no answer', { cause: error });
