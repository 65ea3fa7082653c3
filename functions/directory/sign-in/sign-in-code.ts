import { createHmac } from 'node:crypto';
import { newTypedCode, readTypedCode, showTypedCode } from '../../platform/keys/typed-code';
import type { World } from '../../platform/world/world';

const LENGTH = 8;

/** A code for signing in: 40 bits. */
export const newSignInCode = (): string => newTypedCode(LENGTH);

/** As it stands in the mail: `7K3M-Q2XP`. */
export const showSignInCode = showTypedCode;

/** A code as it was typed, as it was made. Pure. @returns nothing where it cannot be a code */
export const readSignInCode = (typed: string): string | undefined => readTypedCode(typed, LENGTH);

/** What is kept of a code: a keyed hash, of the browser's challenge too. */
export const codeHash = (world: World, challenge: string, code: string): Buffer =>
  createHmac('sha256', world.settings.secrets.token).update(`sign-in:${challenge}:${code}`).digest();
