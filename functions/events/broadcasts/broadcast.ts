import { table } from '../../platform/store/table';
import type { Choice } from './groups';

/** What is written to a group, with its placeholders (`placeholders.ts`). */
export interface Written {
  subject: string;
  words: string;
}

/** What a worker does with the recipients, one after another; `withdraw` and `close` drop what is not told yet. */
export type Pass = 'send' | 'withdraw' | 'close';

/**
 * A message of the organizer to chosen groups of an event. Its recipients are those who were in the groups when it was
 * sent: their ids are stored with it, in parts.
 */
export interface Broadcast extends Choice, Written {
  pk: string;
  sk: 'broadcast';
  id: string;
  eventId: string;
  /** The account that sent it. */
  who: string;
  sentAt: string;
  /** From here on nothing of it is told any more. */
  closesAt: string;
  withdrawnAt?: string;
  withdrawnBy?: string;
  /** When words about a person who was forgotten were removed from it. */
  redactedAt?: string;
  /** How many recipients it has. */
  total: number;
  pass: Pass;
  state: 'running' | 'done';
  /** The first recipients: this pass has looked at them. */
  done: number;
  /** How often the clock had to wake it since it last went on. */
  tries?: number;
  /** Index key while there is something left to do: running, or to be closed later. */
  open?: 'open';
  /** While it runs: when the clock calls another worker. Afterwards: when it is closed. */
  dueAt?: string;
  by?: string;
}

/** Some of the recipients of a broadcast: ids of registrations, nominations and invitations. */
export interface RecipientPart {
  pk: string;
  sk: string;
  ids: readonly string[];
  by?: string;
}

/** A text that the department keeps for the next time. */
export interface OwnTemplate extends Written {
  pk: 'template';
  sk: string;
  name: string;
  /** When words about a person who was forgotten were removed from it. */
  redactedAt?: string;
  by?: string;
}

export const broadcastKey = (id: string) => ({ pk: id, sk: 'broadcast' as const });

export const broadcastsTable = table<Broadcast>({
  name: 'broadcasts',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    event: { pk: 'eventId', sk: 'sentAt', projection: 'ALL' },
    /** What is left to do, by its time. */
    open: { pk: 'open', sk: 'dueAt', projection: ['id', 'state'] },
  },
  stream: true,
});

export const recipientParts = table<RecipientPart>(broadcastsTable);
export const ownTemplates = table<OwnTemplate>(broadcastsTable);
/** Items of the index `open`. */
export const openBroadcasts = table<Pick<Broadcast, 'pk' | 'sk' | 'id' | 'state' | 'dueAt'>>(broadcastsTable);

const KEY = 'broadcast#';
/** The key of the delivery of a broadcast, and its template. */
export const TEMPLATE = 'broadcast';
export const occasionKey = (id: string): string => `${KEY}${id}`;
/** The broadcast that a delivery's key names. */
export const broadcastIn = (key: string): string | undefined =>
  key.startsWith(KEY) ? key.slice(KEY.length) : undefined;
