import { countAttempt } from '../directory/accounts/attempts';
import { Problem } from '../platform/problem/problem';
import { HOUR } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import type { Occasion } from './occasions/occasion';
import type { Subject } from './subject';

/** Notices that a stranger can cause to any address: by registering, and by asking for a code. */
export const causedByStrangers = ({ kind, thing }: Subject, { template }: Occasion): boolean =>
  kind === 'registration' &&
  (thing.channel === 'web' || thing.channel === 'api') &&
  ['confirmed', 'waitlisted', 'pending', 'code'].includes(template);

/** Mails to one address that strangers may cause. */
const LIMIT = { most: 10, within: HOUR };

/**
 * Whether the address already got as many mails this hour as strangers may cause: a person who types
 * another's address into the form again and again does not fill that inbox. Counts this one.
 */
export const reachedMailLimit = async (world: World, email: string): Promise<boolean> => {
  try {
    await countAttempt(world, 'mail-to', email.trim().toLowerCase(), LIMIT);
    return false;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'too-many') return true;
    throw error;
  }
};
