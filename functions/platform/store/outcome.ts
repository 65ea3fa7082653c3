/**
 * What became of a write. A refusal is certain; a lost answer is not a refusal: the write may have
 * landed, may land later, or may never land. Whoever sees `LostAnswer` must read before acting.
 */
export class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
}

/** A condition was checked and found false. `found` is the item that stood there, when asked for. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly found?: Record<string, unknown>) {
    super('condition refused');
  }
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

/** Sorts what the SDK threw. `wrong` is our own mistake (validation, access): retrying cannot help. */
export const verdict = (error: unknown): Verdict => {
  const e = error as {
    name?: string;
    $metadata?: { httpStatusCode?: number };
    CancellationReasons?: { Code?: string }[];
  };
  if (e.name === 'ConditionalCheckFailedException') return 'refused';
  if (e.name === 'TransactionCanceledException') {
    const codes = (e.CancellationReasons ?? []).map((r) => r.Code);
    if (codes.includes('ConditionalCheckFailed')) return 'refused';
    if (codes.some((c) => c && BUSY_REASONS.has(c))) return 'busy';
    return 'wrong';
  }
  if (e.name && CERTAINLY_NOT_WRITTEN.has(e.name)) return 'busy';
  const status = e.$metadata?.httpStatusCode;
  if (status && status >= 400 && status < 500) return 'wrong';
  return 'lost';
};
