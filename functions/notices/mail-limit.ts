import { countAttempt } from '../directory/accounts/attempts';
import { Problem } from '../platform/problem/problem';
import { mailboxOf } from '../platform/text/mailbox';
import { DAY, HOUR } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import type { Occasion } from './occasions/occasion';
import type { Subject } from './subject';

/** Notices that a stranger can cause to any address: by registering, and by asking for a code. */
export const causedByStrangers = (
  { kind, thing }: Subject,
  { template }: Pick<Occasion, 'template'>,
): boolean =>
  kind === 'registration' &&
  (thing.channel === 'web' || thing.channel === 'api') &&
  ['confirmed', 'waitlisted', 'pending', 'code'].includes(template);

/** Mails to one mailbox that strangers may cause. */
const LIMIT = { most: 10, within: HOUR };
const LIMIT_A_DAY = { most: 30, within: DAY };
/** Mails that people of one network may cause for one event, whose label is of one day. */
const LIMIT_OF_NETWORK = { most: 150, within: 2 * DAY };

/**
 * Whether the mailbox, or the network that causes it, had as many mails as strangers may cause: a person who types
 * another's address into the form again and again does not fill that inbox, and a machine does not mail a list of
 * strangers in the department's name. Counts this one.
 * @param network of the registration (`network`)
 */
export const reachedMailLimit = async (world: World, email: string, network?: string): Promise<boolean> => {
  const mailbox = mailboxOf(email);
  try {
    await countAttempt(world, 'mail-to', mailbox, LIMIT);
    await countAttempt(world, 'mail-to-day', mailbox, LIMIT_A_DAY);
    if (network) await countAttempt(world, 'mail-of-network', network, LIMIT_OF_NETWORK);
    return false;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'too-many') return true;
    throw error;
  }
};
