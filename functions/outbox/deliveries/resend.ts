import { missing, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Delivery } from './delivery';
import { findDelivery } from './find';
import { transition } from './transition';

/** A mail that SES refused for good is on the call list and still has its error and address. */
const wasRefused = (d: Delivery): boolean => d.channel === 'call' && Boolean(d.error && d.email);

/** Whether a person may send it again: its answer was lost, or SES refused it. */
export const mayBeResent = (d: Delivery): boolean =>
  d.state === 'unknown' || d.state === 'failed' || (wasRefused(d) && d.open === 'to-call');

/**
 * The organizer sends a mail again, knowing that it may arrive twice.
 * @throws Problem missing `delivery-missing`, conflict `not-to-resend` where it was sent or is about to be
 */
export const resend = async (world: World, id: string): Promise<Delivery> => {
  const delivery = await findDelivery(world, id);
  if (!delivery) throw missing('delivery');
  const refused = wasRefused(delivery);
  const again =
    (delivery.channel === 'email' || refused) &&
    (await transition(world, delivery, {
      from: refused ? ['to-call', 'not-reached'] : ['unknown', 'failed'],
      set: {
        channel: 'email',
        owner: undefined,
        words: undefined,
        state: 'due',
        open: 'due',
        dueAt: iso(world.now()),
        attempts: 0,
        error: undefined,
        ...(delivery.state === 'unknown' && { unanswered: (delivery.unanswered ?? 0) + 1 }),
      },
    }));
  if (!again) throw new Problem('conflict', 'not-to-resend');
  return again;
};
