import { table } from '../../platform/store/table';
import type { Delivery } from './delivery';

/** What the index `line` holds of a line of the call list beside its keys: a thousand lines are 0.3 MB. */
const LINE = [
  'id',
  'template',
  'state',
  'eventId',
  'owner',
  'unitId',
  'name',
  'phone',
  'toldAt',
] as const satisfies readonly (keyof Delivery)[];
export type LineInBrief = Pick<Delivery, (typeof LINE)[number] | 'pk' | 'sk' | 'dueAt' | 'open'>;

/** The table of everything that is told. Deliveries fill it; the views below are its few other kinds of items. */
export const noticesTable = table<Delivery>({
  name: 'notices',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    /** What waits for a sender, a caller or the organizer: `open` by time. */
    open: { pk: 'open', sk: 'dueAt', projection: 'ALL' },
    /** Mails that came back, by time; all others cost no index write. */
    cameBack: { pk: 'cameBack', sk: 'dueAt', projection: 'ALL' },
    /** The same without the words: what counts, filters and sorts the call list reads all of it. */
    line: { pk: 'open', sk: 'dueAt', projection: LINE },
    /** One call list, without its words: those of a page are read by their keys. */
    owner: { pk: 'owner', sk: 'dueAt', projection: ['open', ...LINE.filter((name) => name !== 'owner')] },
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
  // Only the words of mails that were sent, sweeps, and counts of unasked mail have the attribute.
  ttl: 'expiresAt',
});

/** The same table as its indexes `line` and `owner` show it. */
export const linesInBrief = table<LineInBrief>(noticesTable);

/** A line that an act ticked, and when it was not reached before that. */
export interface TickedLine {
  pk: string;
  sk: string;
  id: string;
  triedAt?: string;
}

/** Lines of the call list that one person ticked at once, written before the first tick. */
export interface CallAct {
  pk: string;
  sk: 'act';
  outcome: 'told' | 'not-reached';
  lines: TickedLine[];
  /** For which it was refused, and the problem's code. */
  refused?: { id: string; pk: string; sk: string; code: string }[];
  undone?: boolean;
  at: string;
  by?: string;
}
export const callActs = table<CallAct>(noticesTable);

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
  /** The last release dropped what was held until `since`. */
  drops?: boolean;
  /** The tables in which it was set: in restored tables it does not count, and sending is held. */
  of?: string;
  since: string;
  by?: string;
}
export const holdSwitches = table<HoldSwitch>(noticesTable);

/** Whether mail that strangers cause is stopped (`unasked.ts`). */
export interface UnaskedSwitch {
  pk: 'sender';
  sk: 'unasked';
  /** How often it was let go again: each round has counts of its own. */
  round: number;
  stoppedAt?: string;
  /** What had been mailed and what had come back when it stopped. */
  mailed?: number;
  returned?: number;
  by?: string;
}
export const unaskedSwitches = table<UnaskedSwitch>(noticesTable);

/** How much of such mail there was on one day. */
export interface UnaskedCount {
  pk: 'sender';
  sk: string;
  mailed?: number;
  returned?: number;
  expiresAt: number;
}
export const unaskedCounts = table<UnaskedCount>(noticesTable);
