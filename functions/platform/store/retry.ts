import pLimit from 'p-limit';
import { type Verdict, verdict } from './outcome';

/**
 * Fewer calls at once than the client has sockets (50); the others wait in order. On one machine a single
 * process may serve a thousand people in a moment, and a call that waits for a socket must not time out
 * like one whose answer was lost.
 */
const through = pLimit(45);
const TRIES = 5;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Repeats a call while its failure is of a kind that may be repeated: exponential backoff with full jitter. */
export const retrying = async <O>(send: () => Promise<O>, again: (v: Verdict) => boolean): Promise<O> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await through(send);
    } catch (error) {
      if (attempt >= TRIES || !again(verdict(error))) throw error;
      await pause(Math.random() * 25 * 2 ** attempt);
    }
  }
};
