import type { Feedback } from './feedback';

export const CHANNELS = ['email', 'call'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Mail: `due` waits for its turn · `sending` is claimed by a sender · `sent` SES took it · `failed` SES refused
 * it for good · `unknown` the answer was lost, so it is never sent again by itself · `held` waits until an
 * organizer releases it. Call list: `to-call` · `told` · `not-reached`. Both: `dropped` is no longer due.
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

/** A mail that came back: a line of the call list now, or news that is over. */
export type CameBack = Extract<Open, 'to-call' | 'returned'>;

/** What a caller noted about a line: "9 giờ gọi lại, vợ nghe máy". */
export interface CallNote {
  text: string;
  by: string;
  at: string;
}

/** One notice to one addressee. `pk` is its subject and `sk` the occasion, so writing it twice makes one item. */
export interface Delivery {
  pk: string;
  sk: string;
  id: string;
  channel: Channel;
  state: DeliveryState;
  /** Which words: `confirmed`, `promoted`, `invitation`, … */
  template: string;
  /**
   * Who must still look at it: a sender (`due`, `sending`, `held`), the organizer (`unknown`, `trouble`) or a
   * caller (`to-call`, also when not reached yet). `returned` is a mail that came back when its notice was no
   * longer due: there is no call to make, but the address is wrong. Absent once done, so the index is sparse.
   */
  open?: Open;
  /** Index key: what a mail that came back is now, as `open`, until it needs no look any more. `transition` keeps it. */
  cameBack?: CameBack;
  dueAt: string;
  attempts: number;
  /** How often it was sent again after its answer was lost: each of these mails may have arrived. */
  unanswered?: number;
  claimedAt?: string;
  messageId?: string;
  /** What SES reported later; the gravest word stays. */
  feedback?: Feedback;
  error?: string;
  /** A mail that a stranger caused: what comes back of these is counted (`unasked.ts`). */
  unasked?: boolean;
  eventId?: string;
  /** The organizer's message that it is a part of; index key. */
  broadcastId?: string;
  /** The id of the thing whose call list this is; only on the call channel. */
  owner?: string;
  /** The person's unit, so that a call list can be told apart by area. */
  unitId?: string;
  name?: string;
  phone?: string;
  email?: string;
  /** The words to read aloud or paste; only on the call channel. */
  words?: string;
  toldBy?: string;
  toldAt?: string;
  /** The act that ticked it last: what one act ticked can be taken back together. */
  act?: string;
  /** What callers noted, oldest first. */
  notes?: CallNote[];
  /** When a line left the call list because its notice was no longer due; stays when the call is ticked later. */
  droppedAt?: string;
  /** Why it was dropped for good: it is never sent and never due again. */
  supersededBy?: string;
  /** What it has of a person whose data are restricted, as it was. */
  setAside?: Partial<Pick<Delivery, DeliveryPersonal>>;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** What a delivery has of a person. */
export const DELIVERY_PERSONAL = [
  'name',
  'phone',
  'email',
  'words',
  'notes',
  'error',
] as const satisfies readonly (keyof Delivery)[];
type DeliveryPersonal = (typeof DELIVERY_PERSONAL)[number];
