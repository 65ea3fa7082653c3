import { randomBytes } from 'node:crypto';
import { base32 } from './ids';

/** A code for people to type: characters of 32 that cannot be taken for each other, 5 bits each. */
export const newTypedCode = (length: number): string =>
  base32(randomBytes(length)).slice(0, length).toUpperCase();

/** As it is shown, in groups of four: `7K3M-Q2XP`. */
export const showTypedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/**
 * A code as it was typed, or pasted with the text around it, as it was made: blanks, hyphens and small letters do not
 * matter, nor the letters that look like a digit. Pure.
 * @returns nothing where it cannot be a code
 */
export const readTypedCode = (typed: string, length: number): string | undefined => {
  const code = typed
    .toUpperCase()
    .replace(/[\s.\p{Pd}\p{Cf}]+/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === length && /^[0-9A-HJKMNP-TV-Z]+$/.test(code) ? code : undefined;
};
