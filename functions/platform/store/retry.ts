import pLimit from 'p-limit';
import { Unavailable, type Verdict, verdict } from './outcome';

/**
 * Fewer calls at once than the client has sockets (50); the others wait in order. On one machine a single
 * process may serve a thousand people in a moment, and a call that waits for a socket must not time out
 * like one whose answer was lost.
 */
const through = pLimit(45);
const TRIES = 5;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A random pause, longer after each attempt: exponential backoff with full jitter. */
const backOff = (attempt: number) => pause(Math.random() * 25 * 2 ** attempt);

/**
 * Paces the calls of a batch: a busy table answers, and leaves a part of the batch over.
 * @returns asked after each call with how many are left over
 * @throws Unavailable where each of five calls in a row left some over
 */
export const paceBatch = (what: string) => {
  let inARow = 0;
  return async (over: number): Promise<void> => {
    inARow = over ? inARow + 1 : 0;
    if (inARow >= TRIES) throw new Unavailable(what);
    if (over) await backOff(inARow);
  };
};

/** Repeats a call while its failure is of a kind that may be repeated. */
export const retrying = async <O>(send: () => Promise<O>, again: (v: Verdict) => boolean): Promise<O> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await through(send);
    } catch (error) {
      if (attempt >= TRIES || !again(verdict(error))) throw error;
      await backOff(attempt);
    }
  }
};
