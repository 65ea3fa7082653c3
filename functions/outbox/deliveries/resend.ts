import { missing, Problem } from '../../platform/problem/problem';
import { HOUR, iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Delivery } from './delivery';
import { findDelivery } from './find';
import { openDeliveries, settle } from './transition';

/** SES's events come within minutes; what is unknown after this is for a person to decide. */
export const UNKNOWN_SHOWN_AFTER = HOUR;

/** Mails of which nobody knows whether they went, long enough for a person to be asked. */
export const listUnknown = async (world: World): Promise<Delivery[]> => {
  const before = iso(world.now() - UNKNOWN_SHOWN_AFTER);
  const { items } = await openDeliveries(world, 'unknown', { limit: 200 });
  return items.filter((d) => (d.claimedAt ?? d.updatedAt) <= before);
};

/** A mail that SES refused for good has become a line of the call list, which remembers the error. */
const wasRefused = (d: Delivery): boolean => d.channel === 'call' && Boolean(d.error && d.email);

/** Whether a person must decide: SES does not know, or will not take it. */
export const mayBeResent = (d: Delivery): boolean =>
  d.state === 'unknown' || d.state === 'failed' || (wasRefused(d) && d.open === 'to-call');

/**
 * The organizer sends a mail again, knowing that it may arrive twice.
 * @throws Problem conflict `not-to-resend` where it went after all, or is on its way
 */
export const resend = async (world: World, id: string): Promise<Delivery> => {
  const delivery = await findDelivery(world, id);
  if (!delivery) throw missing('delivery');
  const refused = wasRefused(delivery);
  const again =
    (delivery.channel === 'email' || refused) &&
    (await settle(world, delivery, refused ? ['to-call', 'not-reached'] : ['unknown', 'failed'], {
      channel: 'email',
      owner: undefined,
      words: undefined,
      state: 'due',
      open: 'due',
      dueAt: iso(world.now()),
      attempts: 0,
      error: undefined,
    }));
  if (!again) throw new Problem('conflict', 'not-to-resend');
  return again;
};
