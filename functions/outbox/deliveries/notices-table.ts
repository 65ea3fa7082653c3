import { table } from '../../platform/store/table';
import type { Delivery } from './delivery';

/** The table of everything that is told. Deliveries fill it; the views below are its few other kinds of items. */
export const noticesTable = table<Delivery>({
  name: 'notices',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    /** What waits for a sender, a caller or the organizer: `open` by time. */
    open: { pk: 'open', sk: 'dueAt', projection: 'ALL' },
    /** One call list. */
    owner: { pk: 'owner', sk: 'dueAt', projection: 'ALL' },
    /** Everything told about one event. */
    event: { pk: 'eventId', sk: 'dueAt', projection: 'ALL' },
    /** Everything told of one message to a group; other deliveries cost no index write. */
    broadcast: {
      pk: 'broadcastId',
      sk: 'dueAt',
      projection: [
        'id',
        'channel',
        'state',
        'template',
        'feedback',
        'error',
        'open',
        'eventId',
        'name',
        'phone',
        'email',
        'updatedAt',
      ],
    },
    /** SES's events name the delivery by its id. */
    delivery: { pk: 'id', projection: 'KEYS_ONLY' },
  },
  // Only the words of mails that were sent have the attribute.
  ttl: 'expiresAt',
});

export type AddressTrouble = 'bounced' | 'complained' | 'unsubscribed';

/** What is known of an address. `pk` is a keyed hash of it, so that the list does not reveal addresses. */
export interface MarkedAddress {
  pk: string;
  sk: 'address';
  /** Why it gets no mail; absent where it does. */
  trouble?: AddressTrouble;
  /** When staff last said that it works: what came back of earlier mails does not mark it again. */
  worksSince?: string;
  at: string;
  by?: string;
}
export const markedAddresses = table<MarkedAddress>(noticesTable);

/** Who sends now, and until when (ms) without a sign of life. */
export interface LeaseItem {
  pk: 'sender';
  sk: 'lease';
  holder: string;
  leaseEnds: number;
  by?: string;
}
export const leases = table<LeaseItem>(noticesTable);

/** Whether sending is held. */
export interface HoldSwitch {
  pk: 'sender';
  sk: 'held';
  held: boolean;
  /** The tables in which it was set: in restored tables it does not count, and sending is held. */
  of?: string;
  since: string;
  by?: string;
}
export const holdSwitches = table<HoldSwitch>(noticesTable);
