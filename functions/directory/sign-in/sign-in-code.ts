import { createHmac, randomBytes } from 'node:crypto';
import { base32 } from '../../platform/keys/ids';
import type { World } from '../../platform/world/world';

const LENGTH = 8;

/** A code for signing in: eight characters of 32 that cannot be taken for each other, which is 40 bits. */
export const newSignInCode = (): string => base32(randomBytes(LENGTH)).slice(0, LENGTH).toUpperCase();

/** As it stands in the mail: `7K3M-Q2XP`. */
export const showSignInCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/**
 * A code as it was typed, or pasted with what stands around it, as it was made: blanks, hyphens and small letters do not
 * matter, nor the letters that look like a digit. Pure.
 * @returns nothing where it cannot be a code
 */
export const readSignInCode = (typed: string): string | undefined => {
  const code = typed
    .toUpperCase()
    .replace(/[\s.\p{Pd}\p{Cf}]+/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : undefined;
};

/** What is kept of a code: a keyed hash, of the browser's challenge too. */
export const codeHash = (world: World, challenge: string, code: string): Buffer =>
  createHmac('sha256', world.settings.secrets.token).update(`sign-in:${challenge}:${code}`).digest();
