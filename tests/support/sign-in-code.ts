import { expect } from 'vitest';
import type { TestWorld } from './world';

/** The code in a mail for signing in, as it stands there: `7K3M-Q2XP`. */
export const signInCodeIn = (raw: string): string =>
  /\b([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})\b/.exec(raw.replace(/=\r?\n/g, ''))![1]!;

/**
 * Asks for a code and waits for its mail. Where the limits of requests are on, an answer comes after a fixed time, and on
 * a busy machine the mail goes later.
 * @param ask asks for a code, e.g. `startSignIn`
 */
export const mailedCode = async <T>(
  { sent }: Pick<TestWorld, 'sent'>,
  ask: () => Promise<T>,
): Promise<{ asked: T; code: string }> => {
  const before = sent.length;
  const asked = await ask();
  await expect.poll(() => sent.length).toBeGreaterThan(before);
  return { asked, code: signInCodeIn(sent.at(-1)!.raw) };
};
