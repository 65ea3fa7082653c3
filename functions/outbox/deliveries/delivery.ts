import { table } from '../../platform/store/table';

export const CHANNELS = ['email', 'call'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * `due` waits for its turn · `sending` is claimed by a sender · `sent` SES took it · `failed` SES
 * refused it for good · `unknown` nobody knows, never resent blindly · `held` waits for a release after
 * a restore · on the call list: `to-call` · `told` · `not-reached` · `dropped` is no longer due.
 */
export const DELIVERY_STATES = [
  'due',
  'sending',
  'sent',
  'failed',
  'unknown',
  'held',
  'to-call',
  'told',
  'not-reached',
  'dropped',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export type Open = 'due' | 'sending' | 'held' | 'unknown' | 'trouble' | 'returned' | 'to-call';

/** One notice to one addressee: `pk` = the thing it is about, `sk` = the occasion, so duplicates fall together. */
export interface Delivery {
  pk: string;
  sk: string;
  id: string;
  channel: Channel;
  state: DeliveryState;
  /** Which words: `confirmed`, `promoted`, `event-cancelled`, `invitation`, … */
  template: string;
  /**
   * Who must still see it: a sender (`due`, `sending`, `held`), the organizer (`unknown`, `trouble`), a
   * caller (`to-call`, also when not reached yet). A mail that came back when there was nothing left to tell is
   * `returned`: nobody is called, but its address is wrong. Absent once done, so the index is sparse.
   */
  open?: Open;
  dueAt: string;
  attempts: number;
  claimedAt?: string;
  messageId?: string;
  /** SES's later word: `delivered`, `bounced`, `complained`. */
  feedback?: string;
  error?: string;
  eventId?: string;
  /** Whose call list: `nom_…` or `evt_…` (its organizer); only on the call channel. */
  owner?: string;
  name?: string;
  phone?: string;
  email?: string;
  /** The words to read or paste, or what the mail needs beyond the thing itself. */
  words?: string;
  toldBy?: string;
  toldAt?: string;
  /** Dropped for good: what told them otherwise. Never told, never revived. */
  supersededBy?: string;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

export const noticesTable = table<Delivery>({
  name: 'notices',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    /** What is due, unknown, held: `open` by time. */
    open: { pk: 'open', sk: 'dueAt', projection: 'ALL' },
    /** The call list of whoever nominated or organizes. */
    owner: { pk: 'owner', sk: 'dueAt', projection: 'ALL' },
    /** Everything told about one event. */
    event: { pk: 'eventId', sk: 'dueAt', projection: 'ALL' },
    /** SES's events name the delivery. */
    delivery: { pk: 'id', projection: 'KEYS_ONLY' },
  },
});
