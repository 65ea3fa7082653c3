import { timingSafeEqual } from 'node:crypto';

/**
 * Whether a secret that was given is the right one. The time that this takes says nothing of how near a guess is; only
 * the length can be learned, which is the same for every secret of a kind.
 */
export const isSameSecret = (given: string | Uint8Array, right: string | Uint8Array): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};
