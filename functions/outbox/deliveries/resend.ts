import { missing, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Delivery } from './delivery';
import { findDelivery, openDeliveries } from './find';
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
      set: dueAgain(world, delivery),
    }));
  if (!again) throw new Problem('conflict', 'not-to-resend');
  return again;
};

const dueAgain = (world: World, { state, unanswered = 0 }: Delivery): Partial<Delivery> => ({
  channel: 'email',
  owner: undefined,
  words: undefined,
  state: 'due',
  open: 'due',
  dueAt: iso(world.now()),
  attempts: 0,
  error: undefined,
  ...(state === 'unknown' && { unanswered: unanswered + 1 }),
});

/** As many as one request has time for, and as the page shows. */
export const MOST_RESENT = 200;
const CONCURRENT = 8;

/**
 * The organizer sends again every mail whose answer was lost until `seenAt`, when they saw the list: after a long
 * failure of the network there are too many for one click each. Sent twice, the form finds them gone.
 * @returns how many are due again, at most `MOST_RESENT`; and whether others are left
 */
export const resendUnknown = async (
  world: World,
  { seenAt }: { seenAt: string },
): Promise<{ count: number; more: boolean }> => {
  const { items, next } = await openDeliveries(world, 'unknown', { limit: MOST_RESENT });
  const seen = items.filter((d) => d.updatedAt <= seenAt);
  let count = 0;
  for (let i = 0; i < seen.length; i += CONCURRENT) {
    const again = await Promise.all(
      seen.slice(i, i + CONCURRENT).map((d) =>
        transition(world, d, {
          from: ['unknown'],
          set: dueAgain(world, d),
          // Another lost answer is another decision.
          and: { if: 'updatedAt <= :seen', values: { ':seen': seenAt } },
        }),
      ),
    );
    count += again.filter(Boolean).length;
  }
  return { count, more: next !== undefined };
};
