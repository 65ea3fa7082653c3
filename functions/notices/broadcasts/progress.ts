import type { Broadcast } from '../../events/broadcasts/broadcast';
import type { Delivery, DeliveryState } from '../../outbox/deliveries/delivery';
import { noticesTable } from '../../outbox/deliveries/notices-table';
import type { Page } from '../../platform/store/paging';
import type { World } from '../../platform/world/world';

/** What became of a message, by recipient. */
export interface Progress {
  /** Mails that the mail service took, and that did not come back. */
  sent: number;
  /** People who were told by phone. */
  told: number;
  /** Mails that wait, are on their way, or are held. */
  waiting: number;
  toCall: number;
  /** Mails with a lost answer, or that came back when there was nothing left to tell. */
  unclear: number;
  /** No longer due when their turn came, or withdrawn. */
  dropped: number;
  /** Recipients that no worker has looked at yet, and those that were owed nothing when it did. */
  left: number;
}

const COUNTED: Record<DeliveryState, Exclude<keyof Progress, 'left'>> = {
  due: 'waiting',
  sending: 'waiting',
  held: 'waiting',
  sent: 'sent',
  unknown: 'unclear',
  failed: 'unclear',
  'to-call': 'toCall',
  'not-reached': 'toCall',
  told: 'told',
  dropped: 'dropped',
};

const ofBroadcast = ({ id }: Pick<Broadcast, 'id'>) => ({
  index: 'broadcast' as const,
  where: 'broadcastId = :id',
  values: { ':id': id },
});

/** Counts the deliveries of a message by their state. */
export const progressOf = async (world: World, broadcast: Broadcast): Promise<Progress> => {
  const counts: Progress = { sent: 0, told: 0, waiting: 0, toCall: 0, unclear: 0, dropped: 0, left: 0 };
  let written = 0;
  for await (const { state, open } of world.db.each(noticesTable, {
    ...ofBroadcast(broadcast),
    only: ['state', 'open'],
  })) {
    written++;
    counts[open === 'returned' ? 'unclear' : COUNTED[state]]++;
  }
  return { ...counts, left: Math.max(0, broadcast.total - written) };
};

/** The deliveries of a message, a page at a time. */
export const deliveriesOfBroadcast = (
  world: World,
  broadcast: Pick<Broadcast, 'id'>,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<Page<Delivery>> => world.db.query(noticesTable, { ...ofBroadcast(broadcast), limit, cursor });
