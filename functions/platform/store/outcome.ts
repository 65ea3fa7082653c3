/**
 * The store could not serve a call, and the same call may succeed later (503). Nothing was written, for certain:
 * each try was throttled, met a conflict, or found no connection. Only a `LostAnswer` leaves that open.
 */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable';
}

/**
 * A call was sent and no answer says what became of it. That is not a refusal: the write may have landed, may land
 * later, or may never land. Read before acting, and undo nothing.
 */
export class LostAnswer extends Unavailable {
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
 * Sorts what a call threw. `busy` is certainly not written and may be sent again. `lost` is only what is known to have failed on the network or in the service;
 * `wrong` is everything else: a refused request (validation, access) or one that was never sent, such as an item
 * that cannot be marshalled. After `wrong` nothing was written, and a retry cannot help.
 */
export const verdict = (error: unknown): Verdict => {
  if (error instanceof LostAnswer) return 'lost';
  if (error instanceof Unavailable) return 'busy';
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

/** No connection was made, so nothing was sent. */
const NO_CONNECTION = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * For what failed after a request was handed to the network: without a readable answer that says 4xx or 5xx
 * (a time-out, a broken connection, an answer cut short) it is lost, whatever the error's name; except where no
 * connection was made.
 */
export const afterSending = (error: unknown): unknown => {
  if ((statusOf(error) ?? 0) >= 400) return error;
  if (NO_CONNECTION.has((error as { code?: string } | undefined)?.code ?? ''))
    return new Unavailable('no connection', { cause: error });
  return new LostAnswer('no answer', { cause: error });
};
